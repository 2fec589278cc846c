"""The paths of a tree: list them lazily, count them without listing, follow one. Standard library only.

All expect a tree of sound shape: no loop, every target defined. Nothing recurses, however deep the tree.

>>> from advisor.domain.policy import DistrictSlug, TopicSlug
>>> from advisor.domain.tree import Option, Outcome, Question
>>> from advisor.domain.verdict import Verdict
>>> yes, no, consent = Answer("yes"), Answer("no"), NodeId("consent")
>>> options = Option(yes, "Yes", NodeId("fine")), Option(no, "No", NodeId("wait"))
>>> outcomes = [Outcome(NodeId("fine"), Verdict.ALLOW, "Agreed."), Outcome(NodeId("wait"), Verdict.DENY, "Not agreed.")]
>>> tree = Tree(
...     DistrictSlug("example"),
...     TopicSlug("student-images"),
...     "Photos of students",
...     start=consent,
...     questions={consent: Question(consent, Fact("consent"), "Do you hold consent?", options)},
...     outcomes={outcome.id: outcome for outcome in outcomes},
... )
>>> [(dict(path.answers), path.outcome.id) for path in every_path(tree)]
[({'consent': 'yes'}, 'fine'), ({'consent': 'no'}, 'wait')]
>>> count_paths(tree), longest_path(tree)
(2, 1)
>>> follow(tree, {Fact("consent"): no}).end, follow(tree, {}).end
('wait', 'consent')
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from typing import Final

from advisor.domain.counts import shown_count
from advisor.domain.path import DecisionPath, Step
from advisor.domain.tree import Answer, Fact, NodeId, Tree
from advisor.errors import AdvisorError

MOST_LISTED: Final = 10_000
"""Beyond so many paths they are counted, and not gone through."""

_MOST_ASKED: Final = 300
"""Beyond so many questions on one path, nobody can read its lines."""


@dataclass(frozen=True, slots=True)
class Trail:
    """How far some answers lead."""

    steps: tuple[Step, ...]
    end: NodeId
    """An outcome, or the question whose answer is missing or not offered."""


def every_path(tree: Tree) -> Iterator[DecisionPath]:
    """Yield every path, depth first in the author's order; there may be more than anyone can wait for."""
    trail: list[Step] = []
    ahead: list[tuple[int, tuple[Step, ...], NodeId]] = [(0, (), tree.start)]
    while ahead:
        depth, latest, node = ahead.pop()
        trail[depth:] = latest
        question = tree.questions.get(node)
        if question is None:
            yield DecisionPath(tuple(trail), tree.outcomes[node])
            continue
        for option in reversed(question.options):
            ahead.append((len(trail), (Step(node, question.fact, option.answer),), option.then))


def listed_paths(tree: Tree) -> tuple[DecisionPath, ...]:
    """Return every path of a tree that has few enough to be read.

    Raises:
        AdvisorError: it has too many, or one that is too long.
    """
    count, longest = count_paths(tree), longest_path(tree)
    if count > MOST_LISTED:
        too_much = f"has {shown_count(count)} paths; at most {MOST_LISTED:,} are listed"
    elif longest > _MOST_ASKED:
        too_much = f"has a path of {longest:,} questions; paths of at most {_MOST_ASKED} are listed"
    else:
        return tuple(every_path(tree))
    raise AdvisorError(f"{tree.topic} {too_much}: split the topic (advisor explain too-many-paths)")


def count_paths(tree: Tree) -> int:
    """Count the paths without listing them."""
    counts = dict.fromkeys(tree.outcomes, 1)
    for node in bottom_up(tree):
        counts[node] = sum(counts[option.then] for option in tree.questions[node].options)
    return counts[tree.start]


def longest_path(tree: Tree) -> int:
    """Return how many questions the longest path asks."""
    lengths = dict.fromkeys(tree.outcomes, 0)
    for node in bottom_up(tree):
        lengths[node] = 1 + max(lengths[option.then] for option in tree.questions[node].options)
    return lengths[tree.start]


def bottom_up(tree: Tree) -> tuple[NodeId, ...]:
    """Return the questions so that each comes after all that it leads to."""
    below = {
        node: [option.then for option in question.options if option.then in tree.questions]
        for node, question in tree.questions.items()
    }
    return tuple(TopologicalSorter(below).static_order())


def follow(tree: Tree, answers: Mapping[Fact, Answer]) -> Trail:
    """Follow some answers from the start, until an outcome or a question that they do not answer."""
    steps: list[Step] = []
    node = tree.start
    while question := tree.questions.get(node):
        option = question.option(answers[question.fact]) if question.fact in answers else None
        if option is None:
            break
        steps.append(Step(node, question.fact, option.answer))
        node = option.then
    return Trail(tuple(steps), node)
