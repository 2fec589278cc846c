"""A record decided again: its answers put to the trees of today, by fact, and what came out differently."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Self, TypeAlias, TypeVar

from advisor.domain.applicability import is_in_front
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.path import Step
from advisor.domain.policy import Locator, Policy, TopicSlug
from advisor.domain.progress import certain
from advisor.domain.record import KeptTopic, Record, cites_or_nearest
from advisor.domain.tree import Answer, Duty, Fact, Question, Tree, answers_offered

_T = TypeVar("_T")


class Difference(StrEnum):
    """What of a decision can differ; the order of clauses and conditions is none of it."""

    VERDICT = "verdict"
    CITES = "cites"
    CONDITIONS = "conditions"


@dataclass(frozen=True, slots=True)
class Differences:
    """What of a decision differs from its record."""

    kinds: tuple[Difference, ...]
    added_cites: tuple[Locator, ...]
    removed_cites: tuple[Locator, ...]
    added_duties: tuple[Duty, ...]
    removed_duties: tuple[Duty, ...]

    @classmethod
    def between(cls, record: Record, decision: Decision) -> Self:
        """Return what of a decision differs from its record."""
        said = (record.verdict, record.allowed, record.headline)
        kept, duties = [each.duty for each in record.conditions], [each.duty for each in decision.to_do]
        added_cites, removed_cites = _added_and_removed(record.cites, cites_or_nearest(decision))
        added_duties, removed_duties = _added_and_removed(kept, duties)
        differs = {
            Difference.VERDICT: said != (decision.verdict, decision.allowed, decision.headline),
            Difference.CITES: bool(added_cites or removed_cites),
            Difference.CONDITIONS: bool(added_duties or removed_duties),
        }
        kinds = tuple(kind for kind, does_differ in differs.items() if does_differ)
        return cls(kinds, added_cites, removed_cites, added_duties, removed_duties)


def _added_and_removed(before: Sequence[_T], after: Sequence[_T]) -> tuple[tuple[_T, ...], tuple[_T, ...]]:
    return tuple(each for each in after if each not in before), tuple(each for each in before if each not in after)


class Result(StrEnum):
    """What can become of a record."""

    SAME = "same"
    CHANGED = "changed"
    NOT_REPLAYABLE = "not-replayable"


@dataclass(frozen=True, slots=True)
class Same:
    """It is decided as it was."""

    result: ClassVar[Result] = Result.SAME
    record: Record
    consultation: Consultation
    """The one of today."""
    decision: Decision
    """What that comes to."""
    policy: Policy
    changed_trees: tuple[TopicSlug, ...]
    """The topics whose tree decides otherwise than it did, though not in this case."""


@dataclass(frozen=True, slots=True)
class TopicChange:
    """One topic that says something else than it did."""

    topic: TopicSlug
    old: KeptTopic | None
    """What it said; none where it did not apply."""
    new: TopicDecision | None
    """What it says; none where it applies no longer."""
    cites: tuple[Locator, ...]
    """The clauses responsible."""
    step: Step | None
    """The answer responsible: where the way parts from the recorded one, else the last; none where none was given.

    Where only conditions differ it is the answer that meets one today; none where the way is as recorded.
    """


@dataclass(frozen=True, slots=True)
class Changed:
    """It is decided otherwise."""

    result: ClassVar[Result] = Result.CHANGED
    record: Record
    decision: Decision
    """What it comes to today."""
    policy: Policy
    differences: Differences
    topics: tuple[TopicChange, ...]
    """What is responsible, the strictest topic of today first."""
    changed_trees: tuple[TopicSlug, ...]
    """The topics whose tree decides otherwise than it did."""


@dataclass(frozen=True, slots=True)
class NotReplayable:
    """It cannot be decided again."""

    result: ClassVar[Result] = Result.NOT_REPLAYABLE
    record: Record
    because: str
    """Why, as the end of a sentence."""


Replayed: TypeAlias = Same | Changed | NotReplayable


def replay(record: Record, district: District) -> Replayed:
    """Decide a record's case again, by the trees of today.

    Answers to facts that are asked no longer are passed over. An answer that is missing is no obstacle where nothing
    that could be answered there would change the decision.

    Args:
        record: what was kept.
        district: the record's district, as it is today.
    """
    if gone := _gone(record, district):
        return NotReplayable(record, f"there is no topic {gone} any more")
    trees = district.trees_again(record.trees, by_first_facts=record.by_first_facts)
    offered = answers_offered(trees)
    unoffered = {fact: given for fact, given in record.answers.items() if given not in offered.get(fact, (given,))}
    given = {fact: answer for fact, answer in record.answers.items() if fact not in unoffered}
    consultation = Consultation.begin(trees, given)
    decision = certain(consultation)
    if decision is None:
        return NotReplayable(record, _obstacle(record, consultation, unoffered))
    changed_trees = tuple(_changed_trees(trees, record, district))
    differences = Differences.between(record, decision)
    if not differences.kinds:
        return Same(record, consultation, decision, district.policy, changed_trees)
    topics = _changes(record, decision, differences, changed_trees)
    return Changed(record, decision, district.policy, differences, topics, changed_trees)


def _gone(record: Record, district: District) -> TopicSlug | None:
    """Return the first topic that the record needs and that there is no longer."""
    needed = [each.topic for each in record.topics] if record.by_first_facts else list(record.trees)
    return next((topic for topic in needed if topic not in district.trees), None)


def _changed_trees(trees: Iterable[Tree], record: Record, district: District) -> Iterator[TopicSlug]:
    """Yield the topics whose own tree decides otherwise, whoever is bound and whatever brings the topic up."""
    for topic in (tree.topic for tree in trees):
        if deciding_digest(district.trees[topic]) != record.trees.get(topic):
            yield topic


def _obstacle(record: Record, consultation: Consultation, unoffered: Mapping[Fact, Answer]) -> str:
    current, question = consultation.current, consultation.question
    if current is None or question is None:
        return "no topic is about this any more"
    about = _about(record, current.tree, question)
    if question.fact in unoffered:
        return f'"{question.ask}" ({about}) does not offer the answer {unoffered[question.fact]} any more'
    return f'"{question.ask}" ({about}) is asked now, and was not answered'


def _about(record: Record, tree: Tree, question: Question) -> str:
    """Return where a question is asked."""
    if is_in_front(question.id):
        return "what it is about"
    applied = tree.topic in [each.topic for each in record.topics]
    return f"topic: {tree.title}" if applied else f"topic: {tree.title}, which did not apply before"


def _changes(
    record: Record, decision: Decision, differences: Differences, changed_trees: Iterable[TopicSlug]
) -> tuple[TopicChange, ...]:
    """Return the topics that are responsible; where none says anything else by itself, the strictest one."""
    before = {each.topic: each for each in record.topics}
    today = {each.topic: each for each in decision.topics}
    found = [each for topic, each in today.items() if _differs(before.get(topic), each, differences.added_duties)]
    if not found and today.keys() >= before.keys():
        revised = [today[topic] for topic in changed_trees if topic in today]
        meeting = [each for each in revised if _meeting(each, differences.removed_duties)]
        found = [max(meeting or revised or [decision.strictest], key=lambda topic: topic.rank)]
    left = [each for topic, each in before.items() if topic not in today]
    return (
        *(
            _change(before.get(each.topic), each, differences)
            for each in sorted(found, key=lambda topic: topic.rank, reverse=True)
        ),
        *(TopicChange(each.topic, each, None, each.cites, None) for each in left),
    )


def _differs(old: KeptTopic | None, new: TopicDecision, added_duties: Collection[Duty]) -> bool:
    return (
        old is None
        or (old.verdict, old.allowed, set(old.cites)) != (new.verdict, new.allowed, set(cites_or_nearest(new)))
        or any(each.duty in added_duties for each in new.conditions)
    )


def _change(old: KeptTopic | None, new: TopicDecision, differences: Differences) -> TopicChange:
    return TopicChange(new.topic, old, new, _responsible(old, new, differences), _answer(old, new, differences))


def _responsible(old: KeptTopic | None, new: TopicDecision, differences: Differences) -> tuple[Locator, ...]:
    """Return the clauses of what a topic says now; where only clauses or conditions differ, those that do."""
    now = cites_or_nearest(new)
    if old is None or old.allowed != new.allowed:
        return now
    if set(old.cites) != set(now):
        more, less = _added_and_removed(old.cites, now)
        return now if old.verdict != new.verdict else more or less
    its_own = [each.duty for each in new.conditions if each.duty in differences.added_duties]
    cites = [cite for duty in its_own or sorted(differences.removed_duties) for cite in duty.cites]
    return tuple(dict.fromkeys(cites)) or now


def _answer(old: KeptTopic | None, new: TopicDecision, differences: Differences) -> Step | None:
    """Return the answer responsible; where only conditions differ, none rather than one that has no part in it."""
    if old is None or old.allowed != new.allowed or set(old.cites) != set(cites_or_nearest(new)):
        return _parting(old, new)
    if meeting := _meeting(new, differences.removed_duties):
        return meeting
    is_way_as_recorded = old.asked == tuple(step.fact for step in new.path.steps)
    return None if is_way_as_recorded and differences.kinds == (Difference.CONDITIONS,) else _parting(old, new)


def _meeting(new: TopicDecision, removed: Collection[Duty]) -> Step | None:
    """Return the answer that meets a condition today which nothing met when the record was kept."""
    unless = [each.unless for outcome in new.outcomes for each in outcome.conditions if each.duty in removed]
    return next((step for step in new.path.steps if any(u.get(step.fact) == step.answer for u in unless)), None)


def _parting(old: KeptTopic | None, new: TopicDecision) -> Step | None:
    """Return the first step that is not as it was recorded, or the last one."""
    steps = new.path.steps
    if old is not None:
        recorded = (*old.asked, *[None] * len(steps))
        for step, fact in zip(steps, recorded, strict=False):
            if step.fact != fact:
                return step
    return steps[-1] if steps else None
