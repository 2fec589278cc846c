"""Remedies: what would turn a decision into an allow, and where an allow parted from what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.applicability import own_steps
from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.path import Step
from advisor.domain.policy import TopicSlug
from advisor.domain.tree import Answer, Condition, Fact, Question
from advisor.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that can still be brought about."""

    question: Question
    """A question that says how."""
    answer: Answer
    was: Answer | None
    """What is known to hold instead; nothing where the fact is open."""

    @property
    def how(self) -> str:
        """How to bring it about."""
        return self.question.obtain[self.answer]


@dataclass(frozen=True, slots=True)
class Proviso:
    """An answer to an open fact that nobody can bring about, so that it has to prove true."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class Remedy:
    """The smallest change, still in the person's power, that turns a decision into an allow."""

    changes: tuple[Change, ...]
    """In the order of the topics and their questions."""
    provisos: tuple[Proviso, ...]
    """In the same order."""
    decision: Decision | None
    """What it comes to then; nothing where no topic applies any more."""

    @property
    def answers(self) -> Mapping[Fact, Answer]:
        """What has to hold then."""
        changed = {change.question.fact: change.answer for change in self.changes}
        return changed | {proviso.question.fact: proviso.answer for proviso in self.provisos}

    @property
    def verdict(self) -> Verdict:
        """The verdict then."""
        return self.decision.verdict if self.decision else Verdict.ALLOW

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is then left to do."""
        return self.decision.conditions if self.decision else ()


@dataclass(frozen=True, slots=True)
class Remedies:
    """What would change a decision: the smallest remedies; none where the trees know of no change that would."""

    together: tuple[Remedy, ...]
    """What would allow all topics at once."""
    by_topic: Mapping[TopicSlug, tuple[Remedy, ...]]
    """What would allow a topic by itself, for each that is not allowed."""


def parting(topic: TopicDecision) -> Step | None:
    """Return the last step that an allow parted from: another answer to it can lead to an allow, in this tree alone."""
    leading = topic.tree.leading_to(allowed=True)
    for step in reversed(own_steps(topic.path)):
        others = (each for each in topic.tree.questions[step.question].options if each.answer != step.answer)
        if any(option.then in leading for option in others):
            return step
    return None


def partings(decision: Decision) -> tuple[tuple[TopicDecision, Step], ...]:
    """Return the topics that stand in the way, each with the step that an allow parted from, where there is one."""
    in_the_way = () if decision.allowed else decision.deciding
    return tuple((topic, step) for topic in in_the_way if (step := parting(topic)))
