"""A comparison: one set of facts put to several districts, and on which facts their verdicts part."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from advisor.domain.consultation import Consultation, Decision
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.tree import UNSURE, Answer, Fact, Question
from advisor.domain.verdict import Verdict
from advisor.domain.walk import Walk, walk


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
        return tuple(question for _, question in self.consultation.unanswered)

    @property
    def turns_on(self) -> tuple[Fact, ...]:
        """The facts that were told to it of which another answer could bring another verdict, in the order asked."""
        decision = self.decision
        if decision is None:
            return ()
        deciding = {topic.topic for topic in decision.deciding}
        walks = (each for each in self.consultation.walks if each.tree.topic in deciding)
        return tuple(dict.fromkeys(fact for each in walks for fact in _turning(each, self.consultation.answers)))


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
        """The facts on which some districts turn and others do not, each with those that do; none where all agree."""
        if self.agree:
            return {}
        decided = [row for row in self.rows if row.decision is not None]
        facts = dict.fromkeys(fact for row in decided for fact in row.turns_on)
        turning = {fact: tuple(row for row in decided if fact in row.turns_on) for fact in facts}
        return {fact: rows for fact, rows in turning.items() if len(rows) < len(decided)}


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
    return Compared(district, Consultation.begin(district.choose(topics), told))


def _answer(decision: Decision) -> tuple[bool, bool]:
    return decision.allowed, decision.verdict is Verdict.SILENT


def _turning(told: Walk, answers: Mapping[Fact, Answer]) -> Iterator[Fact]:
    """Yield the facts on a finished trail whose other answers can lead to another verdict, whatever is asked there."""
    verdicts = {outcome.verdict for outcome in told.outcomes}
    anything = dict.fromkeys((question.fact for question in told.tree.questions.values()), UNSURE)
    for step in told.trail:
        for option in told.tree.questions[step.question].options:
            otherwise = walk(told.tree, {**anything, **answers, step.fact: option.answer})
            if option.answer != step.answer and {outcome.verdict for outcome in otherwise.outcomes} - verdicts:
                yield step.fact
                break
