"""What a register says when it is held against something: who rests on each clause, and what became of it in a text."""

from dataclasses import dataclass, field
from enum import StrEnum

from advisor.domain.finding import Place, Position, Source
from advisor.domain.policy import Locator, TopicSlug


class Citing(StrEnum):
    """What cites a clause."""

    QUESTION = "question"
    OUTCOME = "outcome"
    NEAR = "near"
    CONDITION = "condition"
    READING = "reading"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Citation:
    """One citation in a tree."""

    locator: Locator
    """As the author wrote it: a clause, or a unit that holds several."""
    topic: TopicSlug
    kind: Citing
    id: str
    """The question or outcome that it belongs to; empty for a ``never``."""
    place: Place
    source: Source = field(repr=False)

    @property
    def file(self) -> str:
        """The file it stands in."""
        return self.source.file

    @property
    def position(self) -> Position:
        """Where it stands in the file."""
        return self.source.position(self.place)


class ClauseStatus(StrEnum):
    """What became of a clause in an official text."""

    VERIFIED = "verified"
    CHANGED = "changed"
    MOVED = "moved"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class ClauseReport:
    """What became of one clause."""

    clause: Locator
    status: ClauseStatus
    line: int
    """Where it stands now; 0 where it is missing."""
    now: str
    """The words that stand there now, where they changed."""
    difference: int
    """How many words more there are now than there were."""
    start: int = -1
    """Which word of the text it begins with, counted from 0; -1 where it is missing."""


@dataclass(frozen=True, slots=True)
class Uncovered:
    """Words of a text that belong to no clause."""

    line: int
    words: str


@dataclass(frozen=True, slots=True)
class RegisterReport:
    """A register held against a text."""

    clauses: tuple[ClauseReport, ...]
    uncovered: tuple[Uncovered, ...]

    @property
    def may_be_another_policy(self) -> bool:
        """Whether most clauses were not found, so that it is perhaps the wrong file."""
        found = sum(report.status in {ClauseStatus.VERIFIED, ClauseStatus.MOVED} for report in self.clauses)
        return 2 * found < len(self.clauses)

    @property
    def stands(self) -> bool:
        """Whether every clause is verified and every word is covered."""
        return not self.uncovered and all(report.status is ClauseStatus.VERIFIED for report in self.clauses)
