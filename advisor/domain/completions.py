"""What the facts that are still open can come to: completions, evaluated over all topics together.

A completion gives every open fact one answer, the same in all topics. Completions are never listed: each topic's ends
are, and whether ends of several topics go together is searched over the facts that they share.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Outcome, Question, Tree

Facts = Mapping[Fact, Answer]


class End(NamedTuple):
    """One way in which a topic can end, given what is known."""

    assumed: Facts
    """The open facts on the way, each with the answer that it would need."""
    outcome: Outcome


Ends = Sequence[End]


def known(answers: Facts) -> Facts:
    """Return the answers without those that are *not sure*."""
    return {fact: answer for fact, answer in answers.items() if answer != UNSURE}


def every_end(tree: Tree, answers: Facts) -> tuple[End, ...]:
    """Return all ways in which a topic can end, in the author's order.

    Args:
        tree: a tree of sound shape.
        answers: facts that are missing or *not sure* are open.
    """
    return tuple(_every_end(tree, known(answers)))


def _every_end(tree: Tree, given: Facts) -> Iterator[End]:
    ahead: list[tuple[NodeId, Facts]] = [(tree.start, {})]
    while ahead:
        node, assumed = ahead.pop()
        question = tree.questions.get(node)
        if question is None:
            yield End(assumed, tree.outcomes[node])
            continue
        answer = given.get(question.fact) or assumed.get(question.fact)
        for option in reversed(question.options):
            if answer is None:
                ahead.append((option.then, {**assumed, question.fact: option.answer}))
            elif answer == option.answer:
                ahead.append((option.then, assumed))


def settled(ends: Iterable[End]) -> bool | None:
    """Tell what all ends of a topic agree on, allowed or not; nothing where they do not agree."""
    verdicts = {end.outcome.allowed for end in ends}
    return verdicts.pop() if len(verdicts) == 1 else None


def deciding_facts(ends: Ends) -> frozenset[Fact]:
    """Return the open facts that matter to one topic."""
    return frozenset(fact for fact, _ in _turns(ends))


def _turns(ends: Ends) -> Iterator[tuple[Fact, Facts]]:
    """Yield each fact that alone stands between an allowed end and another, with what the allowed one goes with."""
    against = [end for end in ends if not end.outcome.allowed]
    for end in ends:
        if end.outcome.allowed:
            for other in against:
                parting = _parting(end.assumed, other.assumed)
                if len(parting) == 1:
                    yield parting[0], {**other.assumed, **end.assumed}


def _parting(one: Facts, other: Facts) -> list[Fact]:
    return [fact for fact, answer in one.items() if other.get(fact, answer) != answer]


class Completions:
    """All completions of some topics together.

    Args:
        topics: every end of each.
    """

    def __init__(self, topics: Iterable[Ends]) -> None:
        self._topics = tuple(topics)
        topics_asking = Counter(fact for ends in self._topics for fact in {f for end in ends for f in end.assumed})
        self._shared = frozenset(fact for fact, count in topics_asking.items() if count > 1)
        self._needs = tuple(self._needs_of(ends) for ends in self._topics)
        self._bearing = self._facts_bearing()
        self._possible: dict[tuple[int, frozenset[tuple[Fact, Answer]]], bool] = {}

    @property
    def settled(self) -> bool | None:
        """What all completions agree on, allowed or not; nothing where they do not agree."""
        if not self._is_possible(0, {}):
            return False
        return True if all(settled(ends) for ends in self._topics) else None

    def deciding(self) -> tuple[Fact, ...]:
        """Return the open facts that matter, the one whose answers settle most at the front.

        A fact matters if two completions differ on nothing else, and only one of them allows everything.
        """
        if self.settled is not None:
            return ()
        found = {fact for ends in self._topics for fact, allowed in _turns(ends) if self._is_possible(0, allowed)}
        answers = self._answers_of(found)
        return tuple(sorted(answers, key=lambda fact: -self._share_settled(fact, answers[fact])))

    def supposing(self, fact: Fact, answer: Answer) -> "Completions":
        """Return those that are left if a fact has some answer."""
        return Completions([end for end in ends if end.assumed.get(fact, answer) == answer] for ends in self._topics)

    def _answers_of(self, facts: Iterable[Fact]) -> Mapping[Fact, list[Answer]]:
        """Return the answers that facts can have, in the order in which they are met."""
        answers: dict[Fact, dict[Answer, None]] = {}
        for ends in self._topics:
            for end in ends:
                for fact, answer in end.assumed.items():
                    answers.setdefault(fact, {})[answer] = None
        return {fact: list(answers[fact]) for fact in answers if fact in set(facts)}

    def _share_settled(self, fact: Fact, answers: Sequence[Answer]) -> float:
        return sum(self.supposing(fact, answer).settled is not None for answer in answers) / len(answers)

    def _needs_of(self, ends: Ends) -> tuple[Facts, ...]:
        """Return what one topic can need of the shared facts to be allowed, without what needs more than another."""
        needs = {
            frozenset((fact, answer) for fact, answer in end.assumed.items() if fact in self._shared)
            for end in ends
            if end.outcome.allowed
        }
        return tuple(dict(need) for need in needs if not any(less < need for less in needs))

    def _facts_bearing(self) -> tuple[frozenset[Fact], ...]:
        """Return the facts that bear on the topics from each place on."""
        bearing = [frozenset[Fact]()]
        for needs in reversed(self._needs):
            bearing.append(bearing[-1].union(*needs))
        return tuple(reversed(bearing))

    def _is_possible(self, place: int, bound: Facts) -> bool:
        """Tell whether the topics from a place on can all be allowed together, some facts being bound."""
        if place == len(self._needs):
            return True
        bearing = {fact: answer for fact, answer in bound.items() if fact in self._bearing[place]}
        key = (place, frozenset(bearing.items()))
        if key not in self._possible:
            self._possible[key] = any(
                self._is_possible(place + 1, {**bearing, **need})
                for need in self._needs[place]
                if not _parting(need, bearing)
            )
        return self._possible[key]


def question_of(fact: Fact, trees: Iterable[Tree]) -> Question:
    """Return the first question that asks a fact.

    Raises:
        StopIteration: no tree asks it.
    """
    return next(q for tree in trees for q in tree.questions.values() if q.fact == fact)
