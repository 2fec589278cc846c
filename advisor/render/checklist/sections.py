"""A checklist in reading order: headings, sentences, and lines to tick off. What every format for people shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from advisor.domain.policy import Locator
from advisor.domain.remedy import Remedy
from advisor.domain.tree import Due, Question
from advisor.render.checklist.model import CheckedFact, CheckedTopic, Checklist, Ground, Referral, Way
from advisor.render.wording import (
    DUE,
    MOST_REMEDIES,
    answered,
    bracketed,
    counted,
    dated,
    duty_words,
    label,
    no_change,
    policy_line,
    reading_words,
    remedy_steps,
)

NO_WAY: Final = "With what is known already, no further answer leads to an allow."
"""Said before answering, where what is known excludes every allow."""

MORE_WAYS: Final = "There are more ways than these. Answer some questions first to see those that are left."
"""Said of ways that are too many to be shown."""

TOO_MANY: Final = "There are too many ways to look through. Answer some questions first, or name fewer topics."
"""Said where the ways that were looked through led nowhere, and others were not."""

ANY_CHANGE: Final = "Any one of these changes is enough."
"""Said of several changes."""

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
    if checklist.is_decided:
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
    return f"Checklist: {' · '.join(checklist.titles)}"


def fact_words(fact: CheckedFact) -> str:
    """Return a fact with its answer and the clauses because of which it is asked."""
    return f"{answered(fact.ask, fact.label)} {bracketed(fact.cites)}".rstrip()


def find_out_words(question: Question) -> str:
    """Return what is to be found out, whom to ask, and how an answer can be brought about."""
    return " ".join(
        filter(None, [question.ask, bracketed(question.cites), _whom(question.ask_whom), *ways_to(question)])
    )


def ways_to(question: Question) -> Iterator[str]:
    """Yield how answers to a question can be brought about."""
    yield from (f"For “{label(question, answer)}”: {how}" for answer, how in question.obtain.items())


def to_make_true(fact: CheckedFact) -> str:
    """Return what must be true, and unless it is known, how it can be brought about and who knows."""
    if fact.known:
        return fact_words(fact)
    return " ".join(filter(None, [fact_words(fact), fact.how, _whom(fact.ask_whom)]))


def referral_words(referral: Referral) -> str:
    """Return whom to ask about what, where the policy is silent."""
    return f"Ask {referral.person} about: {' · '.join(referral.about)}"


def ground_words(ground: Ground) -> str:
    """Return why something is as it is, with its clauses; where the policy is silent, with the closest ones."""
    near = f"Closest in the policy: {bracketed(ground.near)}" if ground.near else ""
    return " ".join(filter(None, [ground.because, bracketed(ground.cites), near]))


def changes_in_words(checklist: Checklist) -> Iterator[str]:
    """Yield what would change the verdict: that nothing would, that any one is enough, that there are more."""
    if checklist.changes == ():
        yield no_change(len(checklist.topics))
    if len(checklist.changes or ()) > 1:
        yield ANY_CHANGE
    if (more := len(checklist.changes or ()) - MOST_REMEDIES) > 0:
        yield f"{counted(more, 'further change')} would do it too."


def certain_words(checklist: Checklist) -> str:
    """Return that questions were left out, where none of them could change the verdict; empty where none was."""
    left = checklist.questions_left
    return f"This is certain already; at most {counted(left, 'more question')} would be asked." if left else ""


def no_way(checklist: Checklist) -> str:
    """Return why there is no way; empty where there is one, or it is decided."""
    if checklist.ways:
        return ""
    return TOO_MANY if checklist.more else NO_WAY


def change_steps(change: Remedy) -> Iterator[Step]:
    """Yield what a change takes; what must prove true for it, and what is then left to do, come after."""
    says = iter(remedy_steps(change))
    # What can still be brought about is in the power of the person who asks; what must prove true is in nobody's.
    yield from (Step(next(says), "you", cites=each.question.cites) for each in change.changes)
    yield from (Step(next(says), cites=each.question.cites) for each in change.provisos)
    for duty in change.conditions:
        yield Step(duty.do.removesuffix("."), duty.who, duty.due, duty.cites)


def note_lines(checklist: Checklist) -> tuple[str, ...]:
    """Return what the person adds, line by line; blank lines are left out."""
    return tuple(line for line in checklist.note.splitlines() if line.strip())


def tree_line(topic: CheckedTopic) -> str:
    """Return which tree a topic's part of it was made from."""
    return f"Tree {topic.topic}: {topic.digest}"


