"""The cheapest combinations of answers under which several topics are all allowed.

Topics are allowed whatever the open facts are exactly when no way to a deny is left: no path to one that agrees with
all that is known and chosen. A way is closed by another answer to some fact on it. So the search takes a way that is
left and chooses in turn each answer that closes it; the combination that can come out cheapest is taken further first.
Whatever allows all topics closes that way too, whichever way was taken, so no combination is missed.
"""

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush
from itertools import count, islice
from typing import Final, NamedTuple, TypeAlias

from advisor.domain.completions import Facts
from advisor.domain.tree import Answer, Fact, NodeId, Question, SoundTree

_MOST_LOOKED_AT: Final = 30
"""How many ways to a deny of one topic are weighed against each other: any one would do to go on from."""

_Answered: TypeAlias = tuple[Fact, Answer]
_Closing: TypeAlias = tuple[_Answered, ...]
"""The answers that close one way to a deny, each by itself."""


class Combination(NamedTuple):
    """Answers under which all topics are allowed, in the order of the topics, their questions and their options."""

    changes: Facts
    """Those that can be brought about."""
    provisos: Facts
    """Those to open facts that cannot."""


def cheapest(trees: Sequence[SoundTree], facts: Facts) -> tuple[Combination, ...]:
    """Return every combination with the fewest changes, and among those the fewest provisos, in a fixed order.

    Args:
        trees: one a topic.
        facts: what is known; every other fact is open.
    """
    return tuple(_Search(trees, facts).combinations())


class _Cost(NamedTuple):
    changes: int
    provisos: int


class _State(NamedTuple):
    """How far a combination has come."""

    chosen: Facts
    barred: frozenset[_Answered]
    """What it leaves to other states, so that no two come to the same combination."""
    ways: Sequence[_Closing]
    """What closes each way to a deny that is left."""


class _Search:
    def __init__(self, trees: Sequence[SoundTree], facts: Facts) -> None:
        self._trees = trees
        self._known = facts
        questions = [tree.questions[node] for tree in trees for node in tree.order]
        self._obtainable = frozenset(
            (each.fact, answer) for each in questions for answer in each.obtain if facts.get(each.fact) != answer
        )
        self._choices = {each.fact: self._choices_of(each) for each in questions}
        choices = ((fact, answer) for fact, answers in self._choices.items() for answer in answers)
        self._rank = {answered: rank for rank, answered in enumerate(choices)}
        self._asked = [frozenset(question.fact for question in tree.questions.values()) for tree in trees]
        self._denying = [tree.leading_to(allowed=False) for tree in trees]
        self._ways: dict[tuple[int, frozenset[_Answered]], tuple[_Closing, ...]] = {}

    def _choices_of(self, question: Question) -> tuple[Answer, ...]:
        """Return the answers that a fact can be given; to a known one, only those that can be brought about."""
        answers = (option.answer for option in question.options)
        return tuple(a for a in answers if question.fact not in self._known or (question.fact, a) in self._obtainable)

    def combinations(self) -> list[Combination]:
        started = count()
        waiting: list[tuple[_Cost, int, _State]] = []

        def wait(state: _State) -> None:
            if all(state.ways):
                heappush(waiting, (self._least_cost(state), next(started), state))

        wait(self._state({}, frozenset()))
        found: list[Facts] = []
        lowest: _Cost | None = None
        while waiting and lowest in {None, waiting[0][0]}:
            cost, _, state = heappop(waiting)
            if state.ways:
                for onward in self._onward(state):
                    wait(onward)
            else:
                found.append(state.chosen)
                lowest = cost
        return [self._combination(chosen) for chosen in sorted(found, key=self._place)]

    def _onward(self, state: _State) -> Iterator[_State]:
        """Yield the states that close a way, one of those that the fewest answers close."""
        barred = state.barred
        for fact, answer in min(state.ways, key=len):
            yield self._state({**state.chosen, fact: answer}, barred)
            barred |= {(fact, answer)}

    def _state(self, chosen: Facts, barred: frozenset[_Answered]) -> _State:
        left = (closing for place in range(len(self._trees)) for closing in self._ways_left(place, chosen))
        return _State(chosen, barred, [tuple(each for each in closing if each not in barred) for closing in left])

    def _ways_left(self, place: int, chosen: Facts) -> tuple[_Closing, ...]:
        """Return what closes each way to a deny that a tree has left: nothing, where no allow is left."""
        key = place, frozenset((fact, answer) for fact, answer in chosen.items() if fact in self._asked[place])
        if key not in self._ways:
            ways = islice(self._ways_to_deny(place, {**self._known, **chosen}), _MOST_LOOKED_AT)
            closing = tuple(tuple(self._closing(way, chosen)) for way in ways)
            self._ways[key] = closing if self._can_allow(self._trees[place], chosen) else ((),)
        return self._ways[key]

    def _ways_to_deny(self, place: int, given: Facts) -> Iterator[Facts]:
        """Yield the answers on each path to a deny that agrees with those that are given."""
        questions, denying = self._trees[place].questions, self._denying[place]
        ahead: list[tuple[NodeId, Facts]] = [(self._trees[place].start, {})]
        while ahead:
            node, way = ahead.pop()
            if node not in denying:
                continue
            if node not in questions:
                yield way
                continue
            question = questions[node]
            answer = given.get(question.fact) or way.get(question.fact)
            for option in reversed(question.options):
                if answer in {None, option.answer}:
                    ahead.append((option.then, {**way, question.fact: option.answer}))

    def _closing(self, way: Facts, chosen: Facts) -> Iterator[_Answered]:
        for fact, answer in way.items():
            if fact not in chosen:
                yield from ((fact, other) for other in self._choices[fact] if other != answer)

    def _can_allow(self, tree: SoundTree, chosen: Facts) -> bool:
        """Tell whether an allow can be reached at all by what is known and can be chosen."""
        reached = {tree.start}
        for node in tree.order:
            if node in reached:
                fact = tree.questions[node].fact
                given = chosen.get(fact)
                possible = {given} if given else {self._known.get(fact), *self._choices[fact]}
                reached.update(option.then for option in tree.questions[node].options if option.answer in possible)
        return any(outcome.allowed for id_, outcome in tree.outcomes.items() if id_ in reached)

    def _least_cost(self, state: _State) -> _Cost:
        """Return what a state comes to at least: ways that have no fact in common are closed one by one."""
        changes = len(state.chosen.items() & self._obtainable)
        provisos = len(state.chosen) - changes
        counted: set[Fact] = set()
        weighed = [(not self._obtainable.issuperset(closing), len(closing), closing) for closing in state.ways]
        for proviso_will_do, _, closing in sorted(weighed):
            facts = {fact for fact, _ in closing}
            if counted.isdisjoint(facts):
                counted |= facts
                changes += not proviso_will_do
                provisos += proviso_will_do
        return _Cost(changes, provisos)

    def _place(self, chosen: Facts) -> list[list[int]]:
        """Return where a combination stands among others: by its changes, then by its provisos."""
        return [[self._rank[answered] for answered in part.items()] for part in self._combination(chosen)]

    def _combination(self, chosen: Facts) -> Combination:
        ordered = sorted(chosen.items(), key=lambda answered: self._rank[answered])
        changes = {fact: answer for fact, answer in ordered if (fact, answer) in self._obtainable}
        return Combination(changes, {fact: answer for fact, answer in ordered if fact not in changes})
