"""A record: a decision as it was kept, to be looked up later and decided again after the policy was revised.

It is ids, clauses and conditions, and a note of the person's own. The texts of trees are not in it.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Self

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug, Locator, TopicSlug
from advisor.domain.progress import first_facts
from advisor.domain.tree import Answer, Duty, Fact
from advisor.domain.verdict import Headline, Verdict
from advisor.errors import AdvisorError
from advisor.plain_text import invisible_characters

RECORD_SCHEMA: Final = 1
"""The version of a record's shape."""

LONGEST_NOTE: Final = 2_000
"""How many characters a note may have."""


@dataclass(frozen=True, slots=True)
class Decided:
    """A consultation that came to a decision, which is all that a record is made of."""

    district: District
    consultation: Consultation
    decision: Decision

    @property
    def by_first_facts(self) -> bool:
        """Whether facts of the first screen say what it is about; else its topics were named."""
        return bool(first_facts(self.consultation))


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a person adds to a decision, and when."""

    date: str
    """The day, as year-month-day."""
    note: str = ""
    ticked: Collection[Duty] = ()
    """The conditions that are met already."""


@dataclass(frozen=True, slots=True)
class KeptTopic:
    """What one topic said."""

    topic: TopicSlug
    verdict: Verdict
    allowed: bool
    cites: tuple[Locator, ...]
    """The clauses it rested on; where the policy was silent, the nearest ones."""
    asked: tuple[Fact, ...]
    """The facts on its path, in the order of its questions."""

    @classmethod
    def of(cls, topic: TopicDecision) -> Self:
        """Return what is kept of a topic's decision."""
        asked = tuple(step.fact for step in topic.path.steps)
        return cls(topic.topic, topic.verdict, topic.allowed, cites_or_nearest(topic), asked)


@dataclass(frozen=True, slots=True)
class KeptCondition:
    """A condition of the decision, and whether it was ticked."""

    duty: Duty
    ticked: bool


@dataclass(frozen=True, slots=True)
class Record:
    """A decision as it was kept; make one with `Record.of`."""

    id: str
    date: str
    district: DistrictSlug
    policy: str
    """The policy's number."""
    revised: str
    """The date of the text in force then; empty where it bears none."""
    by_first_facts: bool
    trees: Mapping[TopicSlug, str]
    """Every topic that was consulted, each with the digest of what decided in its tree."""
    answers: Mapping[Fact, Answer]
    """In the order in which they were given; what the first screen asked is among them, whether it mattered or not."""
    verdict: Verdict
    allowed: bool
    headline: Headline
    cites: tuple[Locator, ...]
    """The clauses it rested on; where the policy was silent, the nearest ones."""
    conditions: tuple[KeptCondition, ...]
    topics: tuple[KeptTopic, ...]
    """The topics that applied."""
    note: str

    @classmethod
    def of(cls, decided: Decided, id_: str, stamp: Stamp) -> Self:
        """Return the record of a decision.

        Args:
            decided: what was decided.
            id_: the record's name.
            stamp: what the person adds, and when.

        Raises:
            AdvisorError: the note is too long, or holds characters that nobody can see.
        """
        decision, consultation, policy = decided.decision, decided.consultation, decided.district.policy
        require_plain_note(stamp.note)
        return cls(
            id=id_,
            date=stamp.date,
            district=decided.district.slug,
            policy=policy.number,
            revised=policy.in_force,
            by_first_facts=decided.by_first_facts,
            trees={tree.topic: deciding_digest(decided.district.trees[tree.topic]) for tree in consultation.trees},
            answers=_answers(decided),
            verdict=decision.verdict,
            allowed=decision.allowed,
            headline=decision.headline,
            cites=cites_or_nearest(decision),
            conditions=tuple(KeptCondition(each.duty, each.duty in stamp.ticked) for each in decision.to_do),
            topics=tuple(KeptTopic.of(topic) for topic in decision.topics),
            note=stamp.note,
        )


def _answers(decided: Decided) -> Mapping[Fact, Answer]:
    """Return the answers that stood, and what was said on the first screen: after a revision it may matter."""
    consultation = decided.consultation
    first = {each.fact for each in decided.district.topics.facts} if decided.by_first_facts else set()
    said = {fact: answer for fact, answer in consultation.dormant.items() if fact in first}
    return {**consultation.answers, **said}


def cites_or_nearest(decision: Decision | TopicDecision) -> tuple[Locator, ...]:
    """Return the clauses that a decision rests on; where it rests on none, those that come nearest."""
    return decision.cites or decision.near


def require_plain_note(note: str) -> None:
    """Require of a note that a person can see all of it.

    Raises:
        AdvisorError: it is too long, or holds characters that nobody can see.
    """
    if len(note) > LONGEST_NOTE:
        raise AdvisorError(f"the note is too long: {len(note):,} characters, of {LONGEST_NOTE:,} at most")
    if hidden := invisible_characters(note):
        named = ", ".join(sorted(f"U+{ord(character):04X}" for character in hidden))
        raise AdvisorError(f"the note holds characters that nobody can see ({named}); leave them out")
