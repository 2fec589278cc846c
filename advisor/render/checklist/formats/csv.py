"""A checklist as CSV, a row for each line of it; no cell can be taken for a formula."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from advisor.render import escaping
from advisor.render.checklist.model import Checklist, Ground, Way
from advisor.render.checklist.sections import (
    MORE_WAYS,
    certain_words,
    change_steps,
    changes_in_words,
    no_way,
    note_lines,
    tree_line,
    ways_to,
)
from advisor.render.wording import DUE, MOST_REMEDIES, READS, dated, policy_line

ENDINGS: Final = ("csv",)

_BOM: Final = "\ufeff"
"""Without it, a spreadsheet may take the signs of verdicts and paragraphs for others."""


class Row(NamedTuple):
    """One line; the last two columns are room to fill in."""

    part: str
    """What kind of line it is, such as *do*."""
    number: str = ""
    """Which of several ways, or of several changes, it belongs to."""
    what: str = ""
    answer: str = ""
    """What was answered, or what the verdict is."""
    who: str = ""
    when: str = ""
    clauses: str = ""
    done: str = ""
    not_applicable: str = ""
    initials: str = ""


def written(checklist: Checklist) -> str:
    """Return a checklist as CSV."""
    lines = [Row._fields, *([escaping.csv_cell(cell) for cell in row] for row in rows(checklist))]
    return _BOM + "".join(f"{','.join(map(_quoted, line))}\r\n" for line in lines)


def rows(checklist: Checklist) -> Iterator[Row]:
    """Yield the lines of a checklist in reading order."""
    for topic in checklist.topics:
        yield Row("topic", what=topic.title, answer=topic.headline)
        if topic.ground:
            yield from _ground(topic.ground)
    if checklist.is_decided:
        what = " ".join(filter(None, [checklist.reason, certain_words(checklist)]))
        yield Row("verdict", what=what, answer=checklist.headline)
    if said := no_way(checklist) or (MORE_WAYS if checklist.more else ""):
        yield Row("ways", what=said)
    for number, way in enumerate(checklist.ways, 1):
        yield from _way(way, "" if checklist.is_decided else str(number), checklist)
    yield from _open(checklist)
    yield from _changes(checklist)
    yield from _rests_on(checklist)


def _way(way: Way, number: str, checklist: Checklist) -> Iterator[Row]:
    if number:
        yield Row("way", number, way.reason, way.headline)
    for fact in way.facts:
        done, clauses = _done(done=fact.known), ", ".join(fact.cites)
        yield Row("fact", number, fact.ask, fact.label, fact.ask_whom, clauses=clauses, done=done)
        if fact.how and not (fact.known or checklist.is_decided):
            yield Row("how", number, fact.how)
    for duty in way.conditions:
        done = _done(done=duty.duty in checklist.ticked)
        yield Row("do", number, duty.do, "", duty.who, DUE[duty.due], ", ".join(duty.cites), done)
    for referral in way.referrals:
        yield Row("ask", number, " · ".join(referral.about), who=referral.person)
    for ground in way.grounds if number else ():
        yield from _ground(ground, number)
    for each in way.readings:
        yield Row("reading", number, each.says, READS[each.verdict], clauses=", ".join(each.cites))


def _ground(ground: Ground, number: str = "") -> Iterator[Row]:
    yield Row("because", number, ground.because, clauses=", ".join(ground.cites))
    if ground.near:
        yield Row("closest in the policy", number, clauses=", ".join(ground.near))


def _open(checklist: Checklist) -> Iterator[Row]:
    for question in checklist.find_out:
        yield Row("find out", what=question.ask, who=question.ask_whom, clauses=", ".join(question.cites))
        yield from (Row("how", what=how) for how in ways_to(question))


def _changes(checklist: Checklist) -> Iterator[Row]:
    for said in changes_in_words(checklist):
        yield Row("change", what=said)
    for number, change in enumerate((checklist.changes or ())[:MOST_REMEDIES], 1):
        for step in change_steps(change):
            yield Row(
                "change", str(number), step.what, "", step.who, DUE[step.due] if step.due else "", ", ".join(step.cites)
            )


def _rests_on(checklist: Checklist) -> Iterator[Row]:
    for cite in checklist.cites:
        yield Row("clause", what=checklist.policy.gist(cite), clauses=cite)
    for line in note_lines(checklist):
        yield Row("note", what=line)
    yield Row(
        "policy", what=policy_line(checklist.policy), answer=checklist.policy.number, when=dated(checklist.policy)
    )
    for topic in checklist.topics:
        yield Row("tree", what=tree_line(topic))
    yield Row("made on", when=checklist.date)


def _done(*, done: bool) -> str:
    return "x" if done else ""


def _quoted(cell: str) -> str:
    """Quote every cell, so that no text can begin another one, whatever stands between cells where it is opened."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
