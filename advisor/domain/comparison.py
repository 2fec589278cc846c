"""A comparison: one set of facts put to several districts, and on which facts their verdicts part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.tree import UNSURE, Answer, Fact, Question, SoundTree, questions_by_fact
from advisor.domain.verdict import Verdict, strictness
from advisor.domain.walk import walk


@dataclass(frozen=True, slots=True)
class Compared:
    """What one district makes of the facts."""

    district: District
    consultation: Consultation

    @property
    def decision(self) -> Decision | None:
        """Its decision, or none while it asks something that was not told."""
        return self.consultation.decision

    @property
    def missing(self) -> tuple[Question, ...]:
        """What it asks and was not told."""
        return tuple(question for _, question in self.consultation.open)

    @property
    def turns_on(self) -> tuple[Fact, ...]:
        """The facts asked of which another answer can bring another verdict, whatever it was not told."""
        return tuple(_turning(self.consultation)) if self.decision else ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """What several districts make of the same facts."""

    rows: tuple[Compared, ...]

    @property
    def complete(self) -> bool:
        """Whether every district was told all that it asks."""
        return all(row.decision is not None for row in self.rows)

    @property
    def agree(self) -> bool:
        """Whether all districts that decided come to the same answer, whatever conditions they attach."""
        return len({_answer(row.decision) for row in self.rows if row.decision is not None}) <= 1

    @property
    def parts_on(self) -> Mapping[Fact, tuple[Compared, ...]]:
        """The facts that turn the verdict in some district, each with those where it does; none where all agree."""
        if self.agree:
            return {}
        turning = {row.district.slug: row.turns_on for row in self.rows}
        facts = dict.fromkeys(fact for row in self.rows for fact in turning[row.district.slug])
        by_fact = {fact: tuple(row for row in self.rows if fact in turning[row.district.slug]) for fact in facts}
        return dict(sorted(by_fact.items(), key=lambda item: len(item[1])))


def compare(districts: Iterable[District], topics: Sequence[TopicSlug], answers: Mapping[Fact, Answer]) -> Comparison:
    """Put the same facts to several districts.

    A district passes over the facts that it does not ask, and counts an answer that it does not offer as not given.

    Raises:
        UnknownNameError: a district has no such topic.
    """
    return Comparison(tuple(_compared(district, topics, answers) for district in districts))


def _compared(district: District, topics: Sequence[TopicSlug], answers: Mapping[Fact, Answer]) -> Compared:
    questions = district.questions
    told = {
        fact: answer
        for fact, answer in answers.items()
        if fact in questions and (answer == UNSURE or questions[fact].option(answer))
    }
    return Compared(district, district.consult(topics, told))


def _answer(decision: Decision) -> tuple[bool, Verdict | None]:
    unsaid = decision.verdict if decision.verdict in {Verdict.SILENT, Verdict.DEPENDS} else None
    return decision.allowed, unsaid


def _turning(told: Consultation) -> Iterator[Fact]:
    questions = questions_by_fact(told.trees)
    anything = {**dict.fromkeys(questions, UNSURE), **told.dormant, **told.answers}
    verdicts = _verdicts(told.trees, anything)
    for fact in dict.fromkeys(step.fact for each in told.walks for step in each.trail):
        if any(_verdicts(told.trees, {**anything, fact: o.answer}) - verdicts for o in questions[fact].options):
            yield fact


def _verdicts(trees: Iterable[SoundTree], answers: Mapping[Fact, Answer]) -> set[int]:
    """Return how strict the combined verdict can be, conditions apart."""
    combined = {0}
    for tree in trees:
        reached = {strictness(each.verdict, allowed=each.allowed) for each in walk(tree, answers).outcomes}
        combined = {max(pair) for pair in product(combined, reached)}
    return combined