def _whom(person: str) -> str:
    return f"Ask {person}." if person else ""


def _first(checklist: Checklist) -> tuple[str, ...]:
    verdict = f"May I? {checklist.headline}" if checklist.is_decided else "What would make it a YES?"
    return tuple(filter(None, [verdict, checklist.reason, certain_words(checklist), policy_line(checklist.policy)]))


def _made_from(checklist: Checklist) -> tuple[str, ...]:
    policy = checklist.policy
    trees = map(tree_line, checklist.topics)
    return (f"Policy {policy.number}, {dated(policy)}", *trees, f"Made on {checklist.date}")


def _decided(checklist: Checklist) -> Iterator[Section]:
    (way,) = checklist.ways
    yield from _by_topic(checklist.topics)
    known = tuple(Tick(fact_words(fact), done=True, room=False) for fact in way.facts if fact.known)
    if known:
        yield Section("What was established", ticks=known)
    if unsure := tuple(fact_words(fact) for fact in way.facts if not fact.known):
        yield Section("What was left open", sentences=unsure)
    yield from _duties(way, checklist, _SECTION)
    if checklist.find_out:
        ticks = tuple(Tick(find_out_words(question)) for question in checklist.find_out)
        yield Section("Find out, the first before the others" if len(ticks) > 1 else "Find out", ticks=ticks)
    yield from _whom_to_ask(way, _SECTION)
    if checklist.changes is not None:
        yield from _changes(checklist, checklist.changes)
    if len(checklist.topics) == 1 and not checklist.find_out:
        yield _why(way, _SECTION)
    yield from _readings(way, _SECTION)


def _undecided(checklist: Checklist) -> Iterator[Section]:
    if said := no_way(checklist):
        yield Section("No way to an allow", sentences=(said,))
    elif checklist.more:
        yield Section("There are more ways", sentences=(MORE_WAYS,))
    for number, way in enumerate(checklist.ways, 1):
        heading = f"Way {number} of {len(checklist.ways)}: {way.headline}"
        yield Section(heading, sentences=(way.reason,) if way.reason else ())
        if way.facts:
            ticks = tuple(Tick(to_make_true(fact), done=fact.known, room=not fact.known) for fact in way.facts)
            yield Section("What must be true", _SECTION + 1, ticks=ticks)
        yield from _duties(way, checklist, _SECTION + 1)
        yield from _whom_to_ask(way, _SECTION + 1)
        yield _why(way, _SECTION + 1)
        yield from _readings(way, _SECTION + 1)


def _by_topic(topics: Sequence[CheckedTopic]) -> Iterator[Section]:
    if len(topics) > 1:
        says = (f"{each.title}: {each.headline} {ground_words(each.ground)}" for each in topics if each.ground)
        yield Section("By topic", sentences=tuple(says))


def _duties(way: Way, checklist: Checklist, level: int) -> Iterator[Section]:
    for due, heading in DUE.items():
        ticks = tuple(
            Tick(duty_words(each.duty), each.duty in checklist.ticked) for each in way.conditions if each.due is due
        )
        if ticks:
            yield Section(f"What to do: {heading.casefold()}", level, ticks=ticks)


def _whom_to_ask(way: Way, level: int) -> Iterator[Section]:
    if way.referrals:
        yield Section("Whom to ask", level, ticks=tuple(Tick(referral_words(each)) for each in way.referrals))


def _changes(checklist: Checklist, changes: Sequence[Remedy]) -> Iterator[Section]:
    several = len(changes) > 1
    alone = _steps(changes[0]) if changes and not several else ()
    yield Section("What would change it", sentences=tuple(changes_in_words(checklist)), ticks=alone)
    for number, change in enumerate(changes[:MOST_REMEDIES] if several else (), 1):
        yield Section(f"Change {number}", _SECTION + 1, ticks=_steps(change))


def _steps(change: Remedy) -> tuple[Tick, ...]:
    return tuple(Tick(step.words) for step in change_steps(change))


def _why(way: Way, level: int) -> Section:
    return Section("Why", level, tuple(map(ground_words, way.grounds)))


def _readings(way: Way, level: int) -> Iterator[Section]:
    if way.readings:
        yield Section("Careful readers differ", level, tuple(map(reading_words, way.readings)))
