"""Every question that decides has a near miss: two examples that differ in its answer, and in what is allowed."""

from itertools import combinations
from typing import NamedTuple

import pytest

from advisor.analysis.paths import every_path, follow
from advisor.domain.path import Step
from advisor.domain.tree import Fact, NodeId, Tree
from tests.trees.shipped import TREES, tree_draft


class Ending(NamedTuple):
    """What was asked and answered on the way, and whether it was allowed in the end."""

    steps: tuple[Step, ...]
    allowed: bool


def differ_only_in(fact: Fact, one: Ending, other: Ending) -> bool:
    """Tell whether two differ in a fact, agree in all others that both ask, and end differently."""
    first, second = ({step.fact: step.answer for step in each.steps} for each in (one, other))
    shared = first.keys() & second.keys()
    return one.allowed != other.allowed and {each for each in shared if first[each] != second[each]} == {fact}


def has_near_miss(endings: list[Ending], node: NodeId, fact: Fact) -> bool:
    through = [each for each in endings if node in {step.question for step in each.steps}]
    return any(differ_only_in(fact, one, other) for one, other in combinations(through, 2))


def example_endings(tree: Tree) -> list[Ending]:
    trails = [follow(tree, example.answers) for example in tree.examples]
    return [Ending(trail.steps, tree.outcomes[trail.end].allowed) for trail in trails]


@pytest.mark.parametrize(("district", "topic"), TREES)
def test_every_question_that_decides_has_a_near_miss_among_the_examples(district: str, topic: str) -> None:
    tree = tree_draft(district, topic).tree
    paths = [Ending(path.steps, path.outcome.allowed) for path in every_path(tree)]
    examples = example_endings(tree)
    deciding = [node for node, question in tree.questions.items() if has_near_miss(paths, node, question.fact)]
    lacking = [node for node in deciding if not has_near_miss(examples, node, tree.questions[node].fact)]
    assert lacking == []
