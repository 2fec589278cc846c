"""A walk: one sound tree and the answers so far. Everything else is recomputed from the start."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.path import DecisionPath, Step
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Outcome, Question, SoundTree
from advisor.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class Walk:
    """How far the answers lead into one tree.

    Its place is a frontier of positions: one while every answer is known, several after *not sure*.
    """

    tree: SoundTree
    trail: tuple[Step, ...]
    """The questions reached and answered, in topological order."""
    open: tuple[Question, ...]
    """The questions reached and not answered, in topological order."""
    outcomes: tuple[Outcome, ...]
    """The outcomes reached, in the author's order."""

    @property
    def question(self) -> Question | None:
        """The question to ask next, or none when the walk is finished."""
        return self.open[0] if self.open else None

    @property
    def path(self) -> DecisionPath | None:
        """The finished path, or none while questions are open or *not sure* leaves several outcomes."""
        if self.open or len(self.outcomes) != 1:
            return None
        return DecisionPath(self.trail, self.outcomes[0])


def walk(tree: SoundTree, answers: Mapping[Fact, Answer]) -> Walk:
    """Walk a tree as far as the answers lead.

    Args:
        tree: a sound tree.
        answers: by fact; facts that the tree does not ask are passed over.

    Raises:
        UnknownNameError: a question on the way does not offer the answer given to it.
    """
    reached = {tree.start}
    trail: list[Step] = []
    still_open: list[Question] = []
    for node in tree.order:
        if node not in reached:
            continue
        question = tree.questions[node]
        answer = answers.get(question.fact)
        if answer is None:
            still_open.append(question)
            continue
        reached.update(_followed(question, answer))
        trail.append(Step(node, question.fact, answer))
    outcomes = tuple(outcome for id_, outcome in tree.outcomes.items() if id_ in reached)
    return Walk(tree, tuple(trail), tuple(still_open), outcomes)


def _followed(question: Question, answer: Answer) -> list[NodeId]:
    followed = [option.then for option in question.options if answer in (option.answer, UNSURE)]
    if not followed:
        raise UnknownNameError("answer", answer, [o.answer for o in question.options], f" to {question.fact}")
    return followed
