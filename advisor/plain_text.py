"""What counts as plain text: characters a person can see, so that text from a file cannot act on a terminal."""

import unicodedata
from typing import Final

_INVISIBLE_CATEGORIES: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
# Default_Ignorable_Code_Point of the Unicode Character Database, without those in the categories above; and the
# Braille blank, which draws nothing.
_IGNORABLE: Final = frozenset(
    {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180F, 0x3164, 0xFFA0, 0x2800}
    | set(range(0x180B, 0x180E))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0100, 0xE01F0))
)


def is_invisible(character: str) -> bool:
    r"""Tell whether a character draws nothing or acts on the terminal. Line feed and tab count as visible.

    >>> is_invisible("a"), is_invisible("\N{ESCAPE}"), is_invisible("\N{RIGHT-TO-LEFT OVERRIDE}")
    (False, True, True)
    """
    if character in "\n\t":
        return False
    return unicodedata.category(character) in _INVISIBLE_CATEGORIES or ord(character) in _IGNORABLE


def invisible_characters(text: str) -> frozenset[str]:
    r"""Return the distinct invisible characters of a text.

    >>> sorted(invisible_characters("a\x1bb\u202e"))
    ['\x1b', '\u202e']
    """
    return frozenset(c for c in set(text) if is_invisible(c))


def visible(text: str) -> str:
    r"""Return the text with every invisible character, line feed and tab written as an escape, safe for any terminal.

    >>> visible("a\x1b]52;c;x\nb")
    'a\\u{1b}]52;c;x\\u{a}b'
    """
    hidden = invisible_characters(text) | ({"\n", "\t"} & set(text))
    if not hidden:
        return text
    return "".join(f"\\u{{{ord(c):x}}}" if c in hidden else c for c in text)


def one_line(text: str) -> str:
    r"""Return the text in one line: white space of any kind is one space, other invisible characters are left out.

    >>> one_line(" no\u00a0 logo\n\x1bever\u202e ")
    'no logo ever'
    """
    hidden = {c for c in invisible_characters(text) if not c.isspace()}
    return " ".join("".join(c for c in text if c not in hidden).split())
