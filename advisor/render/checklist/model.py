"""What a checklist holds, as a value without any layout. Nothing here knows a clock: the date is given.

A decision has one way, with its facts established. Before answering there are several ways towards an allow, with facts
that must still be true.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.policy import Locator, Policy, TopicSlug
from advisor.domain.record import Stamp
from advisor.domain.remedy import Remedy
from advisor.domain.tree import UNSURE, Answer, Condition, Duty, Fact, Question, Reading
from advisor.domain.verdict import Verdict
from advisor.render.wording import asked, headline_words, label


@dataclass(frozen=True, slots=True)
class CheckedFact:
    """A fact with the answer that it has, or must have."""

    fact: Fact
    ask: str
    answer: Answer
    label: str
    cites: tuple[Locator, ...]
    """The clauses because of which it is asked."""
    known: bool
    """Whether it is established, rather than still to be made true."""


@dataclass(frozen=True, slots=True)
class CheckedTopic:
    """What a checklist is about, and what it comes to by itself."""

    topic: TopicSlug
    title: str
    digest: str
    """Of what decides in its tree."""
    headline: str = ""
    """The topic's verdict in words and a symbol; empty before answering."""
    because: str = ""
    cites: tuple[Locator, ...] = ()


@dataclass(frozen=True, slots=True)
class Way:
    """Everything that is true and has to be done along one path through each topic."""

    facts: tuple[CheckedFact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    """In the order in which they fall due."""
    because: tuple[str, ...] = ()
    cites: tuple[Locator, ...] = ()
    """The clauses that the outcomes rest on."""
    ask: tuple[str, ...] = ()
    """Whom to ask, where the policy is silent."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to tick off, for one case."""

    topics: tuple[CheckedTopic, ...]
    policy: Policy
    ways: tuple[Way, ...]
    date: str
    """The day on which it was made, as year-month-day."""
    more: bool = False
    """Whether there are further ways."""
    verdict: Verdict | None = None
    """Nothing before answering."""
    headline: str = ""
    """The verdict in words and a symbol; empty before answering."""
    reason: str = ""
    ticked: frozenset[Duty] = frozenset()
    """What is done already."""
    changes: tuple[Remedy, ...] | None = None
    """What would make it an allow, any one of these; nothing where it is one, or where nobody searched."""
    find_out: tuple[Question, ...] = ()
    """What the verdict depends on, that first whose answers settle most."""
    readings: tuple[Reading, ...] = ()
    """How careful readers differ."""
    note: str = ""
    """What the person adds."""

    @property
    def titles(self) -> tuple[str, ...]:
        """What it is about."""
        return tuple(topic.title for topic in self.topics)

    @property
    def cites(self) -> tuple[Locator, ...]:
        """Every clause that it names, each once: what it rests on first."""
        resting = [cite for way in self.ways for cite in way.cites]
        asking = [cite for way in self.ways for fact in way.facts for cite in fact.cites]
        asking += [cite for question in self.find_out for cite in question.cites]
        doing = [cite for way in self.ways for duty in way.conditions for cite in duty.cites]
        doing += [cite for change in self.changes or () for duty in change.conditions for cite in duty.cites]
        reading = [cite for each in self.readings for cite in each.cites]
        return tuple(dict.fromkeys([*resting, *asking, *doing, *reading]))


def of_decision(decision: Decision, district: District, changes: Sequence[Remedy] | None, stamp: Stamp) -> Checklist:
    """Return the checklist of a decision.

    Args:
        decision: the decision.
        district: whose rules it applies.
        changes: what would change it, any one of these; none where it is allowed.
        stamp: when it is made, and what the person adds.
    """
    way = Way(
        facts=tuple(checked(question, answer, known=answer != UNSURE) for question, answer in asked(decision)),
        conditions=decision.to_do,
        because=tuple(dict.fromkeys(topic.because for topic in decision.deciding)),
        cites=tuple(dict.fromkeys((*decision.cites, *decision.near))),
        ask=decision.ask,
    )
    return Checklist(
        topics=tuple(_topic(topic, district) for topic in decision.topics),
        policy=district.policy,
        ways=(way,),
        date=stamp.date,
        verdict=decision.verdict,
        headline=headline_words(decision.headline),
        reason=decision.reason,
        ticked=frozenset(stamp.ticked),
        changes=None if changes is None else tuple(changes),
        find_out=decision.find_out,
        readings=decision.readings,
        note=stamp.note,
    )


def checked(question: Question, answer: Answer, *, known: bool) -> CheckedFact:
    """Return a fact with the answer that it has, or must have."""
    return CheckedFact(question.fact, question.ask, answer, label(question, answer), question.cites, known)


def _topic(topic: TopicDecision, district: District) -> CheckedTopic:
    return CheckedTopic(
        topic=topic.topic,
        title=topic.title,
        digest=deciding_digest(district.trees[topic.topic]),
        headline=headline_words(topic.headline),
        because=topic.because,
        cites=topic.cites,
    )
