"""A checklist in reading order: headings, sentences, and lines to tick off. What every format for people shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from advisor.domain.policy import Locator
from advisor.domain.remedy import Remedy
from advisor.domain.tree import Due, Question
from advisor.render.asking import answered
from advisor.render.checklist.model import CheckedFact, CheckedTopic, Checklist, Way
from advisor.render.wording import DUE, bracketed, counted, dated, duty_words, label, policy_line, remedy_steps

MOST_CHANGES: Final = 6
"""How many ways to change a verdict are shown; of more, nobody reads the last."""

NO_WAY: Final = "No answers to the questions that are open lead to an allow."
"""Said before answering, where what is known excludes every allow."""

MORE_WAYS: Final = "Answer some questions first to see those that are left."
"""Said of ways that are too many to be shown."""

_SECTION: Final = 2


@dataclass(frozen=True, slots=True)
class Tick:
    """A line to tick off."""

    says: str
    done: bool = False
    room: bool = True
    """Whether there is room beside it to say that it does not apply, and for initials."""


class Step(NamedTuple):
    """A step of a change."""

    what: str
    who: str = ""
    """Empty where nobody can bring it about."""
    due: Due | None = None
    """When it falls due once the change is made; nothing for the change itself."""
    cites: tuple[Locator, ...] = ()

    @property
    def words(self) -> str:
        """The whole step as a line."""
        said = " ".join(filter(None, [self.what, f"({self.who})" if self.who else "", bracketed(self.cites)]))
        return f"Then, {DUE[self.due].casefold()}: {said}" if self.due else said


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a checklist."""

    heading: str
    level: int = _SECTION
    sentences: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()


def sections(checklist: Checklist) -> Iterator[Section]:
    """Yield the parts of a checklist in reading order."""
    yield Section(title(checklist), 1, _first(checklist))
    if checklist.headline:
        yield from _decided(checklist)
    else:
        yield from _undecided(checklist)
    if checklist.cites:
        gists = ((cite, checklist.policy.gist(cite)) for cite in checklist.cites)
        yield Section("What the clauses say", sentences=tuple(f"{cite}: {gist}".rstrip(": ") for cite, gist in gists))
    if checklist.note:
        yield Section("Note", sentences=note_lines(checklist))
    yield Section("What this rests on", sentences=_made_from(checklist))


def title(checklist: Checklist) -> str:
    """Return the heading of a whole checklist."""
    return f"Checklist: {', '.join(checklist.titles)}"


def fact_words(fact: CheckedFact) -> str:
    """Return a fact with its answer and the clauses because of which it is asked."""
    return f"{answered(fact.ask, fact.label)} {bracketed(fact.cites)}".rstrip()


def find_out_words(question: Question) -> str:
    """Return what is to be found out, whom to ask, and how an answer can be brought about."""
    whom = f"Ask {question.ask_whom}." if question.ask_whom else ""
    how = [f"{label(question, answer)}: {text}" for answer, text in question.obtain.items()]
    return " ".join(filter(None, [question.ask, bracketed(question.cites), whom, *how]))


def ask_words(person: str, checklist: Checklist) -> str:
    """Return whom to ask about what, where the policy is silent."""
    return f"Ask {person} about: {', '.join(checklist.titles)}"


def change_steps(change: Remedy) -> Iterator[Step]:
    """Yield what a change takes; what must prove true for it, and what is then left to do, come after."""
    says = iter(remedy_steps(change))
    # What can still be brought about is in the power of the person who asks; what must prove true is in nobody's.
    yield from (Step(next(says), "you", cites=each.question.cites) for each in change.changes)
    yield from (Step(next(says), cites=each.question.cites) for each in change.provisos)
    for duty in change.conditions:
        yield Step(duty.do, duty.who, duty.due, duty.cites)


def note_lines(checklist: Checklist) -> tuple[str, ...]:
    """Return what the person adds, line by line; blank lines are left out."""
    return tuple(line for line in checklist.note.splitlines() if line.strip())


def made_from(topic: CheckedTopic) -> str:
    """Return the digest of a topic's tree."""
    return f"Tree {topic.topic}: {topic.digest}"


