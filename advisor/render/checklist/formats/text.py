"""A checklist as plain text: headings and boxes stand at the margin, and nothing that an author wrote does.

So no text can pass for a box. Lines keep to 80 columns.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from advisor.plain_text import visible
from advisor.render.checklist.model import Checklist
from advisor.render.checklist.sections import Section, Tick, sections
from advisor.render.layout import wrapped

ENDINGS: Final = ("txt",)

_WIDTH: Final = 80
_INDENT: Final = "  "
_FURTHER: Final = "    "
_BOX: Final = {False: "[ ] ", True: "[x] "}
_ROOM: Final = "      N/A [ ]   Initials ______"
"""Its blanks stand together, which those of a text never do."""
_PLAIN: Final[Mapping[str, str]] = {
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("‘’‚", "'"),
    **dict.fromkeys("‐‑‒–—−", "-"),
    "…": "...",
    "·": "-",
    "→": "->",
    "✓": "(+)",
    "✗": "(-)",
    "☐": "[ ]",
    "☑": "[x]",
    "•": "*",
    "×": "x",
    "§": "Sec.",
    "ß": "ss",
    "\u00a0": " ",
}
_PARAGRAPH: Final = re.compile(r"¶(?=\d)")


def written(checklist: Checklist) -> str:
    """Return a checklist as plain text."""
    return _laid_out(checklist, lambda text: _spaced(visible(text)))


def written_in_ascii(checklist: Checklist) -> str:
    """Return a checklist as plain text that any printer and terminal can show."""
    return _laid_out(checklist, lambda text: _spaced(only_ascii(text)))


def only_ascii(text: str) -> str:
    r"""Return a text in ASCII: paragraph signs as they are typed, letters without accents, all else by its number.

    >>> only_ascii("IV.C ¶8 “Café” ✓… \N{HEBREW LETTER ALEF}")
    'IV.C p8 "Cafe" (+)... \\u{5d0}'
    """
    return "".join(map(_in_ascii, _PARAGRAPH.sub("p", unicodedata.normalize("NFC", visible(text)))))


def _in_ascii(character: str) -> str:
    if character.isascii():
        return character
    letter = "".join(c for c in unicodedata.normalize("NFKD", character) if not unicodedata.combining(c))
    return _PLAIN.get(character) or (letter if letter.isascii() and letter.isalpha() else f"\\u{{{ord(character):x}}}")


def _spaced(text: str) -> str:
    """Return a text with one blank for every white space, so that none can pass for room to fill in."""
    return " ".join(text.split())


def _laid_out(checklist: Checklist, spelled: Callable[[str], str]) -> str:
    return "\n\n".join("\n".join(_lines(section, spelled)) for section in sections(checklist)) + "\n"


def _lines(section: Section, spelled: Callable[[str], str]) -> Iterator[str]:
    heading = wrapped(spelled(section.heading), _WIDTH, "", _FURTHER)
    yield from heading
    if section.level == 1:
        yield "=" * max(map(len, heading))
    for sentence in section.sentences:
        yield from wrapped(spelled(sentence), _WIDTH, _INDENT, _FURTHER)
    for tick in section.ticks:
        yield from _tick(tick, spelled)


def _tick(tick: Tick, spelled: Callable[[str], str]) -> Iterator[str]:
    yield from wrapped(spelled(tick.says), _WIDTH, _BOX[tick.done])
    if tick.room:
        yield _ROOM
