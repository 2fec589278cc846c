"""The checklist before answering: every way that is left to an allow, the shortest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from advisor.domain.applicability import applies, stands_in_front
from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.path import DecisionPath
from advisor.domain.topic import SCOPE
from advisor.domain.tree import UNSURE, Answer, Condition, Fact, Tree, merged
from advisor.domain.verdict import headline, reason, strictness
from advisor.render.checklist.model import CheckedFact, CheckedTopic, Checklist, Ground, Way, checked, referrals
from advisor.render.wording import headline_words

MOST_WAYS: Final = 2000
"""How many ways through several topics are kept, the shortest; beyond them, the checklist says that there are more."""


@dataclass(frozen=True, slots=True)
class _Route:
    """A path through each of some topics, which agree on the facts that they share."""

    paths: tuple[tuple[Tree, DecisionPath], ...] = ()
    answers: Mapping[Fact, Answer] = field(default_factory=dict)

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """What is left to do, each thing once, in the order in which it falls due."""
        of_all = (each for _, path in self.paths for each in path.outcome.conditions)
        return merged(each for each in of_all if not each.is_met(self.answers))

    @property
    def length(self) -> tuple[int, int]:
        """What sorts the shortest route first."""
        return len(self.answers), len(self.conditions)


def towards_allow(
    topics: Sequence[tuple[Tree, Iterable[DecisionPath]]],
    known: Mapping[Fact, Answer],
    district: District,
    date: str,
) -> Checklist:
    """Return the ways that lead to an allow in all topics at once, the shortest first.

    Args:
        topics: each topic's tree with its paths; a topic that cannot apply any more is left out.
        known: what is known already; ways that contradict it are left out.
        district: whose rules they follow.
        date: the day on which it is made, as year-month-day.
    """
    routes = [_Route()]
    more = False
    about: list[CheckedTopic] = []
    for tree, paths in topics:
        onward = [path for path in paths if path.outcome.allowed and _agree(known, path)]
        if any(applies(path.outcome) for path in onward) or not onward:
            about.append(CheckedTopic(tree.topic, tree.title, deciding_digest(district.trees[tree.topic])))
        joined = [_joined(route, tree, path) for route in routes for path in onward if _agree(route.answers, path)]
        joined.sort(key=lambda route: route.length)
        more = more or len(joined) > MOST_WAYS
        routes = joined[:MOST_WAYS]
    ways = tuple(_way(route, known) for route in routes)
    return Checklist(tuple(about), district.policy, ways, date, more)


def _agree(answers: Mapping[Fact, Answer], path: DecisionPath) -> bool:
    return all(answers.get(step.fact, UNSURE) in (UNSURE, step.answer) for step in path.steps)


def _joined(route: _Route, tree: Tree, path: DecisionPath) -> _Route:
    return _Route((*route.paths, (tree, path)), {**route.answers, **path.answers})


def _way(route: _Route, known: Mapping[Fact, Answer]) -> Way:
    own = [(tree, path.outcome) for tree, path in route.paths if applies(path.outcome)]
    verdicts = [outcome.verdict_given(route.answers) for tree, outcome in own if tree.topic != SCOPE or len(own) == 1]
    strictest = max(verdicts, key=lambda verdict: strictness(verdict, allowed=True))
    conditions = route.conditions
    return Way(
        facts=tuple({fact.fact: fact for fact in _facts(route, known)}.values()),
        conditions=conditions,
        grounds=tuple(dict.fromkeys(Ground(end.because, end.cites, end.near) for _, end in own)),
        referrals=referrals((end.ask, tree.title) for tree, end in own if end.ask),
        readings=tuple(dict.fromkeys(reading for _, end in own for reading in end.readings)),
        headline=headline_words(headline(strictest, allowed=True, conditional=bool(conditions))),
        reason=reason(strictest, allowed=True, partly=len(set(verdicts)) > 1),
    )


def _facts(route: _Route, known: Mapping[Fact, Answer]) -> Iterator[CheckedFact]:
    for tree, path in route.paths:
        for step in path.steps:
            if not stands_in_front(step):
                question = tree.questions[step.question]
                yield checked(question, step.answer, known=known.get(step.fact) == step.answer)
