"""A tree: the decision graph of one topic in one district. It is data; it decides nothing by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple, NewType

from advisor.domain.policy import DistrictSlug, Locator, TopicSlug
from advisor.domain.verdict import Verdict

NodeId = NewType("NodeId", str)
"""A place in a tree: a question's or an outcome's id."""

Fact = NewType("Fact", str)
"""Something true or not of the case at hand, such as ``consent``."""

Answer = NewType("Answer", str)
"""One of the answers that a fact can have, such as ``yes``."""

YES: Final = Answer("yes")
NO: Final = Answer("no")

UNSURE: Final = Answer("unsure")
"""The answer that every question takes without an author's wiring: the walk follows all options."""


@dataclass(frozen=True, slots=True)
class Option:
    """What the author offers at a question."""

    answer: Answer
    label: str
    then: NodeId


@dataclass(frozen=True, slots=True)
class Question:
    """A place in a tree where a fact is asked."""

    id: NodeId
    fact: Fact
    ask: str
    options: tuple[Option, ...]
    help: str = ""
    cites: tuple[Locator, ...] = ()
    """Why it is asked."""
    obtain: Mapping[Answer, str] = field(default_factory=dict)
    """How each answer can still be brought about, for those that can."""
    ask_whom: str = ""
    """Who knows, for a person who is not sure."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """The answers that it takes, *not sure* as the last."""
        return (*(option.answer for option in self.options), UNSURE)

    def option(self, answer: Answer) -> Option | None:
        """Return the option with that answer, if it is offered."""
        return next((option for option in self.options if option.answer == answer), None)


class Due(StrEnum):
    """When a condition is to be met, in the order of a checklist."""

    BEFORE = "before"
    POSTING = "posting"
    AFTER = "after"
    YEARLY = "yearly"


_DUE_ORDER: Final = tuple(Due)


class Duty(NamedTuple):
    """What a condition asks of somebody; conditions that ask the same are one."""

    do: str
    who: str
    due: Due
    cites: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be done for an allow to hold."""

    do: str
    who: str
    due: Due
    cites: tuple[Locator, ...]
    unless: Mapping[Fact, Answer] = field(default_factory=dict)
    """It is already met where one of these facts was answered so."""

    @property
    def duty(self) -> Duty:
        """What it asks, whether it is already met or not."""
        return Duty(self.do, self.who, self.due, self.cites)

    def is_met(self, answers: Mapping[Fact, Answer]) -> bool:
        """Tell whether what was answered already meets it."""
        return any(answers.get(fact) == answer for fact, answer in self.unless.items())


def questions_by_fact(trees: Iterable["Tree"]) -> Mapping[Fact, Question]:
    """Return each fact that some of the trees ask, with a question that asks it."""
    return {question.fact: question for tree in trees for question in tree.questions.values()}


def answers_offered(trees: Iterable["Tree"]) -> Mapping[Fact, frozenset[Answer]]:
    """Return the answers to each fact that every question about it offers, *not sure* among them."""
    offered: dict[Fact, frozenset[Answer]] = {}
    for tree in trees:
        for question in tree.questions.values():
            answers = frozenset(question.answers)
            offered[question.fact] = offered.get(question.fact, answers) & answers
    return offered


def merged(conditions: Iterable[Condition]) -> tuple[Condition, ...]:
    """Return conditions, identical ones once, in the order in which they fall due."""
    distinct = {each.duty: each for each in conditions}
    return tuple(sorted(distinct.values(), key=lambda condition: _DUE_ORDER.index(condition.due)))


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which a careful reader understands the text."""

    says: str
    verdict: Verdict
    cites: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Where a path ends."""

    id: NodeId
    verdict: Verdict
    """As authored: allow, deny or silent."""
    because: str
    cites: tuple[Locator, ...] = ()
    conditions: tuple[Condition, ...] = ()
    ask: str = ""
    """Whom to ask, where the policy is silent."""
    until_then: Verdict | None = None
    """Where the policy is silent: what holds until somebody was asked."""
    near: tuple[Locator, ...] = ()
    """Where the policy is silent: the clauses that come closest."""
    readings: tuple[Reading, ...] = ()
    unbound: bool = False
    """In the tree of who is bound: the policy is not for this person, so no other topic is asked."""

    @property
    def allowed(self) -> bool:
        """Whether it permits the act as things stand."""
        return Verdict.ALLOW in {self.verdict, self.until_then}

    def conditions_left(self, answers: Mapping[Fact, Answer]) -> tuple[Condition, ...]:
        """Return the conditions that what was answered does not already meet."""
        return tuple(condition for condition in self.conditions if not condition.is_met(answers))

    def verdict_given(self, answers: Mapping[Fact, Answer]) -> Verdict:
        """Return its verdict; an allow with a condition still to meet is allow-with-conditions."""
        if self.verdict is Verdict.ALLOW and self.conditions_left(answers):
            return Verdict.ALLOW_WITH_CONDITIONS
        return self.verdict


@dataclass(frozen=True, slots=True)
class Never:
    """A statement proven over all paths: no path that agrees with ``when`` ends so."""

    verdict: Verdict
    """Allow: no such path is allowed. Deny: every such path is."""
    when: Mapping[Fact, Answer]
    cites: tuple[Locator, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """A situation whose outcome a person wrote down from the policy."""

    situation: str
    answers: Mapping[Fact, Answer]
    expect: NodeId


@dataclass(frozen=True, slots=True)
class Accepted:
    """A known finding that the author accepts, with the reason."""

    check: str
    at: str
    reason: str


@dataclass(frozen=True, slots=True)
class Tree:
    """The decision graph of one topic in one district, as written: perhaps not sound."""

    district: DistrictSlug
    topic: TopicSlug
    title: str
    start: NodeId
    questions: Mapping[NodeId, Question]
    """In the author's order."""
    outcomes: Mapping[NodeId, Outcome]
    """In the author's order."""
    never: tuple[Never, ...] = ()
    examples: tuple[Example, ...] = ()
    accepted: tuple[Accepted, ...] = ()

    def edges(self) -> Iterator[tuple[Question, Option]]:
        """Yield every option with its question, in the author's order."""
        for question in self.questions.values():
            for option in question.options:
                yield question, option


@dataclass(frozen=True, slots=True)
class SoundTree(Tree):
    """A tree that passed every check; the only kind that can be walked."""

    order: tuple[NodeId, ...] = field(kw_only=True)
    """Its questions in topological order, the author's order among equals."""

    def leading_to(self, *, allowed: bool) -> frozenset[NodeId]:
        """Return the places from which an outcome can be reached that is allowed, or one that is not."""
        leading = {id_ for id_, outcome in self.outcomes.items() if outcome.allowed is allowed}
        for node in reversed(self.order):
            if any(option.then in leading for option in self.questions[node].options):
                leading.add(node)
        return frozenset(leading)
