"""A checklist as iCalendar (RFC 5545): a journal entry that says all of it, and a task for each thing to be done.

A yearly duty falls due a year after the checklist was made and every year from then on, with an alarm before. The other
tasks have no day of their own, so they bear none. The name of a task is made from what it is, so that reading the same
checklist in again adds nothing.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from advisor.domain.tree import Condition, Due
from advisor.render import escaping
from advisor.render.checklist.model import Checklist, Way
from advisor.render.checklist.sections import (
    change_steps,
    find_out_words,
    referral_words,
    sections,
    title,
    to_make_true,
)
from advisor.render.wording import DUE, duty_words, policy_line

ENDINGS: Final = ("ics",)

_OCTETS: Final = 75
"""How long a line may be, its end not counted."""
_LINE_END: Final = "\r\n"
_ALARM: Final = "-P14D"
_BREAK: Final = r"\n"
_BOX: Final = {False: "☐", True: "☑"}


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
    yield "BEGIN:VJOURNAL"
    yield from _named("decision", checklist)
    yield f"DTSTART;VALUE=DATE:{_day(checklist.date)}"
    yield f"SUMMARY:{escaping.icalendar(': '.join(filter(None, [title(checklist), checklist.headline])))}"
    yield f"DESCRIPTION:{_BREAK.join(map(escaping.icalendar, _said(checklist)))}"
    yield "END:VJOURNAL"


def _said(checklist: Checklist) -> Iterator[str]:
    """Yield the whole checklist, line by line: what is no task of its own can only be read here."""
    for section in sections(checklist):
        yield section.heading
        yield from section.sentences
        yield from (f"{_BOX[tick.done]} {tick.says}" for tick in section.ticks)


def _tasks(checklist: Checklist) -> Iterator[_Task]:
    """Yield what is to be done for certain; of several ways, or several changes, that is none."""
    if len(checklist.ways) == 1:
        yield from _of_way(checklist.ways[0], checklist)
    for question in checklist.find_out:
        yield _Task(find_out_words(question), "Find out")
    if checklist.changes and len(checklist.changes) == 1:
        yield from (_Task(step.words, "What would change it") for step in change_steps(checklist.changes[0]))


def _of_way(way: Way, checklist: Checklist) -> Iterator[_Task]:
    for fact in way.facts:
        if not (fact.known or checklist.is_decided):
            yield _Task(to_make_true(fact), "What must be true")
    for condition in way.conditions:
        yield _duty(condition, checklist)
    for referral in way.referrals:
        yield _Task(referral_words(referral), "Whom to ask")


def _duty(condition: Condition, checklist: Checklist) -> _Task:
    done, yearly = condition.duty in checklist.ticked, condition.due is Due.YEARLY
    return _Task(duty_words(condition.duty), DUE[condition.due], yearly=yearly, done=done)


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
        yield f"DTSTART;VALUE=DATE:{_day(_day_of_every_year(checklist.date))}"
        yield f"DUE;VALUE=DATE:{_day(a_year_after(checklist.date))}"
        yield "RRULE:FREQ=YEARLY"
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"DESCRIPTION:{summary}")
        yield from (f"TRIGGER;RELATED=END:{_ALARM}", "END:VALARM")
    yield "END:VTODO"


def _named(what: str, checklist: Checklist) -> Iterator[str]:
    yield f"UID:{_uid(what, checklist)}@advisor.invalid"
    yield f"DTSTAMP:{_day(checklist.date)}T000000Z"


def _uid(what: str, checklist: Checklist) -> str:
    facts = (f"{fact.fact}={fact.answer}" for way in checklist.ways for fact in way.facts)
    parts = [checklist.policy.district, *(topic.topic for topic in checklist.topics), *facts, what]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


def _day(date: str) -> str:
    return date.replace("-", "")


def a_year_after(date: str) -> str:
    """Return the same day of the next year; of a leap day, the day before, which every year has.

    >>> a_year_after("2026-11-21"), a_year_after("2028-02-29")
    ('2027-11-21', '2029-02-28')
    """
    year, rest = _day_of_every_year(date).split("-", 1)
    return f"{int(year) + 1:04}-{rest}"


def _day_of_every_year(date: str) -> str:
    """Return a day; of a leap day, on which a yearly task would come every four years, the day before."""
    return f"{date[:-2]}28" if date.endswith("-02-29") else date


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
