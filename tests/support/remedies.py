"""Slow and plain: every set of changes and provisos, by size, to hold the search for remedies against."""

from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from math import comb

from advisor.domain.remedy import Remedy
from advisor.domain.tree import Answer, Fact, NodeId, Outcome, Tree
from tests.support.brute_force import Facts

Pairs = frozenset[tuple[Fact, Answer]]
Sets = tuple[Pairs, Pairs]
"""Changes and provisos."""


def every_end(tree: Tree, given: Facts, node: NodeId | None = None) -> Iterator[tuple[Outcome, Facts]]:
    """Yield where a tree can end, each with all that is then given."""
    node = node or tree.start
    if node in tree.outcomes:
        yield tree.outcomes[node], given
        return
    question = tree.questions[node]
    for option in question.options:
        if given.get(question.fact, option.answer) == option.answer:
            yield from every_end(tree, {**given, question.fact: option.answer}, option.then)


def is_always_allowed(trees: Sequence[Tree], given: Facts) -> bool:
    """Tell whether every topic is allowed, whatever is not given."""
    return all(outcome.allowed for tree in trees for outcome, _ in every_end(tree, given))


def changes_there_are(trees: Sequence[Tree], known: Facts) -> Pairs:
    """Return every answer that can be brought about and is not known to hold."""
    questions = [question for tree in trees for question in tree.questions.values()]
    return frozenset((q.fact, answer) for q in questions for answer in q.obtain) - known.items()


def provisos_there_are(trees: Sequence[Tree], known: Facts) -> Pairs:
    """Return every answer to an open fact that cannot be brought about."""
    questions = [question for tree in trees for question in tree.questions.values() if question.fact not in known]
    every = frozenset((question.fact, option.answer) for question in questions for option in question.options)
    return every - changes_there_are(trees, known)


def sets_of(pairs: Pairs, size: int, without: Collection[Fact] = ()) -> Iterator[Pairs]:
    """Yield every set of that many pairs with one answer a fact."""
    for chosen in combinations([pair for pair in pairs if pair[0] not in without], size):
        if len(dict(chosen)) == size:
            yield frozenset(chosen)


def allowing(trees: Sequence[Tree], known: Facts, changes: int, provisos: int) -> set[Sets]:
    """Return every set of so many changes, with every set of so many provisos, that allows all topics for sure."""
    return {
        (some, others)
        for some in sets_of(changes_there_are(trees, known), changes)
        for others in sets_of(provisos_there_are(trees, known), provisos, dict(some))
        if is_always_allowed(trees, {**known, **dict(some), **dict(others)})
    }


def can_hold(trees: Sequence[Tree], given: Facts, provisos: Pairs) -> bool:
    """Tell whether any set of provisos at all allows all topics for sure."""
    met = (fact for tree in trees for end in every_end(tree, given) for fact in end[1] if fact not in given)
    answers = {fact: [answer for other, answer in provisos if other == fact] for fact in met}
    fact = next((fact for fact, possible in answers.items() if possible), None)
    if fact is None:
        return is_always_allowed(trees, given)
    return any(can_hold(trees, {**given, fact: answer}, provisos) for answer in answers[fact])


def conditions_left(trees: Sequence[Tree], given: Facts) -> int:
    """Count the distinct conditions that may still have to be met; only what is asked meets one."""
    ends = [end for tree in trees for end in every_end_asked(tree, given)]
    live = {fact: answer for _, asked in ends for fact, answer in asked.items() if fact in given}
    left = [each for outcome, asked in ends for each in outcome.conditions_left({**live, **asked})]
    return len({(each.do, each.who, each.due, each.cites) for each in left})


def every_end_asked(tree: Tree, given: Facts) -> Iterator[tuple[Outcome, Facts]]:
    """Yield where a tree can end, each with what was asked on the way."""
    for outcome, completed in every_end(tree, given):
        asked: dict[Fact, Answer] = {}
        node = tree.start
        while node not in tree.outcomes:
            question = tree.questions[node]
            asked[question.fact] = completed[question.fact]
            node = next(option.then for option in question.options if option.answer == completed[question.fact])
        yield outcome, asked


def with_fewest_conditions(trees: Sequence[Tree], known: Facts, found: Collection[Sets]) -> set[Sets]:
    """Leave out what leaves more conditions to meet than another."""
    left = {sets: conditions_left(trees, {**known, **dict(sets[0]), **dict(sets[1])}) for sets in found}
    return {sets for sets, count in left.items() if count == min(left.values())}


def smallest(trees: Sequence[Tree], known: Facts) -> set[Sets]:
    """Return all smallest remedies, by trying everything."""
    for changes in range(len(changes_there_are(trees, known)) + 1):
        for provisos in range(len(provisos_there_are(trees, known)) + 1):
            if found := allowing(trees, known, changes, provisos):
                return with_fewest_conditions(trees, known, found)
    return set()


def assert_smallest(trees: Sequence[Tree], known: Facts, found: Sequence[Remedy]) -> None:
    """Assert that remedies are all the smallest ones, by trying everything up to their size."""
    changes, provisos = size_of(trees, known, found)
    for fewer in range(changes):
        for some in sets_of(changes_there_are(trees, known), fewer):
            still_open = frozenset(pair for pair in provisos_there_are(trees, known) if pair[0] not in dict(some))
            assert not can_hold(trees, {**known, **dict(some)}, still_open), f"fewer changes suffice: {some}"
    if not found:
        return
    for fewer in range(provisos):
        assert not allowing(trees, known, changes, fewer), "fewer provisos suffice"
    as_small = allowing(trees, known, changes, provisos)
    assert {sets_in(remedy) for remedy in found} == with_fewest_conditions(trees, known, as_small)


def size_of(trees: Sequence[Tree], known: Facts, found: Sequence[Remedy]) -> tuple[int, int]:
    """Return how many changes and provisos remedies have; where there are none, more changes than are possible."""
    if found:
        return len(found[0].changes), len(found[0].provisos)
    return len(dict(changes_there_are(trees, known))) + 1, 0


def sets_to_try(trees: Sequence[Tree], known: Facts, found: Sequence[Remedy]) -> int:
    """Return about how many sets there are up to the size of remedies."""
    changes, provisos = size_of(trees, known, found)
    to_change, to_prove = len(changes_there_are(trees, known)), len(provisos_there_are(trees, known))
    fewer = sum(comb(to_change, size) for size in range(changes))
    return fewer * 20 + comb(to_change, changes) * sum(comb(to_prove, size) for size in range(provisos + 1))


def sets_in(remedy: Remedy) -> Sets:
    """Return a remedy's changes and provisos."""
    return (
        frozenset((change.question.fact, change.answer) for change in remedy.changes),
        frozenset((proviso.question.fact, proviso.answer) for proviso in remedy.provisos),
    )
