"""The records that a person named, or all, read and decided again; one unreadable stops no other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug
from advisor.domain.record import Record
from advisor.domain.replay import NotReplayable, Replayed, replay
from advisor.errors import AdvisorError, UnreadableFileError
from advisor.storage.records import find_records, read_record_file, record_files

if TYPE_CHECKING:
    from advisor.library import Library
    from advisor.render.json_records import JsonObject


@dataclass(frozen=True, slots=True)
class Named:
    """A record, as the person names it."""

    name: str
    record: Record


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that holds no record that can be read."""

    file: Path
    because: str


def every_record() -> Iterator[Named | Unread]:
    """Yield all records that are kept, newest first.

    Raises:
        UnreadableFileError: the folder cannot be read.
    """
    yield from (_read(file, file.stem) for file in record_files())


def named_records(words: Iterable[str]) -> tuple[Named | Unread, ...]:
    """Return the records that a person named, in that order.

    Raises:
        UnknownNameError: one is neither a record nor a file.
    """
    named = tuple(dict.fromkeys(words))
    return tuple(_read(file, name) for name, file in zip(named, find_records(named), strict=True))


def decided_again(record: Record, library: "Library") -> Replayed:
    """Decide a record again by the trees on this machine."""
    district = _district(record.district, library)
    return NotReplayable(record, district) if isinstance(district, str) else replay(record, district)


@cache  # trees with errors are checked anew each time they are asked for
def _district(slug: DistrictSlug, library: "Library") -> District | str:
    """Return a district, or why nothing can be decided by its trees."""
    from advisor.library import UnsoundDistrictError  # noqa: PLC0415 - only deciding again needs trees

    try:
        return library.district(slug)
    except UnsoundDistrictError:
        return f"the trees of {slug} have errors; see: advisor check"
    except AdvisorError as error:  # there is no such district, or its files cannot be read
        return str(error)


def unread_record(unread: Unread) -> "JsonObject":
    """Return a file that could not be read, as JSON values."""
    return {"file": str(unread.file), "because": unread.because}


def _read(file: Path, name: str) -> Named | Unread:
    try:
        return Named(name, read_record_file(file))
    except UnreadableFileError as error:
        return Unread(file, str(error))
