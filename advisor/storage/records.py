"""The records of a person: a private file each, in the person's own data folder, and never another one's place.

Unlike walks they are kept until the person deletes them, so one that cannot be read is an error, and said.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

from advisor.domain.record import Decided, Record, Stamp, require_plain_note
from advisor.domain.topic import named_after
from advisor.errors import UnknownNameError, UnreadableFileError
from advisor.plain_text import visible

_OURS: Final = re.compile(r"(\d{4}-\d\d-\d\d)-.*-(\d+)")
_NO_NAME: Final = re.compile(r"[^a-z0-9]+")
_LONGEST_PART: Final = 40


def records_folder() -> Path:
    """Return where records are kept for this person."""
    from platformdirs import user_data_path  # noqa: PLC0415 - an import of this module should cost nothing

    return user_data_path("advisor", appauthor=False) / "records"


def keep_record(decided: Decided, stamp: Stamp, earlier: Path | None = None) -> Path:
    """Keep a decision as a record, and return its file; the record's id is the file's name without the ending.

    Args:
        decided: what was decided.
        stamp: when it is kept, and what the person adds.
        earlier: the record of the same decision that this one takes the place of; by default it is one more.

    Raises:
        AdvisorError: the note is too long, or holds characters that nobody can see.
        UnreadableFileError: it cannot be written.
    """
    from advisor.files import write_atomically, write_new  # noqa: PLC0415 - tempfile loads only to write

    require_plain_note(stamp.note)
    folder = records_folder()
    about = named_after([each.topic for each in decided.decision.topics])
    stem = f"{stamp.date}-{_part(decided.district.slug)}-{_part(about)}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if earlier:
            write_atomically(earlier, record_json(Record.of(decided, earlier.stem, stamp)), private=True)
            return earlier
        number = _next_number(folder, stamp.date)
        while True:
            file = folder / f"{stem}-{number}.json"
            try:
                write_new(file, record_json(Record.of(decided, file.stem, stamp)), private=True)
            except FileExistsError:  # another Advisor was quicker
                number += 1
            else:
                return file
    except OSError as error:
        raise UnreadableFileError(f"cannot write in {visible(str(folder))}: {error.strerror}") from error


def record_json(record: Record) -> str:
    """Return a record as the text of its file."""
    from advisor.render.json_records import json_text  # noqa: PLC0415 - needed only to write
    from advisor.render.records import kept_record  # noqa: PLC0415 - needed only to write

    return json_text(kept_record(record))


def record_files() -> tuple[Path, ...]:
    """Return the files of the records that are kept, newest first.

    Raises:
        UnreadableFileError: the folder cannot be read.
    """
    folder = records_folder()
    try:
        names = [file for file in folder.iterdir() if file.suffix == ".json" and not file.name.startswith(".")]
    except FileNotFoundError:
        return ()
    except OSError as error:
        raise UnreadableFileError(f"cannot read {visible(str(folder))}: {error.strerror}") from error
    return tuple(sorted(names, key=_age, reverse=True))


def find_records(names: Iterable[str]) -> tuple[Path, ...]:
    """Return the files of records that are kept, or files that the person named, in that order.

    Raises:
        UnknownNameError: one is neither; the nearest record is offered.
    """
    kept = _by_name()
    return tuple(_found(name, kept) for name in names)


def find_record(named: str) -> Path:
    """Return the file of a record that is kept, or a file that the person named.

    Raises:
        UnknownNameError: it is neither; the nearest record is offered.
    """
    return _found(named, _by_name())


def _by_name() -> Mapping[str, Path]:
    return {file.stem: file for file in record_files()}


def _found(named: str, kept: Mapping[str, Path]) -> Path:
    if named in kept:
        return kept[named]
    file = Path(named)
    if file.name != named or file.suffix == ".json" or file.exists():
        return file
    raise UnknownNameError("record", named, kept)


def read_record_file(file: Path) -> Record:
    """Read the record in a file.

    Raises:
        UnreadableFileError: it cannot be read, or holds anything else.
    """
    from advisor.loading import MAX_BYTES, content  # noqa: PLC0415 - only reading needs it
    from advisor.loading.records import NewerRecordError, read_record  # noqa: PLC0415 - pydantic loads only to read

    shown = visible(str(file))
    try:
        kept = content(file)
    except (OSError, ValueError) as error:
        because = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnreadableFileError(f"cannot read {shown}: {because}") from error
    if len(kept) > MAX_BYTES:
        raise UnreadableFileError(f"{shown} is too long for a record; name another file")
    try:
        return read_record(kept)
    except NewerRecordError as error:
        raise UnreadableFileError(f"{shown} {error}") from error
    except ValueError as error:
        raise UnreadableFileError(
            f"{shown} cannot be read as a record: {error}; restore it from a copy, or delete it"
        ) from error


def delete_records(names: Iterable[str]) -> tuple[Path, ...]:
    """Delete records by their names, all or none where one is unknown, and return their files.

    Raises:
        UnknownNameError: there is no such record; the nearest one is offered.
        UnreadableFileError: one cannot be deleted.
    """
    kept = _by_name()
    wanted = tuple(dict.fromkeys(names))
    for name in wanted:
        if name not in kept:
            raise UnknownNameError("record", name, kept)
    for name in wanted:
        try:
            kept[name].unlink(missing_ok=True)
        except OSError as error:
            raise UnreadableFileError(f"cannot delete {visible(str(kept[name]))}: {error.strerror}") from error
    return tuple(kept[name] for name in wanted)


def _next_number(folder: Path, day: str) -> int:
    """Return the number of the day's next record: numbers tell which of a day's records is the newest."""
    return 1 + max((_age(file)[1] for file in folder.glob(f"{day}-*.json")), default=0)


def _age(file: Path) -> tuple[str, int, str]:
    """Return what sorts the files of records by age; what bears another name is the oldest."""
    ours = _OURS.fullmatch(file.stem)
    return (ours[1], int(ours[2]), file.stem) if ours else ("", 0, file.stem)


def _part(slug: str) -> str:
    return _NO_NAME.sub("-", slug.casefold())[:_LONGEST_PART].strip("-") or "x"
