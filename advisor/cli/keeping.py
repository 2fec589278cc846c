"""Keeping a decision as a record, on the day that it is."""

from datetime import date
from pathlib import Path

from advisor.cli.streams import narrate
from advisor.domain.record import Decided, Stamp
from advisor.plain_text import visible
from advisor.storage.records import keep_record


def keep_decision(decided: Decided, note: str, earlier: Path | None = None) -> Path:
    """Keep a decision with a note, say where, and return its file.

    Args:
        decided: what was decided.
        note: what the person adds.
        earlier: the record of the same decision that this one takes the place of; by default it is one more.

    Raises:
        UnreadableFileError: it cannot be written.
    """
    file = keep_record(decided, Stamp(today(), note), earlier)
    narrate(f"advisor: kept as {file.stem} in {visible(str(file.parent))}")
    return file


def today() -> str:
    """Return what day it is, as year-month-day."""
    return date.today().isoformat()
