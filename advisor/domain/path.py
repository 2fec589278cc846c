"""Steps and paths: what was asked and answered, and where it ended."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.tree import Answer, Fact, NodeId, Outcome
from advisor.domain.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Step:
    """One question and what was answered."""

    question: NodeId
    fact: Fact
    answer: Answer


@dataclass(frozen=True, slots=True)
class DecisionPath:
    """A finished trail with its outcome."""

    steps: tuple[Step, ...]
    outcome: Outcome

    @property
    def answers(self) -> Mapping[Fact, Answer]:
        """What was answered, by fact."""
        return {step.fact: step.answer for step in self.steps}

    @property
    def verdict(self) -> Verdict:
        """The outcome's verdict, given the answers on the path alone."""
        return self.outcome.verdict_given(self.answers)
