"""A walk: one sound tree and the answers so far. Everything else is recomputed from the start."""

from collections.abc import Mapping
from dataclasses import dataclass

from advisor.domain.completions import deciding_facts, every_end, settled
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
    wanted: tuple[Question, ...]
    """The open questions that are still worth asking: after *not sure*, only those that matter."""

    @property
    def question(self) -> Question | None:
        """The question to ask next, or none when the walk is finished."""
        return self.wanted[0] if self.wanted else None

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
    wanted = tuple(still_open)
    if any(step.answer == UNSURE for step in trail):
        wanted = _still_worth_asking(tree, answers, wanted, outcomes)
    return Walk(tree, tuple(trail), tuple(still_open), outcomes, wanted)


def branch(trodden: Walk, question: Question) -> tuple[Step, ...]:
    """Return the answers to *not sure* questions of a walk under which alone another question is reached."""
    given = {step.fact: step.answer for step in trodden.trail}
    steps: list[Step] = []
    for step in trodden.trail:
        if step.answer == UNSURE:
            offered = [option.answer for option in trodden.tree.questions[step.question].options]
            leading = [a for a in offered if question in walk(trodden.tree, {**given, step.fact: a}).open]
            if len(leading) < len(offered):
                steps += [Step(step.question, step.fact, answer) for answer in leading]
    return tuple(steps)


def _still_worth_asking(
    tree: SoundTree, answers: Mapping[Fact, Answer], still_open: tuple[Question, ...], outcomes: tuple[Outcome, ...]
) -> tuple[Question, ...]:
    """Leave out what does not matter; all of it once the topic is settled or two finished branches disagree."""
    if len({outcome.allowed for outcome in outcomes}) > 1:
        return ()
    ends = every_end(tree, answers)
    if settled(ends) is not None:
        return ()
    deciding = deciding_facts(ends)
    return tuple(question for question in still_open if question.fact in deciding)


def _followed(question: Question, answer: Answer) -> list[NodeId]:
    followed = [option.then for option in question.options if answer in (option.answer, UNSURE)]
    if not followed:
        raise UnknownNameError("answer", answer, [o.answer for o in question.options], f" to {question.fact}")
    return followed
