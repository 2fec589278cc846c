"""Consultations over the shipped trees, the same ones for every shell: how each begins, and every answer in it.

They are drawn at random, always the same ones: two to four topics, or facts of the first screen, about a fifth of the
answers *not sure*.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache, reduce
from random import Random

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import SCOPE, WHEN
from advisor.domain.tree import UNSURE, Answer, Fact
from advisor.library import Library
from advisor.render.wording import INTENTS
from tests.trees.shipped import ROOT

LIBRARY = Library([ROOT])
"""The shipped districts, made once for all that drive these consultations."""

EACH = 45
"""How many there are of each district."""

_YES = Answer("yes")


class Way(Enum):
    """How a consultation begins."""

    NAMED = "topics named on the command line"
    LISTED = "topics chosen from the list of all"
    TICKED = "facts of the first screen that are ticked"


@dataclass(frozen=True)
class Sample:
    """One consultation."""

    number: int
    way: Way
    topics: tuple[TopicSlug, ...]
    """What is named or chosen; nothing where facts are ticked."""
    group: str
    """Of the topics whose facts are offered, where facts are ticked."""
    ticked: Mapping[Fact, Answer]
    """The facts of the first screen that hold, or may hold."""
    answers: tuple[Answer, ...]
    """To the questions, in the order in which they are asked."""

    def begin(self, district: District) -> Consultation:
        """Begin it in the core."""
        if self.way is Way.TICKED:
            return district.consult_by_first_facts(self.ticked)
        return district.consult([*self.topics, *(district.always if self.way is Way.LISTED else ())])

    def walked(self, district: District) -> Iterator[tuple[Consultation, Answer]]:
        """Yield each consultation with a question, and the answer to it."""
        consultation = self.begin(district)
        for answer in self.answers:
            yield consultation, answer
            consultation = consultation.answer(answer)

    def end(self, district: District) -> Consultation:
        """Return the finished consultation."""
        return reduce(Consultation.answer, self.answers, self.begin(district))


@cache
def samples(slug: str) -> tuple[Sample, ...]:
    """Return the consultations of a shipped district."""
    return tuple(_drawn(LIBRARY.district(slug), number) for number in range(EACH))


def _drawn(district: District, number: int) -> Sample:
    random = Random(f"{district.slug} {number}")
    way = list(Way)[number % len(Way)]
    group = random.choice(list(INTENTS))
    begun = Sample(
        number,
        way,
        () if way is Way.TICKED else tuple(random.sample(list(district.trees), random.randint(2, 4))),
        group,
        _ticked(random, district, group) if way is Way.TICKED else {},
        (),
    )
    return _answered(random, begun, district)


def _ticked(random: Random, district: District, group: str) -> Mapping[Fact, Answer]:
    facts = [first.fact for first in district.first_facts(group, WHEN)]
    holding = random.sample(facts, random.randint(2, 4))
    return {fact: _unsure_or(random, [_YES]) for fact in facts if fact in holding}


def _answered(random: Random, sample: Sample, district: District) -> Sample:
    consultation = sample.begin(district)
    answers: list[Answer] = []
    while question := consultation.question:
        offered = [option.answer for option in question.options]
        answers.append(_unsure_or(random, [*_often(consultation, offered), *offered]))
        consultation = consultation.answer(answers[-1])
    return replace(sample, answers=tuple(answers))


def _often(consultation: Consultation, offered: Sequence[Answer]) -> list[Answer]:
    """Return the first answers of who is bound several times: the others are soon told that it is not for them."""
    asking = consultation.current.tree.topic if consultation.current else ""
    return [offered[0]] * 4 if asking == SCOPE else []


def _unsure_or(random: Random, answers: Sequence[Answer]) -> Answer:
    return UNSURE if random.random() < 1 / 5 else random.choice(answers)
