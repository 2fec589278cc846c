"""When a topic applies: its tree with the facts of the first screen in front of it.

So those facts are facts like any other: they can be unsure, revised and obtained.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from advisor.domain.path import DecisionPath, Step
from advisor.domain.topic import FirstFact, Topic
from advisor.domain.tree import Answer, Fact, NodeId, Option, Outcome, Question, SoundTree
from advisor.domain.verdict import Verdict

_NOT_TOUCHED: Final = Outcome(NodeId("first:not-touched"), Verdict.ALLOW, "It does not touch this topic.")
"""Where a topic ends that does not apply; no author can write such an id."""

_LABELS: Final = {Answer("yes"): "Yes", Answer("no"): "No"}


def applies(outcome: Outcome) -> bool:
    """Tell whether an outcome is a topic's own, rather than that the topic does not apply."""
    return outcome.id != _NOT_TOUCHED.id


def is_first(step: Step) -> bool:
    """Tell whether a step answers a question of the first screen."""
    return step.question == _place(step.fact)


def own_steps(path: DecisionPath) -> tuple[Step, ...]:
    """Return the steps of a path that are the tree's own, without those of the first screen."""
    return tuple(step for step in path.steps if not is_first(step))


def if_it_applies(tree: SoundTree, topic: Topic, facts: Iterable[FirstFact]) -> SoundTree:
    """Return a tree that asks first whether its topic applies; the same tree where it always does.

    Args:
        tree: the topic's tree.
        topic: says when it applies.
        facts: what the first screen asks.
    """
    needed = [fact for fact in facts if fact.fact in topic.when]
    if not needed:
        return tree
    questions: dict[NodeId, Question] = {}
    then = tree.start
    for fact in reversed(needed):
        questions[_place(fact.fact)] = _first_question(fact, topic.when[fact.fact], then)
        then = _place(fact.fact)
    first = dict(reversed(questions.items()))
    return replace(
        tree,
        start=then,
        questions={**first, **tree.questions},
        outcomes={**tree.outcomes, _NOT_TOUCHED.id: _NOT_TOUCHED},
        order=(*first, *tree.order),
    )


def _first_question(fact: FirstFact, needed: Answer, then: NodeId) -> Question:
    options = tuple(
        Option(answer, label, then if answer == needed else _NOT_TOUCHED.id) for answer, label in _LABELS.items()
    )
    return Question(_place(fact.fact), fact.fact, fact.say, options, obtain=fact.obtain)


def _place(fact: Fact) -> NodeId:
    return NodeId(f"first:{fact}")
