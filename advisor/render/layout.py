"""Lines of plain text: wrapped, indented, and safe for any terminal."""

import re
from textwrap import TextWrapper
from typing import Final

from advisor.plain_text import visible

NARROWEST: Final = 20
"""Below this width a line cannot hold an indent and a word."""

_JOINED: Final = "\N{NO-BREAK SPACE}"
_INSIDE_LOCATOR: Final = re.compile(r" (?=¶\d|s\d)")


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return a text as lines of at most ``width`` characters; a locator such as ``IV.C ¶8`` stays in one line.

    Args:
        text: one paragraph.
        width: the width to keep to; never less than `NARROWEST`.
        first: stands before the first line.
        rest: stands before each further line; by default blanks as wide as ``first``.
    """
    indent = " " * len(first) if rest is None else rest
    wrapper = TextWrapper(
        width=max(width, NARROWEST),
        initial_indent=first,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    lines = wrapper.wrap(_INSIDE_LOCATOR.sub(_JOINED, visible(text)))
    return [line.replace(_JOINED, " ") for line in lines] or [first.rstrip()]
