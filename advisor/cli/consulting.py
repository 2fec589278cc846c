"""What a person named on the command line: a district, topics and answers, checked against the library."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import FirstFact
from advisor.domain.tree import NO, UNSURE, YES, Answer, Fact, Question, SoundTree, questions_by_fact
from advisor.errors import AdvisorError, UnknownNameError
from advisor.plain_text import visible

if TYPE_CHECKING:
    from advisor.domain.remedy import Remedies
    from advisor.library import Library

Offered = Mapping[Fact, tuple[Answer, ...]]
"""The answers that each fact can have."""


@dataclass(frozen=True, slots=True)
class Case:
    """What somebody wants to know: topics of one district, and the answers that they gave."""

    district: District
    trees: tuple[SoundTree, ...]
    """Of the topics that were named; none where facts of the first screen say what it is about."""
    answers: Mapping[Fact, Answer]

    @property
    def is_about_something(self) -> bool:
        """Whether a topic is named, or a fact of the first screen that may hold."""
        return bool(self.trees) or self.district.is_touched(self.answers)

    def begin(self) -> Consultation:
        """Begin the consultation."""
        if self.trees:
            return self.district.consult((tree.topic for tree in self.trees), self.answers)
        return self.district.consult_by_first_facts(self.answers)

    def after(self, consultation: Consultation) -> "Case":
        """Return the case with what a consultation is about and what was answered in it."""
        if self.trees:
            return Case(self.district, consultation.trees, consultation.answers)
        unticked = {first.fact: NO for first in self.district.topics.facts}.items()
        return Case(self.district, (), dict(each for each in consultation.answers.items() if each not in unticked))

    def unused(self, consultation: Consultation) -> tuple[Fact, ...]:
        """Return the facts that were given and not asked."""
        return tuple(fact for fact in self.answers if fact not in consultation.answers)


def remedies_of(decision: Decision, consultation: Consultation, district: District) -> "Remedies | None":
    """Return what would change the decision that a consultation came to; none where it is allowed."""
    if decision.allowed:
        return None
    from advisor.analysis.remedy import every_remedy  # noqa: PLC0415 - an allow needs no remedy

    return every_remedy(consultation, district.topics)


def case(library: "Library", district: str, words: Sequence[str]) -> Case:
    """Return the case that somebody named.

    Args:
        library: the trees on this machine.
        district: the district's name.
        words: topics, and answers as ``FACT=ANSWER``.

    Raises:
        UnknownNameError: there is no such district, topic, fact or answer.
        AdvisorError: neither a topic was named nor a fact of the first screen, or a fact was given two answers.
    """
    named = named_so_far(library, district, words)
    if not named.is_about_something:
        chosen = named.district
        first = "".join(f", or say what it is about, such as {each.fact}=yes" for each in chosen.topics.facts[:1])
        raise AdvisorError(f"name at least one topic{first}; {chosen.slug} has: {', '.join(chosen.trees)}")
    return named


def named_so_far(library: "Library", district: str, words: Sequence[str]) -> Case:
    """Return the case that somebody named, which may not say yet what it is about.

    Args:
        library: the trees on this machine.
        district: the district's name.
        words: topics, and answers as ``FACT=ANSWER``.

    Raises:
        UnknownNameError: there is no such district, topic, fact or answer.
        AdvisorError: a fact was given two answers.
    """
    chosen = library.district(district)
    topics, answers = spoken(words)
    named = Case(chosen, chosen.choose(topics), answers)
    _require_known(named, library)
    return named


def spoken(words: Sequence[str]) -> tuple[tuple[TopicSlug, ...], Mapping[Fact, Answer]]:
    """Return the topics and the answers that somebody named, in the order in which they did.

    Args:
        words: topics, and answers as ``FACT=ANSWER``.

    Raises:
        AdvisorError: a fact was given two answers.
    """
    topics = tuple(TopicSlug(word) for word in words if "=" not in word)
    return topics, _answers(word for word in words if "=" in word)


def require_known(answers: Mapping[Fact, Answer], districts: Iterable[District]) -> None:
    """Require of each answer that some district asks for its fact and offers it.

    Raises:
        UnknownNameError: no district does; the nearest name is offered.
    """
    offered: dict[Fact, tuple[Answer, ...]] = {}
    for district in districts:
        for fact, more in _offered((*district.topics.facts, *district.questions.values())).items():
            offered[fact] = tuple(dict.fromkeys((*offered.get(fact, ()), *more)))
    _require_offered(answers, offered)


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
    """Look where the facts are known, in ever wider circles: nearly always the named topics ask them all."""
    offered: dict[Fact, tuple[Answer, ...]] = {}
    for circle in _circles(named, library):
        offered = {**_offered(circle), **offered}
        if named.answers.keys() <= offered.keys():
            break
    _require_offered(named.answers, offered)


def _require_offered(answers: Mapping[Fact, Answer], offered: Offered) -> None:
    for fact, answer in answers.items():
        if fact not in offered:
            raise UnknownNameError("fact", fact, offered)
        if answer not in (*offered[fact], UNSURE):
            raise UnknownNameError("answer", answer, offered[fact], f" to {fact}")


def _circles(named: Case, library: "Library") -> Iterator[Iterable[Question | FirstFact]]:
    """Yield what asks facts: the named topics, the first screen, the district's other topics, other districts."""
    yield questions_by_fact(named.trees).values()
    yield named.district.topics.facts
    yield named.district.questions.values()
    for slug in library.districts:
        with suppress(AdvisorError):
            yield library.district(slug).questions.values()


def _offered(asking: Iterable[Question | FirstFact]) -> Offered:
    return {
        each.fact: tuple(option.answer for option in each.options) if isinstance(each, Question) else (YES, NO)
        for each in asking
    }
