"""Whatever an author writes in any field, every format of a checklist gives it back, and nothing else comes of it."""

import csv
import io
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import partial
from itertools import cycle
from types import MappingProxyType
from typing import TypeVar, cast

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.analysis.paths import every_path
from advisor.analysis.remedy import every_remedy
from advisor.domain.consultation import Consultation
from advisor.domain.policy import Locator
from advisor.domain.record import Decided, Stamp
from advisor.domain.topic import Topics
from advisor.domain.tree import Answer, Fact
from advisor.plain_text import visible
from advisor.render.checklist import Checklist, of_decision, towards_allow, written
from advisor.render.checklist.formats.csv import Row, rows
from advisor.render.checklist.formats.text import written_in_ascii
from advisor.render.checklist.sections import sections, title
from advisor.render.layout import wrapped
from advisor.render.wording import answered, duty_words
from tests.render.samples import HOSTILE, OTHER_CLAUSE, district, logo, photos
from tests.support.icalendar import calendar, texts
from tests.support.markup import Line, Page, box, cells, from_markdown, from_text
from tests.support.trees import CLAUSE
from tools.checklist_schema import ChecklistFile

SPECIAL = [
    *("# ", "- [x] ", "1. ", "> ", "```", "~~~", "---", "===", "***", "_", "|", "\\", "[a](b)", "![", "<!--"),
    *("<script>", "</title>", "</style>", "]]>", "&amp;", "&#60;", "'", '"', "onload=", "javascript:", "http://a.b/c"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1", "'", ",", ";", '"",""', "|cmd", "www.a.b", "a@b.org", "{", "}"),
    *("BEGIN:VTODO", "END:VTODO\r\n", "\\n", "\\", ";X=", "X:", "\r\n ", "DTSTART:20000101", "x" * 90),
    *("שלום", "مرحبا", "\u202e", "\u200d", "👩\u200d👧", "❤\ufe0f", "🇫🇮", "長い漢字", "é", "[ ] ", "    "),
    *("      N/A [ ]   Initials ______", " ", "\N{NO-BREAK SPACE}", "\n\n", "\x1b[31m"),
    HOSTILE,
]
TEXTS = st.lists(st.sampled_from(SPECIAL) | st.text(max_size=8), min_size=1, max_size=6).map("".join)
WRITTEN = TEXTS.filter(lambda text: bool(text.strip()))
DIFFERENT = 8
"""How many texts a district is written with; more would take longer and try nothing else."""
AUTHORED = {"title", "ask", "label", "because", "do", "who", "ask_whom", "says", "gist", "district_name", "number"}
CASES = [
    {"public": "yes"},
    {"public": "no", "consent": "yes", "told": "no", "permitted": "yes"},
    {"public": "no", "consent": "no", "permitted": "no"},
    {"public": "no", "consent": "asked", "permitted": "yes"},
    {"public": "no", "consent": "unsure", "told": "no", "permitted": "unsure"},
]
Value = TypeVar("Value")


def rewritten(value: Value, draw: Callable[[], str], clauses: dict[Locator, Locator]) -> Value:
    """Return a value with another text in each field that an author writes, whatever it is deep inside of."""
    return cast("Value", _rewritten(value, draw, clauses))


def _rewritten(value: object, draw: Callable[[], str], clauses: dict[Locator, Locator]) -> object:
    if isinstance(value, str):
        return clauses.get(Locator(value), value)
    if isinstance(value, tuple):
        return tuple(_rewritten(each, draw, clauses) for each in value)
    if isinstance(value, dict | MappingProxyType):
        return {key: _rewritten(each, draw, clauses) for key, each in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, object] = {}
    for each in fields(value):
        old = getattr(value, each.name)
        if each.name == "obtain":
            changed[each.name] = {answer: draw() for answer in old}
        elif each.name in AUTHORED and old:
            changed[each.name] = draw()
        else:
            changed[each.name] = _rewritten(old, draw, clauses)
    return replace(value, **changed)


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """The checklist of a case, or one before answering, in a district whose every text was drawn."""
    texts = draw(st.lists(WRITTEN, min_size=DIFFERENT, max_size=DIFFERENT))
    clauses = {CLAUSE: Locator(texts[0]), OTHER_CLAUSE: Locator(texts[1])}
    here = rewritten(district(photos(), logo()), partial(next, cycle(texts)), clauses)
    trees = tuple(here.trees.values())[: draw(st.integers(1, 2))]
    if draw(st.booleans()) and draw(st.booleans()):
        return towards_allow([(tree, every_path(tree)) for tree in trees], {}, here, "2028-02-29")
    answers = {Fact(fact): Answer(answer) for fact, answer in draw(st.sampled_from(CASES)).items()}
    consultation = Consultation.begin(trees, answers)
    decision = consultation.decision
    assert decision is not None
    changes = None if decision.allowed else every_remedy(consultation, Topics((), ())).together
    ticked = [duty.duty for duty in decision.to_do[: draw(st.integers(0, 2))]]
    return of_decision(Decided(here, consultation, decision), changes, Stamp("2028-02-29", texts[2], ticked))


def said(listed: Checklist) -> list[Line]:
    """Return what a person is to read."""
    lines: list[Line] = []
    for section in sections(listed):
        lines.append(Line(f"h{section.level}", section.heading))
        lines += [Line("p", sentence) for sentence in section.sentences]
        lines += [Line(box(done=tick.done, room=tick.room), tick.says) for tick in section.ticks]
    return [Line(kind, visible(text)) for kind, text in lines]


def spaced(lines: list[Line]) -> list[Line]:
    """Return lines with every white space as one blank, as a page shows it."""
    return [Line(kind, " ".join(text.split())) for kind, text in lines]


def unspaced(lines: list[Line]) -> list[Line]:
    """Return lines without white space and levels, for texts that are filled and whose long words are cut."""
    return [Line(kind.replace("h3", "h2"), "".join(text.split())) for kind, text in lines]


@given(checklists())
def test_markdown(listed: Checklist) -> None:
    assert spaced(from_markdown(written(listed, "markdown"))) == spaced(said(listed))


@given(checklists())
def test_plain_text(listed: Checklist) -> None:
    assert unspaced(from_text(written(listed, "text"))) == unspaced(said(listed))


@given(checklists())
def test_plain_text_in_ascii(listed: Checklist) -> None:
    text = written_in_ascii(listed)
    assert text.isascii()
    kinds = [line.kind for line in unspaced(from_text(text))]
    assert kinds == [line.kind for line in unspaced(said(listed))]


@given(checklists())
def test_html(listed: Checklist) -> None:
    page = Page(written(listed, "html"))
    assert spaced(page.lines) == spaced(said(listed))
    assert page.described["title"] == visible(title(listed))
    if listed.headline and listed.ways[0].facts:
        steps = [answered(fact.ask, fact.label) for fact in listed.ways[0].facts]
        assert page.described["path-said"] == visible("; then ".join([*steps, listed.headline]))


@given(checklists())
def test_json(listed: Checklist) -> None:
    read = ChecklistFile.model_validate_json(written(listed, "json"), strict=True)
    assert read.titles == list(listed.titles)
    assert [fact.ask for way in read.ways for fact in way.facts] == [f.ask for way in listed.ways for f in way.facts]


@given(checklists())
def test_csv(listed: Checklist) -> None:
    header, *lines = csv.reader(io.StringIO(written(listed, "csv").removeprefix("\ufeff"), newline=""), strict=True)
    assert header == [*Row._fields]
    assert not [cell for line in lines for cell in line if cell.lstrip().startswith((*"=+-@＝＋－＠\t\r\n",))]
    assert [[harmless(cell) for cell in line] for line in lines] == [
        [visible(cell) for cell in row] for row in rows(listed)
    ]


def harmless(cell: str) -> str:
    """Return what a cell means: a quote that keeps a formula from being one is not part of it."""
    behind = cell.lstrip("'").lstrip()
    return cell[1:] if cell.startswith("'") and behind.startswith((*"=+-@＝＋－＠",)) else cell


def said_in_a_journal(listed: Checklist) -> list[Line]:
    """Return what a person is to read in a journal, where a box stands before what it is for."""
    boxes = {box(done=done, room=room): f"{'☑' if done else '☐'} " for done in (True, False) for room in (True, False)}
    return [Line(kind, boxes.get(kind, "") + text) for kind, text in said(listed)]


@given(checklists())
def test_icalendar(listed: Checklist) -> None:
    text = written(listed, "icalendar")
    tasks = calendar(text).todos
    about, *to_do = texts(text, "SUMMARY")
    assert about.startswith(visible(title(listed)))
    assert texts(text, "DESCRIPTION")[0].split("\n") == [line.text for line in said_in_a_journal(listed)]
    assert set(to_do) <= {visible(tick.says) for section in sections(listed) for tick in section.ticks}
    if len(listed.ways) == 1:
        assert {visible(duty_words(duty.duty)) for duty in listed.ways[0].conditions} <= set(to_do)
    yearly = [task for task in tasks if task.walk("VALARM")]
    assert [(task.DUE, task.rrules) for task in yearly] == [
        (date(2029, 2, 28), [{"FREQ": ["YEARLY"]}]) for duty in listed.ways[0].conditions if duty.due == "yearly"
    ]


@given(WRITTEN)
@settings(max_examples=300)
def test_no_text_is_wider_than_its_lines(text: str) -> None:
    lines = wrapped(text, 20, "- ")
    assert max(map(cells, lines)) <= 20
    assert "".join("".join(lines).removeprefix("-").split()) == "".join(visible(text).split())
