"""Slow and plain: every completion of some answers, one by one, to hold the engine against."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Outcome, Tree
from advisor.domain.verdict import strictness

Facts = Mapping[Fact, Answer]


def every_completion(trees: Sequence[Tree], answers: Facts) -> Iterator[dict[Fact, Answer]]:
    """Yield the known answers with every combination of answers to the other facts that can be asked."""
    known = {fact: answer for fact, answer in answers.items() if answer != UNSURE}
    offered = offered_by_open_facts(trees, answers)
    for combination in product(*offered.values()):
        yield {**known, **dict(zip(offered, combination, strict=True))}


def offered_by_open_facts(trees: Sequence[Tree], answers: Facts) -> dict[Fact, list[Answer]]:
    """Return the facts that some question asks which the known answers do not cut off, each with its answers."""
    known = {fact: answer for fact, answer in answers.items() if answer != UNSURE}
    offered: dict[Fact, list[Answer]] = {}
    for tree in trees:
        ahead, seen = [tree.start], set[NodeId]()
        while ahead:
            question = tree.questions.get(node := ahead.pop())
            if question is None or node in seen:
                continue
            seen.add(node)
            given = known.get(question.fact)
            if given is None:
                offered[question.fact] = [option.answer for option in question.options]
            ahead += [option.then for option in question.options if given in (None, option.answer)]
    return offered


def ends_of(trees: Sequence[Tree], completion: Facts) -> list[tuple[Outcome, dict[Fact, Answer]]]:
    """Return where each topic ends in a completion, and what was asked on the way."""
    return [_end_of(tree, completion) for tree in trees]


def _end_of(tree: Tree, completion: Facts) -> tuple[Outcome, dict[Fact, Answer]]:
    node = tree.start
    asked: dict[Fact, Answer] = {}
    while question := tree.questions.get(node):
        answer = completion[question.fact]
        asked[question.fact] = answer
        node = next(option.then for option in question.options if option.answer == answer)
    return tree.outcomes[node], asked


def is_allowed(trees: Sequence[Tree], completion: Facts) -> bool:
    """Tell whether every topic is allowed in a completion."""
    return all(outcome.allowed for outcome, _ in ends_of(trees, completion))


def strictness_of(trees: Sequence[Tree], completion: Facts) -> int:
    """Return how strict the combined verdict of a completion is; an answer that was not asked meets no condition."""
    ends = ends_of(trees, completion)
    live = {fact: answer for _, asked in ends for fact, answer in asked.items()}
    return max(strictness(outcome.verdict_given(live), allowed=outcome.allowed) for outcome, _ in ends)


def facts_that_matter(trees: Sequence[Tree], answers: Facts) -> set[Fact]:
    """Return each open fact on which alone two completions differ of which one is allowed and the other is not."""
    verdicts = {frozenset(one.items()): is_allowed(trees, one) for one in every_completion(trees, answers)}
    offered = offered_by_open_facts(trees, answers)
    return {
        fact
        for completion, allowed in verdicts.items()
        for fact, given in completion
        for other in offered.get(fact, ())
        if verdicts.get(completion - {(fact, given)} | {(fact, other)}, allowed) != allowed
    }