def _first(checklist: Checklist) -> tuple[str, ...]:
    verdict = f"May I? {checklist.headline}" if checklist.headline else "What would make it a YES?"
    return tuple(filter(None, [verdict, checklist.reason, policy_line(checklist.policy)]))


def _made_from(checklist: Checklist) -> tuple[str, ...]:
    policy = checklist.policy
    trees = map(made_from, checklist.topics)
    return (f"Policy {policy.number}, {dated(policy)}", *trees, f"Made on {checklist.date}")


def _decided(checklist: Checklist) -> Iterator[Section]:
    (way,) = checklist.ways
    yield from _by_topic(checklist.topics)
    if way.facts:
        yield Section("What was established", ticks=tuple(map(_established, way.facts)))
    yield from _duties(way, checklist, _SECTION)
    if checklist.find_out:
        ticks = tuple(Tick(find_out_words(question)) for question in checklist.find_out)
        yield Section("Find out, the first before the others", ticks=ticks)
    yield from _whom_to_ask(way, checklist, _SECTION)
    if checklist.changes is not None:
        yield from _changes(checklist.changes, checklist)
    yield _why(way, _SECTION)
    if checklist.readings:
        says = tuple(f"{each.verdict}: {each.says} {bracketed(each.cites)}".rstrip() for each in checklist.readings)
        yield Section("Careful readers differ", sentences=says)


def _undecided(checklist: Checklist) -> Iterator[Section]:
    if not checklist.ways:
        yield Section("No way to an allow", sentences=(NO_WAY,))
    for number, way in enumerate(checklist.ways, 1):
        yield Section(f"Way {number} of {len(checklist.ways)}")
        if way.facts:
            ticks = tuple(Tick(fact_words(fact), fact.known) for fact in way.facts)
            yield Section("What must be true", _SECTION + 1, ticks=ticks)
        yield from _duties(way, checklist, _SECTION + 1)
        yield from _whom_to_ask(way, checklist, _SECTION + 1)
        yield _why(way, _SECTION + 1)
    if checklist.more:
        yield Section("There are more ways", sentences=(MORE_WAYS,))


def _by_topic(topics: Sequence[CheckedTopic]) -> Iterator[Section]:
    if len(topics) > 1:
        says = (f"{each.title}: {each.headline} {each.because} {bracketed(each.cites)}".rstrip() for each in topics)
        yield Section("By topic", sentences=tuple(says))


def _established(fact: CheckedFact) -> Tick:
    return Tick(fact_words(fact), done=fact.known, room=False)


def _duties(way: Way, checklist: Checklist, level: int) -> Iterator[Section]:
    for due, heading in DUE.items():
        ticks = tuple(
            Tick(duty_words(each), each.duty in checklist.ticked) for each in way.conditions if each.due is due
        )
        if ticks:
            yield Section(f"What to do: {heading.casefold()}", level, ticks=ticks)


def _whom_to_ask(way: Way, checklist: Checklist, level: int) -> Iterator[Section]:
    if way.ask:
        yield Section("Whom to ask", level, ticks=tuple(Tick(ask_words(person, checklist)) for person in way.ask))


def _changes(changes: Sequence[Remedy], checklist: Checklist) -> Iterator[Section]:
    heading = "What would change it"
    if not changes:
        trees = "this tree knows" if len(checklist.topics) == 1 else "these trees know"
        yield Section(heading, sentences=(f"No change that {trees} of would allow it.",))
    elif len(changes) == 1:
        yield Section(heading, ticks=_steps(changes[0]))
    else:
        more = len(changes) - MOST_CHANGES
        rest = (f"{counted(more, 'further change')} would do it too.",) if more > 0 else ()
        yield Section(heading, sentences=("Any one of these changes is enough.", *rest))
        for number, change in enumerate(changes[:MOST_CHANGES], 1):
            yield Section(f"Change {number}", _SECTION + 1, ticks=_steps(change))


def _steps(change: Remedy) -> tuple[Tick, ...]:
    return tuple(Tick(step.words) for step in change_steps(change))


def _why(way: Way, level: int) -> Section:
    return Section("Why", level, tuple(filter(None, [*way.because, bracketed(way.cites)])))
