"""A screen as a small SVG: it asks nothing of the network, and its columns align in any monospaced font."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import Final, NamedTuple

from rich.cells import cell_len
from rich.color import Color
from rich.style import Style
from textual.strip import Strip

_WIDE, _HIGH, _BASE = 10, 20, 15
"""The size of a cell, and how deep the letters stand in it."""

_MARGIN: Final = 10
_FONT: Final = "16.6px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace"
_WORDS: Final = re.compile(r"\S+(?: \S+)*")


class _Run(NamedTuple):
    """Neighbouring cells that look the same."""

    look: str
    column: int
    text: str


def picture(lines: Sequence[Strip], alt: str) -> str:
    """Return a picture of some lines, as they are drawn.

    Args:
        lines: of one screen.
        alt: what there is to be seen, for those who do not see it.
    """
    grounds = [tuple(_runs(line, _ground)) for line in lines]
    inks = [tuple(_runs(line, _ink)) for line in lines]
    paper = _paper(grounds)
    looks = {look: f"i{number}" for number, look in enumerate(_looks(inks))}
    width = max(line.cell_length for line in lines) * _WIDE + 2 * _MARGIN
    height = len(lines) * _HIGH + 2 * _MARGIN
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img">',
        f"<title>{escape(alt)}</title>",
        f"<style>text{{font:{_FONT}}}{''.join(f'.{name}{{{look}}}' for look, name in looks.items())}</style>",
        f'<rect width="{width}" height="{height}" rx="8" fill="{paper}" stroke="#808080"/>',
        f'<g transform="translate({_MARGIN} {_MARGIN})" shape-rendering="crispEdges">',
        *(_rect(run, row) for row, runs in enumerate(grounds) for run in runs if run.look != paper),
        *(_text(words, row, looks) for row, runs in enumerate(inks) for run in runs for words in _words(run)),
        "</g></svg>",
    ]
    return "".join(f"{line}\n" for line in drawn)


def _runs(line: Strip, look_of: Callable[[Style], str]) -> Iterator[_Run]:
    """Yield what stands on a line; neighbours that look the same are one."""
    column = 0
    for look, segments in groupby(line, lambda segment: look_of(segment.style or Style.null())):
        text = "".join(segment.text for segment in segments)
        yield _Run(look, column, text)
        column += cell_len(text)


def _words(run: _Run) -> Iterator[_Run]:
    """Yield what is between the wider gaps, each in its place, so that a font of another width moves nothing far."""
    for found in _WORDS.finditer(run.text):
        yield _Run(run.look, run.column + cell_len(run.text[: found.start()]), found[0])


def _paper(grounds: Sequence[Sequence[_Run]]) -> str:
    """Return the colour that most cells have behind them."""
    cells = Counter[str]()
    for run in (run for runs in grounds for run in runs):
        cells[run.look] += cell_len(run.text)
    return cells.most_common(1)[0][0]


def _looks(inks: Sequence[Sequence[_Run]]) -> list[str]:
    """Return every way in which letters look."""
    return list(dict.fromkeys(run.look for runs in inks for run in runs if run.text.strip()))


def _rect(run: _Run, row: int) -> str:
    wide = cell_len(run.text) * _WIDE
    return f'<rect x="{run.column * _WIDE}" y="{row * _HIGH}" width="{wide}" height="{_HIGH}" fill="{run.look}"/>'


def _text(run: _Run, row: int, looks: Mapping[str, str]) -> str:
    place = f'x="{run.column * _WIDE}" y="{row * _HIGH + _BASE}" textLength="{cell_len(run.text) * _WIDE}"'
    return f'<text class="{looks[run.look]}" {place}>{escape(run.text, quote=False)}</text>'


def _ground(style: Style) -> str:
    """Return the colour behind letters."""
    return _hex(style.color if style.reverse else style.bgcolor)


def _ink(style: Style) -> str:
    """Return how letters look, as a browser is told."""
    colour = _hex(style.bgcolor if style.reverse else style.color)
    bold = ";font-weight:bold" if style.bold else ""
    underline = ";text-decoration:underline" if style.underline else ""
    return f"fill:{colour}{bold}{underline}"


def _hex(colour: Color | None) -> str:
    return colour.get_truecolor().hex if colour else "#808080"
