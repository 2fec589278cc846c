"""What a person named on the command line: a district, topics and answers, checked against the library."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.tree import UNSURE, Answer, Fact, Question, SoundTree
from advisor.errors import AdvisorError, UnknownNameError
from advisor.plain_text import visible

if TYPE_CHECKING:
    from advisor.library import Library

_YES_NO: Final = (Answer("yes"), Answer("no"))

Offered = Mapping[Fact, tuple[Answer, ...]]
"""The answers that each fact can have."""


@dataclass(frozen=True, slots=True)
class Case:
    """What somebody wants to know: topics of one district, and the answers that they gave."""

    district: District
    trees: tuple[SoundTree, ...]
    answers: Mapping[Fact, Answer]

    def begin(self) -> Consultation:
        """Begin the consultation."""
        return Consultation.begin(self.trees, self.answers)

    def unused(self, consultation: Consultation) -> tuple[Fact, ...]:
        """Return the facts that were given and not asked."""
        return tuple(fact for fact in self.answers if fact not in consultation.answers)


def case(library: "Library", district: str, words: Sequence[str]) -> Case:
    """Return the case that somebody named.

    Args:
        library: the trees on this machine.
        district: the district's name.
        words: topics, and answers as ``FACT=ANSWER``.

    Raises:
        UnknownNameError: there is no such district, topic, fact or answer.
        AdvisorError: no topic was named, or a fact was given two answers.
    """
    chosen = library.district(district)
    topics = [word for word in words if "=" not in word]
    if not topics:
        raise AdvisorError(f"name at least one topic; {chosen.slug} has: {', '.join(chosen.trees)}")
    answers = _answers(word for word in words if "=" in word)
    named = Case(chosen, trees(chosen, topics), answers)
    _require_known(named, library)
    return named


def trees(district: District, topics: Iterable[str]) -> tuple[SoundTree, ...]:
    """Return the trees of some topics in the order of the menu, each once.

    Raises:
        UnknownNameError: the district has no such topic.
    """
    wanted = set()
    for topic in topics:
        tree = next((each for each in district.trees.values() if each.topic == topic), None)
        if tree is None:
            raise UnknownNameError("topic", topic, district.trees, f" in {district.slug}")
        wanted.add(tree.topic)
    return tuple(tree for topic, tree in district.trees.items() if topic in wanted)


def unanswered(consultation: Consultation) -> tuple[tuple[SoundTree, Question], ...]:
    """Return the questions that stand between a consultation and its decision, the one to ask first at the front.

    They are the open ones; where none is open, those whose *not sure* leaves a topic with several outcomes.
    """
    if consultation.open:
        return tuple((walk.tree, question) for walk, question in consultation.open)
    by_fact: dict[Fact, tuple[SoundTree, Question]] = {}
    for walk in consultation.walks:
        for step in walk.trail:
            if walk.path is None and step.answer == UNSURE:
                by_fact.setdefault(step.fact, (walk.tree, walk.tree.questions[step.question]))
    return tuple(by_fact.values())


def _answers(pairs: Iterable[str]) -> Mapping[Fact, Answer]:
    given: dict[Fact, Answer] = {}
    for pair in pairs:
        name, _, value = pair.partition("=")
        if not name or not value:
            raise AdvisorError(f'"{visible(pair)}" is no answer; write FACT=ANSWER, such as consent=yes')
        fact, answer = Fact(name), Answer(value)
        if given.setdefault(fact, answer) != answer:
            raise AdvisorError(
                f"{visible(name)} has two answers, {visible(given[fact])} and {visible(answer)}; keep one"
            )
    return given


def _require_known(named: Case, library: "Library") -> None:
    offered = _offered_here(named)
    if not named.answers.keys() <= offered.keys():
        offered = {**_offered_elsewhere(library, named.district), **offered}
    for fact, answer in named.answers.items():
        if fact not in offered:
            raise UnknownNameError("fact", fact, offered)
        if answer not in (*offered[fact], UNSURE):
            raise UnknownNameError("answer", answer, offered[fact], f" to {fact}")


def _offered_here(named: Case) -> Offered:
    district = named.district
    of_first_screen = {first.fact: _YES_NO for first in district.topics.facts}
    return {**of_first_screen, **_offered(district.questions.values())}


def _offered_elsewhere(library: "Library", here: District) -> Offered:
    offered: dict[Fact, tuple[Answer, ...]] = {}
    for slug in library.districts:
        try:
            other = library.district(slug) if slug != here.slug else here
        except AdvisorError:
            continue
        offered.update(_offered(other.questions.values()))
    return offered


def _offered(questions: Iterable[Question]) -> Offered:
    return {question.fact: tuple(option.answer for option in question.options) for question in questions}
