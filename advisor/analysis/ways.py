"""How many ways through a tree remain to each headline, and what each of its places can still end in.

Counted from the ends upwards, never listed. A way is a path that agrees with what is known; *not sure* agrees with
every option. What is known of facts that the way does not ask, because another topic asked them, counts as well. Where
the topic turns out not to apply, a way leads to no headline and is not counted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, TypeAlias

from advisor.domain.applicability import applies
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Option, Outcome, Question, SoundTree
from advisor.domain.verdict import Headline, headline

_Given: TypeAlias = tuple[Fact, Answer]

_Unmet: TypeAlias = frozenset[frozenset[_Given]]
"""The conditions of an allow that are still to be met; any one of its answers meets a condition."""

_End: TypeAlias = Headline | _Unmet
"""Where ways end: a headline, or YES once every condition is met and YES, IF otherwise."""

_Ends: TypeAlias = Mapping[_End, int]

_MOST_KEPT_APART: Final = 32
"""Beyond so many sets of unmet conditions, or of answers that meet some, at one place; no policy comes near."""


def ways_left(tree: SoundTree, answers: Mapping[Fact, Answer]) -> Mapping[Headline, int]:
    """Count the ways that remain to each headline; headlines that no way leads to are left out.

    Where a tree has more conditions than can be kept apart, ways that may meet them all count as YES, IF.

    Args:
        tree: a sound tree.
        answers: what is known, by fact, of whatever topic.
    """
    count: Counter[Headline] = Counter()
    for end, ways in _ends(tree, answers)[tree.start].items():
        count[_headline(end, frozenset(answers.items()))] += ways
    return {each: count[each] for each in Headline if count[each]}


def verdicts_below(tree: SoundTree, answers: Mapping[Fact, Answer]) -> Mapping[NodeId, tuple[Headline, ...]]:
    """Return for each place the headlines that ways from it can end in, the most welcome first.

    From a place on, ways agree with what is known. Up to it they do where that is possible; a place that the answers
    have ruled out is seen as by somebody who answered otherwise.
    """
    before = _given_before(tree, answers)
    found: dict[NodeId, set[Headline]] = {}
    for node, ends in _ends(tree, answers).items():
        given = [_together(answers, earlier) for earlier in before[node]]
        found[node] = {_headline(end, each) for end in ends for each in given}
    return {node: tuple(each for each in Headline if each in possible) for node, possible in found.items()}


def _agreeing(question: Question, answers: Mapping[Fact, Answer]) -> list[Option]:
    given = answers.get(question.fact)
    return [option for option in question.options if given in (None, UNSURE, option.answer)]


def _ends(tree: SoundTree, answers: Mapping[Fact, Answer]) -> Mapping[NodeId, _Ends]:
    """Count for each place the ways from it to each end."""
    ends: dict[NodeId, _Ends] = {
        id_: {_end(outcome): 1} if applies(outcome) else {} for id_, outcome in tree.outcomes.items()
    }
    for node in reversed(tree.order):
        question = tree.questions[node]
        ways: Counter[_End] = Counter()
        for option in _agreeing(question, answers):
            for end, count in ends[option.then].items():
                ways[_answered(end, question.fact, option.answer)] += count
        ends[node] = _kept_apart(ways)
    return ends


def _end(outcome: Outcome) -> _End:
    met, unmet = (headline(outcome.verdict, allowed=outcome.allowed, conditional=c) for c in (False, True))
    if met is unmet:
        return met
    return _narrowed(frozenset(condition.unless.items()) for condition in outcome.conditions)


def _answered(end: _End, fact: Fact, answer: Answer) -> _End:
    """Return an end, seen from a question whose answer leads to it. A fact is asked only once on a way."""
    if isinstance(end, Headline):
        return end
    left = (condition for condition in end if (fact, answer) not in condition)
    return _narrowed(frozenset(given for given in condition if given[0] != fact) for condition in left)


def _narrowed(conditions: Iterable[frozenset[_Given]]) -> _End:
    unmet = frozenset(conditions)
    if not unmet:
        return Headline.YES
    return Headline.YES_IF if frozenset() in unmet else unmet


def _kept_apart(ways: Counter[_End]) -> _Ends:
    unmet = [end for end in ways if not isinstance(end, Headline)]
    if len(unmet) > _MOST_KEPT_APART:
        ways[Headline.YES_IF] += sum(ways.pop(end) for end in unmet)
    return ways


def _headline(end: _End, given: frozenset[_Given]) -> Headline:
    if isinstance(end, Headline):
        return end
    return Headline.YES if all(condition & given for condition in end) else Headline.YES_IF


def _together(answers: Mapping[Fact, Answer], earlier: frozenset[_Given]) -> frozenset[_Given]:
    """Return what is known, as changed by the answers on the way to a place."""
    asked = {fact for fact, _ in earlier}
    return earlier | {given for given in answers.items() if given[0] not in asked}


def _given_before(tree: SoundTree, answers: Mapping[Fact, Answer]) -> Mapping[NodeId, frozenset[frozenset[_Given]]]:
    """Return for each place what ways to it can have answered to the facts that meet conditions."""
    lifting = {fact for each in tree.outcomes.values() for condition in each.conditions for fact in condition.unless}
    none_yet = frozenset({frozenset[_Given]()})
    by_any, by_agreeing = {tree.start: none_yet}, {tree.start: none_yet}
    for node in tree.order:
        question = tree.questions[node]
        for option in question.options:
            given = {(question.fact, option.answer)} if question.fact in lifting else set()
            for before in (by_any, by_agreeing):
                if node in before and (before is by_any or option in _agreeing(question, answers)):
                    more = {earlier | given for earlier in before[node]}
                    before[option.then] = _few(before.get(option.then, frozenset()) | more)
    return {**by_any, **by_agreeing}


def _few(ways: frozenset[frozenset[_Given]]) -> frozenset[frozenset[_Given]]:
    """Return ways as they are; for too many, one that meets what any of them does and one that meets nothing."""
    if len(ways) <= _MOST_KEPT_APART:
        return ways
    most = frozenset[_Given]().union(*ways)
    return frozenset({most, frozenset((fact, UNSURE) for fact, _ in most)})
