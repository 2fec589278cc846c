"""A checklist as one HTML file: no script, nothing from elsewhere, good on paper, and clear to a screen reader."""

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Final

from advisor.render.checklist.model import Checklist
from advisor.render.checklist.path_picture import path_picture
from advisor.render.checklist.sections import Section, Tick, sections, title
from advisor.render.escaping import html as escaped

ENDINGS: Final = ("html", "htm")

_STYLE: Final = """\
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 46rem; padding: 1rem; }
h1, h2, h3, p, li, legend, label { overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { border-bottom: 1px solid; font-size: 1.2rem; margin: 2rem 0 .5rem; }
h3 { font-size: 1rem; margin: 1rem 0 .5rem; }
.verdict { font-size: 1.3rem; font-weight: bold; }
ul { list-style: none; margin: 0; padding: 0; }
li { margin: 0 0 .6rem; }
.alone { display: flex; gap: .3rem; }
.alone input { flex: none; margin-top: .2rem; }
fieldset { border: 1px solid; border-radius: .3rem; display: flow-root; margin: 0; min-width: 0; padding: .5rem .8rem; }
legend { float: left; margin: 0 0 .3rem; padding: 0; width: 100%; }
.room { clear: both; display: flex; flex-wrap: wrap; gap: .3rem 1.5rem; }
input[type=checkbox] { height: 1.1rem; margin: 0 .3rem 0 0; vertical-align: -.15rem; width: 1.1rem; }
input[type=text] { border: 0; border-bottom: 1px solid; font: inherit; width: 6rem; }
svg { display: block; height: auto; max-width: 100%; }
svg text { fill: currentColor; font: 12px system-ui, sans-serif; }
svg rect, svg path { fill: none; stroke: currentColor; stroke-width: 1.5; }
svg text.end { font-weight: bold; }
@page { margin: 18mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 10.5pt; max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; }
  fieldset, li, svg { break-inside: avoid; }
}
"""
_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'"


def written(checklist: Checklist) -> str:
    """Return a checklist as HTML."""
    return "".join(f"{line}\n" for line in _page(checklist))


def _page(checklist: Checklist) -> Iterator[str]:
    yield from ("<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">')
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escaped(title(checklist))}</title>"
    yield from ("<style>", f"{_STYLE}</style>", "</head>", "<body>", "<main>")
    numbers = count(1)
    for section in sections(checklist):
        yield from _section(section, numbers)
        if section.level == 1:
            yield from _picture(checklist)
    yield from ("</main>", "</body>", "</html>")


def _picture(checklist: Checklist) -> Iterator[str]:
    if checklist.is_decided and checklist.ways[0].facts:
        yield from path_picture(checklist.ways[0].facts, checklist.headline)


def _section(section: Section, numbers: Iterator[int]) -> Iterator[str]:
    yield f'<h{section.level} dir="auto">{escaped(section.heading)}</h{section.level}>'
    for place, sentence in enumerate(section.sentences):
        verdict = ' class="verdict"' if section.level == 1 and place == 0 else ""
        yield f'<p dir="auto"{verdict}>{escaped(sentence)}</p>'
    if section.ticks:
        yield from _ticks(section.ticks, numbers)


def _ticks(ticks: Sequence[Tick], numbers: Iterator[int]) -> Iterator[str]:
    yield "<ul>"
    for tick in ticks:
        yield from _with_room(tick, next(numbers)) if tick.room else _alone(tick, next(numbers))
    yield "</ul>"


def _alone(tick: Tick, number: int) -> Iterator[str]:
    yield f'<li class="alone"><input type="checkbox" id="done-{number}"{_checked(tick)}>'
    yield f'<label for="done-{number}" dir="auto">{escaped(tick.says)}</label></li>'


def _with_room(tick: Tick, number: int) -> Iterator[str]:
    yield f'<li><fieldset><legend dir="auto">{escaped(tick.says)}</legend>'
    yield f'<div class="room"><label><input type="checkbox" id="done-{number}"{_checked(tick)}>Done</label>'
    yield f'<label><input type="checkbox" id="not-applicable-{number}">Not applicable (N/A)</label>'
    yield f'<label>Initials <input type="text" id="initials-{number}" autocomplete="off"></label></div></fieldset></li>'


def _checked(tick: Tick) -> str:
    return " checked" if tick.done else ""
