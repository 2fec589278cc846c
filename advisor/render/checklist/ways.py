"""The checklist before answering: every way that is left to an allow, the shortest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.path import DecisionPath
from advisor.domain.policy import Locator
from advisor.domain.tree import UNSURE, Answer, Fact, Outcome, Tree, merged
from advisor.render.checklist.model import CheckedTopic, Checklist, Way, checked

MOST_WAYS: Final = 2000
"""How many ways through several topics are kept, the shortest; beyond them, the checklist says that there are more."""


def towards_allow(
    topics: Sequence[tuple[Tree, Iterable[DecisionPath]]],
    known: Mapping[Fact, Answer],
    district: District,
    date: str,
) -> Checklist:
    """Return the ways that lead to an allow in all topics at once, the shortest first.

    Args:
        topics: each topic's tree with its paths.
        known: what is known already; ways that contradict it are left out.
        district: whose rules they follow.
        date: the day on which it is made, as year-month-day.
    """
    ways = [Way()]
    more = False
    for tree, paths in topics:
        onward = [_way(tree, path, known) for path in paths if path.outcome.allowed]
        joined = [_joined(one, other) for one in ways for other in onward if _consistent(one, other, known)]
        joined.sort(key=_length)
        more = more or len(joined) > MOST_WAYS
        ways = joined[:MOST_WAYS]
    about = tuple(CheckedTopic(tree.topic, tree.title, deciding_digest(tree)) for tree, _ in topics)
    finished = sorted(map(_finished, ways), key=_length)
    return Checklist(about, district.policy, tuple(finished), date, more)


def _grounds(end: Outcome) -> tuple[Locator, ...]:
    return (*end.cites, *end.near)


def _way(tree: Tree, path: DecisionPath, known: Mapping[Fact, Answer]) -> Way:
    end = path.outcome
    return Way(
        facts=tuple(
            checked(tree.questions[step.question], step.answer, known=known.get(step.fact) == step.answer)
            for step in path.steps
        ),
        conditions=end.conditions,
        because=(end.because,),
        cites=_grounds(end),
        ask=(end.ask,) if end.ask else (),
    )


def _consistent(one: Way, other: Way, known: Mapping[Fact, Answer]) -> bool:
    settled = {each.fact: each.answer for each in one.facts} | {
        fact: answer for fact, answer in known.items() if answer != UNSURE
    }
    return all(settled.get(each.fact, each.answer) == each.answer for each in other.facts)


def _joined(one: Way, other: Way) -> Way:
    facts = {each.fact: each for each in (*one.facts, *other.facts)}
    return Way(
        facts=tuple(facts.values()),
        conditions=one.conditions + other.conditions,
        because=tuple(dict.fromkeys(one.because + other.because)),
        cites=tuple(dict.fromkeys(one.cites + other.cites)),
        ask=tuple(dict.fromkeys(one.ask + other.ask)),
    )


def _length(way: Way) -> tuple[int, int]:
    return len(way.facts), len(way.conditions)


def _finished(way: Way) -> Way:
    """Leave out the conditions that an answer of any topic meets, and those that stand twice."""
    answers = {each.fact: each.answer for each in way.facts}
    return replace(way, conditions=merged(each for each in way.conditions if not each.is_met(answers)))
