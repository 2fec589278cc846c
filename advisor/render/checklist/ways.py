"""The checklist before answering: every way that is left to an allow, the shortest first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from advisor.domain.applicability import applies
from advisor.domain.consultation import Consultation
from advisor.domain.digest import deciding_digest
from advisor.domain.district import District
from advisor.domain.path import DecisionPath
from advisor.domain.tree import UNSURE, Answer, Fact, Outcome, SoundTree, merged
from advisor.render.checklist.model import CheckedTopic, Checklist, Way, way_of
from advisor.render.wording import asked

MOST_WAYS: Final = 2000
"""How many ways through several topics are kept, the shortest; beyond them, the checklist says that there are more."""


@dataclass(frozen=True, slots=True)
class _Route:
    """A path through each of some topics, which agree on the facts that they share."""

    outcomes: tuple[Outcome, ...] = ()
    answers: Mapping[Fact, Answer] = field(default_factory=dict)

    @property
    def length(self) -> tuple[int, int]:
        """What sorts the shortest route first: how much must be true, then how much is left to do."""
        left = merged(each for outcome in self.outcomes for each in outcome.conditions_left(self.answers))
        return len(self.answers), len(left)


def towards_allow(
    topics: Sequence[tuple[SoundTree, Iterable[DecisionPath]]],
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
        joined = [_joined(route, path) for route in routes for path in onward if _agree(route.answers, path)]
        joined.sort(key=lambda route: route.length)
        more = more or len(joined) > MOST_WAYS
        routes = joined[:MOST_WAYS]
    trees = [tree for tree, _ in topics]
    ways = tuple(_way(Consultation.begin(trees, route.answers), known) for route in routes)
    return Checklist(tuple(about), district.policy, ways, date, more)


def _way(finished: Consultation, known: Mapping[Fact, Answer]) -> Way:
    decision = finished.decision
    if decision is None:
        raise ValueError("a route that ends in every topic is decided")
    answered = {question.fact: (question, answer) for question, answer in asked(decision)}
    # That a topic does not apply is a part of the way as well, unless it is known already.
    for walk in finished.walks:
        for step in walk.trail:
            if known.get(step.fact) != step.answer:
                answered.setdefault(step.fact, (walk.tree.questions[step.question], step.answer))
    return way_of(decision, answered.values(), known)


def _agree(answers: Mapping[Fact, Answer], path: DecisionPath) -> bool:
    return all(answers.get(step.fact, UNSURE) in (UNSURE, step.answer) for step in path.steps)


def _joined(route: _Route, path: DecisionPath) -> _Route:
    return _Route((*route.outcomes, path.outcome), {**route.answers, **path.answers})
