"""Findings: what a check, or the reader of a file, found; and where every thing that an author wrote stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""Where a thing stands in a file's structure, such as ``("questions", "consent", "options", "yes")``."""


class Severity(StrEnum):
    """Whether a finding keeps a tree from being walked."""

    ERROR = "error"
    WARNING = "warning"


class Position(NamedTuple):
    """A place in a text; both numbers count from 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, where, and what to do."""

    check: str
    severity: Severity
    file: str
    position: Position
    message: str
    quote: str = ""
    """The line of the file at which it points."""


@dataclass(frozen=True, slots=True)
class Source:
    """An author's file: its lines, and where each thing in it stands."""

    file: str
    lines: tuple[str, ...]
    values: Mapping[Place, Position] = field(default_factory=dict)
    """Where each scalar and each item of a list begins."""
    keys: Mapping[Place, Position] = field(default_factory=dict)
    """Where each key begins."""

    def position(self, place: Place) -> Position:
        """Return where a thing stands, or the nearest thing around it."""
        while place and place not in self.values and place not in self.keys:
            place = place[:-1]
        return self.values.get(place) or self.keys.get(place) or Position(1, 1)

    def finding(self, check: str, severity: Severity, position: Position, message: str) -> Finding:
        """Return a finding at a position of this file, quoting its line."""
        at = position.line - 1
        quote = self.lines[at] if at < len(self.lines) else ""
        return Finding(check, severity, self.file, position, message, quote)
