"""An official text as words: whatever a new page layout, another numbering or a word processor changes is taken out.

Two texts with the same words in the same order are the same to a register. Punctuation is not compared; it only tells
where sentences end.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, NamedTuple

from advisor.errors import AdvisorError
from advisor.plain_text import is_invisible

_DROPPED: Final = frozenset("®™©*_")
_PLAIN: Final = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("‒–—―−", " - "),
        **dict.fromkeys("\f\v\x1c\x1d\x1e\x85\u2028\u2029", " "),
    }
)
_LINK_TARGET: Final = re.compile(r"(?<=\])\([^()\s]*\)")
_PAGE_NUMBER: Final = re.compile(r"\W*(?:page\s+)?\d{1,3}(?:\s*(?:of|/)\s*\d{1,3})?\W*", re.IGNORECASE)
_BULLET: Final = re.compile(r"^\s*(?:[•●○◦▪■□‣⁃∙·➢➤✓\uf0b7-]\s*)+(?=\s|$|\w|[\"'(\[])|^\s*o(?=\s{2,})")
_MARKER: Final = re.compile(r"^\s*\(?(?:[a-z]|\d{1,2}|(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3}))[.)](?=\s|$)", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W_]+(?:(?:'(?=[^\W_])|\.(?=\d)|-\s*(?=[^\W_]))[^\W_]+)*")
_SENTENCE_END: Final = re.compile(r"[.!?:]")
_TOUCHING: Final = re.compile(r"(?<=\s)\S*$")


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    begins_block: bool
    """Whether it was marked as an item of a list, or follows a blank line."""
    printed: str
    """The line as the file has it."""
    marked: int
    """How many characters of the plain line the mark took that is left out of `text`."""

    @property
    def continues_word(self) -> bool:
        """Whether a word hyphenated before it can go on in it, be it on another page."""
        return not self.begins_block or self.text.lstrip()[:1].islower()

    def pieces(self) -> list[str]:
        """Return the line as the file has it, cut between its words, with its end.

        What stands between two words goes with the first, but for what touches the second, such as an opening quote.
        """
        line = f"{self.printed}\n"
        starts = list(_part_starts(self.printed))
        cuts = [0]
        for before, after in pairwise(_WORD.finditer(self.text)):
            touching = _TOUCHING.search(self.text[before.end() : after.start()])
            cut = self.marked + (before.end() + touching.start() if touching else after.start())
            at = bisect_left(starts, cut, key=lambda start: start.plain)
            cuts.append(starts[at].printed if at < len(starts) else len(self.printed))
        return [line[start:end] for start, end in pairwise([*cuts, len(line)])]


class _Part(NamedTuple):
    """A word of a line, or the part of a word that stands in it."""

    line: _Line
    number: int


class Word(NamedTuple):
    """One word of a text."""

    text: str
    """As compared: in small letters, without marks."""
    written: str
    """As it stands in the file, without what is around it."""
    line: int
    ends_sentence: bool
    """Whether a sentence or a block of text ends after it."""
    parts: tuple[_Part, ...]
    """Where it stands; several parts where it is hyphenated over line ends."""


def words_of(text: str, begins: str = "", furniture: Iterable[str] = ()) -> tuple[Word, ...]:
    """Return the words of an official text.

    Args:
        text: the whole file.
        begins: the first words of the policy, where other matter stands before them.
        furniture: lines that are no part of the policy, such as page headers.

    Raises:
        AdvisorError: the first words are not in the text.
    """
    dropped = {tuple(normalised(line)) for line in furniture}
    words = tuple(_joined(list(_lines(text, dropped))))
    if not begins:
        return words
    start = next(find_all(normalised(begins), words), None)
    if start is None:
        raise AdvisorError(f'the text has no "{begins}", with which the policy begins: is it the right file?')
    return words[start:]


def normalised(text: str) -> list[str]:
    """Return the words of a short text, as compared.

    >>> normalised("(a) The Employees’ e-mail,  IV.C 447.1")
    ['the', 'employees', 'email', 'iv', 'c', '447.1']
    """
    return [word.text for word in words_of(text)]


def find_all(sought: Sequence[str], words: Sequence[Word]) -> Iterator[int]:
    """Yield every place at which some words, as compared, stand in a text."""
    wanted = tuple(sought)
    for place in range(len(words) - len(wanted) + 1 if wanted else 0):
        if words[place].text == wanted[0] and tuple(w.text for w in words[place : place + len(wanted)]) == wanted:
            yield place


def printed(words: Iterable[Word]) -> Iterator[str]:
    """Yield each word as the file has it, with its punctuation and the white space after it.

    Those of words that follow each other, joined, are the passage in the file without its page numbers and furniture.
    """
    line, pieces = None, [""]
    for word in words:
        found = []
        for part in word.parts:
            if part.line is not line:
                line, pieces = part.line, part.line.pieces()
            found.append(pieces[part.number])
        *begun, last = found
        yield "".join(each.strip() for each in begun) + (last.lstrip() if begun else last)


def _lines(text: str, furniture: set[tuple[str, ...]]) -> Iterator[_Line]:
    """Yield the lines that hold words of the policy, plain and without marks."""
    after_blank = True
    for number, raw in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        line = _LINK_TARGET.sub(lambda target: " " * len(target.group()), _plain(raw))
        if _PAGE_NUMBER.fullmatch(line):
            continue
        unmarked = _MARKER.sub("", _BULLET.sub("", line, count=1), count=1)
        found = tuple(_compared(match.group()) for match in _WORD.finditer(unmarked))
        if not found:
            after_blank = after_blank or not line.strip()
            continue
        if found in furniture:
            continue
        yield _Line(number, unmarked, after_blank or unmarked != line, raw, len(line) - len(unmarked))
        after_blank = False


def _plain(line: str) -> str:
    kept = "".join(c for c in line.translate(_PLAIN) if c not in _DROPPED and not is_invisible(c))
    return unicodedata.normalize("NFKC", kept).translate(_PLAIN)


class _Start(NamedTuple):
    """Where a part of a line begins: in the plain line, and in the file's."""

    plain: int
    printed: int


