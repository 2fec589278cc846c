"""A checklist as iCalendar (RFC 5545): a journal entry for the decision, and a task for each duty and each step.

A yearly duty falls due a year after the checklist was made and every year from then on, with an alarm before. The other
tasks have no day of their own, so they bear none. The name of a task is made from what it is, so that reading the same
checklist in again adds nothing.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from advisor.domain.tree import Condition, Due
from advisor.render import escaping
from advisor.render.checklist.model import Checklist, Way
from advisor.render.checklist.sections import (
    MOST_CHANGES,
    NO_WAY,
    ask_words,
    change_steps,
    fact_words,
    find_out_words,
    made_from,
    note_lines,
    title,
)
from advisor.render.wording import DUE, bracketed, duty_words, policy_line

ENDINGS: Final = ("ics",)

_OCTETS: Final = 75
"""How long a line may be, its end not counted."""
_LINE_END: Final = "\r\n"
_ALARM: Final = "-P14D"
_BREAK: Final = r"\n"


@dataclass(frozen=True, slots=True)
class _Task:
    """Something to do."""

    summary: str
    kind: str
    """What it is part of, such as when it is to be done."""
    yearly: bool = False
    done: bool = False


def written(checklist: Checklist) -> str:
    """Return a checklist as iCalendar."""
    return "".join(f"{folded}{_LINE_END}" for line in _calendar(checklist) for folded in _folded(line))


def _calendar(checklist: Checklist) -> Iterator[str]:
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Advisor//Checklist 1//EN", "CALSCALE:GREGORIAN")
    yield from _journal(checklist)
    for task in dict.fromkeys(_tasks(checklist)):
        yield from _todo(task, checklist)
    yield "END:VCALENDAR"


def _journal(checklist: Checklist) -> Iterator[str]:
    """Yield the decision itself; it also keeps a calendar without any task from being empty, which none may be."""
    facts = [fact_words(fact) for way in checklist.ways[:1] for fact in way.facts]
    why = [text for way in checklist.ways[:1] for text in (*way.because, bracketed(way.cites))]
    said = [
        checklist.headline,
        checklist.reason,
        _which(checklist),
        *why,
        *facts,
        policy_line(checklist.policy),
        *map(made_from, checklist.topics),
        *note_lines(checklist),
    ]
    yield "BEGIN:VJOURNAL"
    yield from _named("decision", checklist)
    yield f"DTSTART;VALUE=DATE:{_day(checklist.date)}"
    yield f"SUMMARY:{escaping.icalendar(': '.join(filter(None, [title(checklist), checklist.headline])))}"
    yield f"DESCRIPTION:{_BREAK.join(escaping.icalendar(text.rstrip()) for text in said if text)}"
    yield "END:VJOURNAL"


def _which(checklist: Checklist) -> str:
    """Say which way the tasks are of, before answering: those of several ways would contradict each other."""
    if checklist.headline:
        return ""
    ways = len(checklist.ways)
    return f"The shortest way of {ways} to an allow." if ways else NO_WAY


def _tasks(checklist: Checklist) -> Iterator[_Task]:
    for way in checklist.ways[:1]:
        yield from _of_way(way, checklist)
    for question in checklist.find_out:
        yield _Task(find_out_words(question), "Find out")
    for number, change in enumerate((checklist.changes or ())[:MOST_CHANGES], 1):
        yield from (_Task(step.words, f"Change {number}") for step in change_steps(change))


def _of_way(way: Way, checklist: Checklist) -> Iterator[_Task]:
    for fact in way.facts:
        if not (fact.known or checklist.headline):
            yield _Task(fact_words(fact), "What must be true")
    for condition in way.conditions:
        yield _duty(condition, checklist)
    for person in way.ask:
        yield _Task(ask_words(person, checklist), "Whom to ask")


def _duty(condition: Condition, checklist: Checklist) -> _Task:
    done, yearly = condition.duty in checklist.ticked, condition.due is Due.YEARLY
    return _Task(duty_words(condition), DUE[condition.due], yearly=yearly, done=done)


def _todo(task: _Task, checklist: Checklist) -> Iterator[str]:
    summary = escaping.icalendar(task.summary)
    about = (task.kind, title(checklist), policy_line(checklist.policy))
    yield "BEGIN:VTODO"
    yield from _named(f"{task.kind}\n{task.summary}", checklist)
    yield f"SUMMARY:{summary}"
    yield f"DESCRIPTION:{_BREAK.join(map(escaping.icalendar, about))}"
    # A duty of every year is never done for good: what is ticked is this year's, and the next one is still to come.
    yield f"STATUS:{'COMPLETED' if task.done and not task.yearly else 'NEEDS-ACTION'}"
    if task.yearly:
        yield f"DTSTART;VALUE=DATE:{_day(checklist.date)}"
        yield f"DUE;VALUE=DATE:{_day(a_year_after(checklist.date))}"
        yield "RRULE:FREQ=YEARLY"
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}")
        yield from (f"TRIGGER;RELATED=END:{_ALARM}", "END:VALARM")
    yield "END:VTODO"


def _named(what: str, checklist: Checklist) -> Iterator[str]:
    yield f"UID:{_uid(what, checklist)}@advisor.invalid"
    yield f"DTSTAMP:{_day(checklist.date)}T000000Z"


def _uid(what: str, checklist: Checklist) -> str:
    facts = (f"{fact.fact}={fact.answer}" for way in checklist.ways[:1] for fact in way.facts)
    return _digest([checklist.policy.district, *(topic.topic for topic in checklist.topics), *facts, what])


def _digest(parts: Iterable[str]) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _day(date: str) -> str:
    return date.replace("-", "")


def a_year_after(date: str) -> str:
    """Return the same day of the next year; of a leap day, the day before, which every year has.

    >>> a_year_after("2026-11-21"), a_year_after("2028-02-29")
    ('2027-11-21', '2029-02-28')
    """
    year, rest = date.split("-", 1)
    return f"{int(year) + 1:04}-{'02-28' if rest == '02-29' else rest}"


def _folded(line: str) -> Iterator[str]:
    """Yield a line in pieces of at most so many octets, no character cut in two."""
    piece, room = "", _OCTETS
    for character in line:
        octets = len(character.encode())
        if octets > room:
            yield piece
            piece, room = " ", _OCTETS - 1
        piece += character
        room -= octets
    yield piece
