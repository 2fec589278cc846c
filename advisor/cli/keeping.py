"""Keeping a decision as a record, on the day that it is."""

from datetime import date

from advisor.cli.streams import narrate
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.record import Decided, Stamp
from advisor.plain_text import visible
from advisor.storage.records import keep_record


def keep_decision(district: District, consultation: Consultation, decision: Decision, note: str) -> None:
    """Keep a decision with a note, and say where.

    Raises:
        UnreadableFileError: it cannot be written.
    """
    file = keep_record(Decided(district, consultation, decision), Stamp(today(), note))
    narrate(f"advisor: kept as {file.stem} in {visible(str(file.parent))}")


def today() -> str:
    """Return what day it is, as year-month-day."""
    return date.today().isoformat()
