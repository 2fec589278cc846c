"""Writing locks into a register's file: how many words each clause covers, and their digest; nothing else changes."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from advisor.domain.finding import Source
from advisor.errors import AdvisorError

_LOCKS: Final = ("words", "digest")


class Lock(NamedTuple):
    """What a clause covers of the official text."""

    words: int
    digest: str


def with_locks(content: str, source: Source, locks: Sequence[Lock]) -> str:
    """Return a register's text with the locks of its clauses.

    Args:
        content: the text of the file.
        source: the same text as read.
        locks: one a clause, in order.

    Raises:
        AdvisorError: a clause is written on one line, so that its keys have no lines of their own.
    """
    ending = "\r\n" if "\r\n" in content else "\n"
    lines = content.replace("\r\n", "\n").split("\n")
    for index, lock in reversed(list(enumerate(locks))):
        keys = _key_lines(source, index)
        old = {keys[key] for key in _LOCKS if key in keys}
        written = [f"{' ' * _indent(source, index)}{key}: {value}" for key, value in _fields(lock)]
        place = keys["gist"]
        before = [line for number, line in enumerate(lines[:place], 0) if number not in old]
        after = [line for number, line in enumerate(lines[place:], place) if number not in old]
        lines = [*before, *written, *after]
    return ending.join(lines)


def _fields(lock: Lock) -> tuple[tuple[str, str], ...]:
    # A digest of digits alone, or one that looks like 12e34, is no text to other YAML readers.
    return ("words", str(lock.words)), ("digest", f'"{lock.digest}"')


def _key_lines(source: Source, index: int) -> Mapping[str, int]:
    """Return the line of each key of a clause, counted from 0."""
    lines = {
        str(place[2]): position.line - 1
        for place, position in source.keys.items()
        if len(place) == 3 and place[:2] == ("clauses", index)  # noqa: PLR2004 - list, place in it, key
    }
    if len(set(lines.values())) != len(lines):
        first = min(lines.values()) + 1
        raise AdvisorError(
            f"{source.file}:{first}: write each key of this clause on a line of its own, then lock again"
        )
    return lines


def _indent(source: Source, index: int) -> int:
    return source.keys["clauses", index, "gist"].column - 1
