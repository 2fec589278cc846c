"""A walk: one sound tree and the answers so far. Everything else is recomputed from the start."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from advisor.domain.completions import deciding_facts, every_end
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
    passed: tuple[Question, ...]
    """The open questions that do not matter: the way leads on by all their options."""

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
    simple = _follow(tree, answers, frozenset())
    if all(step.answer != UNSURE for step in simple.trail):
        return simple
    deciding = deciding_facts(every_end(tree, answers))
    asked = {question.fact for question in tree.questions.values()}
    through = _follow(tree, answers, asked - answers.keys() - deciding)
    disagree = len({outcome.allowed for outcome in through.outcomes}) > 1
    wanted = () if disagree else tuple(question for question in through.open if question.fact in deciding)
    return replace(through, wanted=wanted)


def _follow(tree: SoundTree, answers: Mapping[Fact, Answer], passed: AbstractSet[Fact]) -> Walk:
    """Walk a tree; through questions about facts that are passed, by all their options."""
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
        else:
            trail.append(Step(node, question.fact, answer))
        if answer is not None or question.fact in passed:
            reached.update(_followed(question, answer or UNSURE))
    outcomes = tuple(outcome for id_, outcome in tree.outcomes.items() if id_ in reached)
    led_through = tuple(question for question in still_open if question.fact in passed)
    return Walk(tree, tuple(trail), tuple(still_open), outcomes, wanted=tuple(still_open), passed=led_through)


def branch(trodden: Walk, question: Question) -> tuple[Step, ...]:
    """Return the answers to *not sure* questions of a walk under which alone another question is reached."""
    given = {step.fact: step.answer for step in trodden.trail}
    steps: list[Step] = []
    for step in trodden.trail:
        if step.answer == UNSURE:
            offered = [option.answer for option in trodden.tree.questions[step.question].options]
            leading = [a for a in offered if _may_reach(trodden.tree, {**given, step.fact: a}, question)]
            if len(leading) < len(offered):
                steps += [Step(step.question, step.fact, answer) for answer in leading]
    return tuple(steps)


def _may_reach(tree: SoundTree, answers: Mapping[Fact, Answer], question: Question) -> bool:
    """Tell whether a question can be reached, whatever is answered to what is still open."""
    return question in _follow(tree, answers, {each.fact for each in tree.questions.values()}).open


def _followed(question: Question, answer: Answer) -> list[NodeId]:
    followed = [option.then for option in question.options if answer in (option.answer, UNSURE)]
    if not followed:
        raise UnknownNameError("answer", answer, [o.answer for o in question.options], f" to {question.fact}")
    return followed
