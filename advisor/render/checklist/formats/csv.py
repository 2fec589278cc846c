"""A checklist as CSV, a row for each line of it; no cell can be taken for a formula."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from advisor.render import escaping
from advisor.render.checklist.model import Checklist, Way
from advisor.render.checklist.sections import MORE_WAYS, MOST_CHANGES, NO_WAY, change_steps, made_from, note_lines
from advisor.render.wording import dated, policy_line

ENDINGS: Final = ("csv",)


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
    return "".join(f"{','.join(map(_quoted, line))}\r\n" for line in lines)


def rows(checklist: Checklist) -> Iterator[Row]:
    """Yield the lines of a checklist in reading order."""
    for topic in checklist.topics:
        yield Row("topic", what=topic.title, answer=topic.headline, clauses=", ".join(topic.cites))
    if checklist.headline:
        yield Row("verdict", what=checklist.reason, answer=checklist.headline)
    several = not checklist.headline
    for number, way in enumerate(checklist.ways, 1):
        yield from _way(way, str(number) if several else "", checklist)
    if not checklist.ways:
        yield Row("no way", what=NO_WAY)
    if checklist.more:
        yield Row("more ways", what=MORE_WAYS)
    yield from _open(checklist)
    yield from _changes(checklist)
    yield from _rests_on(checklist)


def _way(way: Way, number: str, checklist: Checklist) -> Iterator[Row]:
    for fact in way.facts:
        cites = ", ".join(fact.cites)
        yield Row("fact", number, fact.ask, fact.label, clauses=cites, done=_done(done=fact.known))
    for duty in way.conditions:
        done = _done(done=duty.duty in checklist.ticked)
        yield Row("do", number, duty.do, "", duty.who, duty.due, ", ".join(duty.cites), done)
    for person in way.ask:
        yield Row("ask", number, ", ".join(checklist.titles), who=person)
    for because in way.because:
        yield Row("because", number, because, clauses=", ".join(way.cites))


def _open(checklist: Checklist) -> Iterator[Row]:
    for question in checklist.find_out:
        yield Row("find out", what=question.ask, who=question.ask_whom, clauses=", ".join(question.cites))


def _changes(checklist: Checklist) -> Iterator[Row]:
    if checklist.changes == ():
        yield Row("change", what="No change that the trees know of would allow it.")
    for number, change in enumerate((checklist.changes or ())[:MOST_CHANGES], 1):
        for step in change_steps(change):
            yield Row("change", str(number), step.what, "", step.who, step.due or "", ", ".join(step.cites))


def _rests_on(checklist: Checklist) -> Iterator[Row]:
    for each in checklist.readings:
        yield Row("reading", what=each.says, answer=each.verdict, clauses=", ".join(each.cites))
    for cite in checklist.cites:
        yield Row("clause", what=checklist.policy.gist(cite), clauses=cite)
    for line in note_lines(checklist):
        yield Row("note", what=line)
    yield Row(
        "policy", what=policy_line(checklist.policy), answer=checklist.policy.number, when=dated(checklist.policy)
    )
    for topic in checklist.topics:
        yield Row("tree", what=made_from(topic))
    yield Row("made on", when=checklist.date)


def _done(*, done: bool) -> str:
    return "x" if done else ""


def _quoted(cell: str) -> str:
    """Quote every cell, so that no text can begin another one, whatever stands between cells where it is opened."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"'
