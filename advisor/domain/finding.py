"""Findings: what a check, or the reader of a file, found; and where every thing that an author wrote stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

Place: TypeAlias = tuple[str | int, ...]
"""Where a thing stands in a file's structure, such as ``("questions", "consent", "options", "yes")``."""


class Severity(StrEnum):
    """Whether a finding keeps a tree from being walked."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
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
    keys: Mapping[Place, Position] = field(default_factory=dict)

    def position(self, place: Place) -> Position:
        """Return where a thing stands, or the nearest thing around it."""
        while place and place not in self.keys and place not in self.values:
            place = place[:-1]
        return self.keys.get(place) or self.values.get(place) or Position(1, 1)

    def finding(self, check: str, severity: Severity, position: Position, message: str) -> Finding:
        """Return a finding at a position of this file, quoting its line."""
        at = position.line - 1
        quote = self.lines[at] if at < len(self.lines) else ""
        return Finding(check, severity, self.file, position, message, quote)
