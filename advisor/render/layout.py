"""Lines of plain text: wrapped, indented, and safe for any terminal."""

import re
import unicodedata
from textwrap import TextWrapper
from typing import Final

from advisor.plain_text import visible

NARROWEST: Final = 20
"""Below this width a line cannot hold an indent and a word."""

_JOINED: Final = "\N{NO-BREAK SPACE}"
_SECOND_CELL: Final = "\ue000"
"""Stands for the second cell of a wide character while lines are filled; no visible text holds it."""
_WIDE: Final = frozenset({"W", "F"})
_INSIDE_LOCATOR: Final = re.compile(r" (?=¶\d|s\d)")


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text as lines of at most ``width`` cells; a locator such as ``IV.C ¶8`` stays in one line.

    Args:
        text: one paragraph.
        width: the width to keep to; never less than `NARROWEST`.
        first: stands before the first line.
        rest: stands before each further line; by default blanks as wide as ``first``.
    """
    indent = " " * len(first) if rest is None else rest
    shown = _INSIDE_LOCATOR.sub(_JOINED, visible(text))
    in_cells = shown if shown.isascii() else "".join(map(_cells, shown))
    # A wide character can be parted from its second cell at the end of a line.
    least = 0 if in_cells == shown else 1
    wrapper = TextWrapper(
        width=max(width, NARROWEST) - least,
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    lines = wrapper.wrap(in_cells)
    return [line.replace(_JOINED, " ").replace(_SECOND_CELL, "") for line in lines] or [first.rstrip()]


def _cells(character: str) -> str:
    return character + _SECOND_CELL if unicodedata.east_asian_width(character) in _WIDE else character
