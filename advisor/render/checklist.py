"""A checklist: what one case needs, or what would make it an allow, as a value that `FORMATS` turns into text.

A decision has one way, with its facts established. Before answering there are several ways towards an allow, with facts
that must still be true. To add a format, write one function and enter it in `FORMATS`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.path import DecisionPath
from advisor.domain.policy import Locator
from advisor.domain.tree import UNSURE, Answer, Condition, Fact, Outcome, Question, Tree, merged
from advisor.render import escaping
from advisor.render.layout import wrapped
from advisor.render.wording import DUE, asked, bracketed, duty_words, headline_words, label, policy_line

MOST_WAYS: Final = 2000
"""How many ways through several topics are kept, the shortest; beyond them, the checklist says that there are more."""

_TEXT_WIDTH: Final = 80
_WAY_LEVEL: Final = 2


@dataclass(frozen=True, slots=True)
class CheckedFact:
    """A fact with the answer that it has, or must have."""

    fact: Fact
    ask: str
    answer: Answer
    label: str
    cites: tuple[Locator, ...]
    """The clauses because of which it is asked."""
    known: bool
    """Whether it is established, rather than still to be made true."""


@dataclass(frozen=True, slots=True)
class Way:
    """Everything that is true and has to be done along one path through each topic."""

    facts: tuple[CheckedFact, ...] = ()
    conditions: tuple[Condition, ...] = ()
    """In the order in which they fall due."""
    because: tuple[str, ...] = ()
    cites: tuple[Locator, ...] = ()
    """The clauses that the outcomes rest on."""
    ask: tuple[str, ...] = ()
    """Whom to ask, where the policy is silent."""


@dataclass(frozen=True, slots=True)
class Checklist:
    """What to tick off, for one case."""

    titles: tuple[str, ...]
    """What it is about: the topics."""
    policy: str
    """Whose policy it follows, its number and the date of the text in force."""
    headline: str
    """The verdict in words and a symbol; empty before answering."""
    reason: str
    ways: tuple[Way, ...]
    more: bool = False
    """Whether there are further ways."""


def of_decision(decision: Decision, district: District) -> Checklist:
    """Return the checklist of a decision."""
    way = Way(
        facts=tuple(_fact(question, answer, known=True) for question, answer in asked(decision)),
        conditions=decision.conditions,
        because=tuple(dict.fromkeys(topic.because for topic in decision.deciding)),
        cites=tuple(dict.fromkeys((*decision.cites, *decision.near))),
        ask=decision.ask,
    )
    titles = tuple(topic.title for topic in decision.topics)
    return Checklist(titles, policy_line(district.policy), headline_words(decision.headline), decision.reason, (way,))


def towards_allow(
    topics: Sequence[tuple[Tree, Iterable[DecisionPath]]], known: Mapping[Fact, Answer], district: District
) -> Checklist:
    """Return the ways that lead to an allow in all topics at once, the shortest first.

    Args:
        topics: each topic's tree with its paths.
        known: what is known already; ways that contradict it are left out.
        district: whose rules they follow.
    """
    ways = [Way()]
    more = False
    for tree, paths in topics:
        onward = [_way(tree, path, known) for path in paths if path.outcome.allowed]
        joined = [_joined(one, other) for one in ways for other in onward if _consistent(one, other, known)]
        joined.sort(key=_length)
        more = more or len(joined) > MOST_WAYS
        ways = joined[:MOST_WAYS]
    titles = tuple(tree.title for tree, _ in topics)
    finished = sorted(map(_finished, ways), key=_length)
    return Checklist(titles, policy_line(district.policy), "", "", tuple(finished), more)


def _grounds(end: Outcome) -> tuple[Locator, ...]:
    return (*end.cites, *end.near)


def _fact(question: Question, answer: Answer, *, known: bool) -> CheckedFact:
    return CheckedFact(question.fact, question.ask, answer, label(question, answer), question.cites, known)


def _way(tree: Tree, path: DecisionPath, known: Mapping[Fact, Answer]) -> Way:
    end = path.outcome
    return Way(
        facts=tuple(
            _fact(tree.questions[step.question], step.answer, known=known.get(step.fact) == step.answer)
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


@dataclass(frozen=True, slots=True)
class _Block:
    """A part of a checklist, as every format shows it: a heading, sentences, and lines to tick off."""

    heading: str
    level: int
    sentences: tuple[str, ...] = ()
    ticks: tuple[tuple[bool, str], ...] = ()
    """Whether it is ticked, and what it says."""


def _blocks(checklist: Checklist) -> Iterator[_Block]:
    """Yield the parts of a checklist in reading order."""
    heading = f"Checklist: {', '.join(checklist.titles)}"
    yield _Block(heading, 1, (*filter(None, [checklist.headline, checklist.reason]), checklist.policy))
    if not checklist.ways:
        yield _Block("No way to an allow", _WAY_LEVEL, ("No answers to the questions that are open lead to an allow.",))
    for number, way in enumerate(checklist.ways, 1):
        if not checklist.headline:
            yield _Block(f"Way {number} of {len(checklist.ways)}", _WAY_LEVEL)
        yield from _way_blocks(way, decided=bool(checklist.headline))
    if checklist.more:
        yield _Block("There are more ways", _WAY_LEVEL, ("Answer some questions first to see those that are left.",))


def _way_blocks(way: Way, *, decided: bool) -> Iterator[_Block]:
    level = _WAY_LEVEL if decided else _WAY_LEVEL + 1
    if way.facts:
        heading = "What was established" if decided else "What must be true"
        yield _Block(heading, level, (), tuple((each.known, _fact_line(each)) for each in way.facts))
    for due, heading in DUE.items():
        ticks = tuple((False, duty_words(each)) for each in way.conditions if each.due is due)
        if ticks:
            yield _Block(f"What to do: {heading.casefold()}", level, (), ticks)
    if way.ask:
        yield _Block("Whom to ask", level, (), tuple((False, person) for person in way.ask))
    yield _Block("Why", level, tuple(filter(None, [*way.because, bracketed(way.cites)])))


def _fact_line(fact: CheckedFact) -> str:
    return f"{fact.ask} {fact.label} {bracketed(fact.cites)}".rstrip()


def _markdown(checklist: Checklist) -> str:
    parts: list[str] = []
    for block in _blocks(checklist):
        parts.append(f"{'#' * block.level} {escaping.markdown(block.heading)}")
        parts.extend(escaping.markdown(sentence) for sentence in block.sentences)
        if block.ticks:
            parts.append(
                "\n".join(f"- [{'x' if done else ' '}] {escaping.markdown(text)}" for done, text in block.ticks)
            )
    return "\n\n".join(parts) + "\n"


def _text(checklist: Checklist) -> str:
    parts: list[str] = []
    for block in _blocks(checklist):
        lines = wrapped(block.heading.upper() if block.level == 1 else block.heading, _TEXT_WIDTH)
        lines += [line for sentence in block.sentences for line in wrapped(sentence, _TEXT_WIDTH)]
        lines += [line for done, text in block.ticks for line in wrapped(text, _TEXT_WIDTH, "[x] " if done else "[ ] ")]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


FORMATS: Final[Mapping[str, Callable[[Checklist], str]]] = {"markdown": _markdown, "text": _text}
"""What a checklist can be written as, by name."""
