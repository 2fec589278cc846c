"""What a checklist holds, as a value without any layout. Nothing here knows a clock: the date is given.

A decision has one way, with its facts established. Before answering there are several ways towards an allow, with facts
that must still be true.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.policy import Locator, Policy, TopicSlug
from advisor.domain.progress import most_left
from advisor.domain.record import Decided, Stamp
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
    how: str
    """How that answer can be brought about; empty where it cannot."""
    ask_whom: str
    """Who knows; empty where nobody is named."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is as it is, and on what clauses that rests."""

    because: str
    cites: tuple[Locator, ...]
    near: tuple[Locator, ...]
    """Where the policy is silent: the clauses that come closest."""


@dataclass(frozen=True, slots=True)
class Referral:
    """Whom to ask where the policy is silent, and about what."""

    person: str
    about: tuple[str, ...]
    """The titles of the topics."""


@dataclass(frozen=True, slots=True)
class CheckedTopic:
    """What a checklist is about, and what it comes to by itself."""

    topic: TopicSlug
    title: str
    digest: str
    """Of what decides in its tree."""
    headline: str = ""
    """The topic's verdict in words and a symbol; empty before answering."""
    ground: Ground | None = None
    """Nothing before answering."""


@dataclass(frozen=True, slots=True)
class Way:
    """Everything that is true and has to be done along one path through each topic."""

    facts: tuple[CheckedFact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    """In the order in which they fall due."""
    grounds: tuple[Ground, ...] = ()
    """One for each topic."""
    referrals: tuple[Referral, ...] = ()
    readings: tuple[Reading, ...] = ()
    """How careful readers differ."""
    headline: str = ""
    """What it comes to, in words and a symbol."""
    reason: str = ""


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
    ticked: frozenset[Duty] = frozenset()
    """What is done already."""
    changes: tuple[Remedy, ...] | None = None
    """What would make it an allow, any one of these; nothing where it is one, or where nobody searched."""
    find_out: tuple[Question, ...] = ()
    """What the verdict depends on, that first whose answers settle most."""
    questions_left: int = 0
    """How many questions can still come at most, where it is certain before the last of them."""
    note: str = ""
    """What the person adds."""

    @property
    def is_decided(self) -> bool:
        """Whether it is of a decision, rather than made before answering."""
        return self.verdict is not None

    @property
    def headline(self) -> str:
        """The verdict in words and a symbol; empty before answering."""
        return self.ways[0].headline if self.is_decided else ""

    @property
    def reason(self) -> str:
        """The line under the verdict; empty before answering, and where the verdict says it all."""
        return self.ways[0].reason if self.is_decided else ""

    @property
    def titles(self) -> tuple[str, ...]:
        """What it is about."""
        return tuple(topic.title for topic in self.topics)

    @property
    def cites(self) -> tuple[Locator, ...]:
        """Every clause that it names, each once: what it rests on first."""
        grounds = [ground for way in self.ways for ground in way.grounds]
        grounds += [topic.ground for topic in self.topics if topic.ground]
        resting = [cite for ground in grounds for cite in ground.cites]
        resting += [cite for ground in grounds for cite in ground.near]
        asking = [cite for way in self.ways for fact in way.facts for cite in fact.cites]
        asking += [cite for question in self.find_out for cite in question.cites]
        doing = [cite for way in self.ways for duty in way.conditions for cite in duty.cites]
        doing += [cite for change in self.changes or () for duty in change.conditions for cite in duty.cites]
        reading = [cite for way in self.ways for each in way.readings for cite in each.cites]
        return tuple(dict.fromkeys([*resting, *asking, *doing, *reading]))


def of_decision(decided: Decided, changes: Sequence[Remedy] | None, stamp: Stamp) -> Checklist:
    """Return the checklist of a decision.

    Args:
        decided: the decision, and the consultation that came to it.
        changes: what would change it, any one of these; none where it is allowed.
        stamp: when it is made, and what the person adds.
    """
    decision, district, consultation = decided.decision, decided.district, decided.consultation
    return Checklist(
        topics=tuple(_topic(topic, district) for topic in decision.topics),
        policy=district.policy,
        ways=(way_of(decision, asked(decision)),),
        date=stamp.date,
        verdict=decision.verdict,
        ticked=frozenset(stamp.ticked),
        changes=None if changes is None else tuple(changes),
        find_out=decision.find_out,
        questions_left=0 if consultation.decision else most_left(consultation),
        note=stamp.note,
    )


def way_of(
    decision: Decision, answered: Iterable[tuple[Question, Answer]], known: Mapping[Fact, Answer] | None = None
) -> Way:
    """Return everything that is true and has to be done by a decision.

    Args:
        decision: the decision.
        answered: what was asked, each fact once, with its answer.
        known: which of the answers are established; by default all of which somebody is sure.
    """
    return Way(
        facts=tuple(_checked(question, answer, known) for question, answer in answered),
        conditions=decision.to_do,
        grounds=tuple(dict.fromkeys(map(_ground, decision.deciding))),
        referrals=_referrals(decision),
        readings=decision.readings,
        headline=headline_words(decision.headline),
        reason=decision.reason,
    )


def _checked(question: Question, answer: Answer, known: Mapping[Fact, Answer] | None) -> CheckedFact:
    return CheckedFact(
        fact=question.fact,
        ask=question.ask,
        answer=answer,
        label=label(question, answer),
        cites=question.cites,
        known=answer != UNSURE and (known is None or known.get(question.fact) == answer),
        how=question.obtain.get(answer, ""),
        ask_whom=question.ask_whom,
    )


def _referrals(decision: Decision) -> tuple[Referral, ...]:
    about: dict[str, list[str]] = {}
    for topic in decision.deciding:
        if topic.ask:
            about.setdefault(topic.ask, []).append(topic.title)
    return tuple(Referral(person, tuple(titles)) for person, titles in about.items())


def _topic(topic: TopicDecision, district: District) -> CheckedTopic:
    return CheckedTopic(
        topic=topic.topic,
        title=topic.title,
        digest=deciding_digest(district.trees[topic.topic]),
        headline=headline_words(topic.headline),
        ground=_ground(topic),
    )


def _ground(topic: TopicDecision) -> Ground:
    return Ground(topic.because, topic.cites, topic.near)