def _part_starts(line: str) -> Iterator[_Start]:
    """Yield the start of each part of a line that becomes plain apart from all others."""
    length, start, part = 0, 0, ""
    for at, character in enumerate(line):
        plain = _plain(character)
        if part and (not _goes_on(part, plain) if plain else part.isspace()):
            yield _Start(length, start)
            length, start, part = length + len(_plain(part)), at, ""
        if plain:
            part += character
    yield _Start(length, start)


def _goes_on(part: str, plain: str) -> bool:
    """Tell whether a character belongs to a part: an accent to its letter, a letter to its word."""
    return unicodedata.category(plain[0]).startswith("M") or (part[-1].isalnum() and plain[0].isalnum())


def _joined(lines: list[_Line]) -> Iterator[Word]:
    """Yield the words of all lines; one that is hyphenated over a line end is one word."""
    written = ""
    parts: list[_Part] = []
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        matches = list(_WORD.finditer(line.text))
        for place, match in enumerate(matches):
            is_last = place + 1 == len(matches)
            gap = line.text[match.end() : None if is_last else matches[place + 1].start()]
            written += match.group()
            parts.append(_Part(line, place))
            if is_last and gap.rstrip() == "-" and following is not None and following.continues_word:
                continue
            ends = bool(_SENTENCE_END.search(gap)) or (is_last and (following is None or following.begins_block))
            yield Word(_compared(written), written, line.number, ends, tuple(parts))
            written, parts = "", []


def _compared(written: str) -> str:
    """Return a word without its hyphens, which come and go with the line ends."""
    return "".join(part for part in written.casefold().split("-") for part in part.split())
