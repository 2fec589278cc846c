"""Where a result goes: to a file that the person named, whole and never over another one unasked; or it is printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from advisor.cli.options import NamedPath
from advisor.cli.streams import narrate, write, write_json
from advisor.errors import ExistingFileError, UnreadableFileError
from advisor.files import save
from advisor.plain_text import visible

if TYPE_CHECKING:
    from advisor.render.json_records import JsonObject

_STANDARD_OUTPUT: Final = Path("-")


@dataclass(frozen=True, slots=True)
class Output:
    """What the options of `with_output` say."""

    file: Path | None
    """Nothing is standard output."""
    force: bool
    mkdir: bool

    @property
    def ending(self) -> str | None:
        """How the file's name ends, without the dot; nothing for standard output."""
        return self.file.suffix.removeprefix(".") if self.file else None

    @property
    def options(self) -> Mapping[str, str | bool | None]:
        """The options as they were given."""
        return {"-o": str(self.file) if self.file else None, "--force": self.force, "--mkdir": self.mkdir}

    def put(self, text: str) -> None:
        """Write a result where it goes, and say so of a file.

        Raises:
            UnreadableFileError: it cannot be written, or exists already.
        """
        if self.file is None:
            write(text)
            return
        self._provide_folder(self.file.parent)
        try:
            save(self.file, text, replace=self.force)
        except ExistingFileError as error:
            raise ExistingFileError(f"{error}; add --force to replace it") from None
        narrate(f"wrote {visible(str(self.file))}")

    def put_json(self, record: "JsonObject") -> None:
        """Write a result as JSON; printed, it keeps to what the terminal can show.

        Raises:
            UnreadableFileError: it cannot be written, or exists already.
        """
        if self.file is None:
            write_json(record)
        else:
            from advisor.render.json_records import json_text  # noqa: PLC0415 - needed only for JSON

            self.put(json_text(record))

    def _provide_folder(self, folder: Path) -> None:
        if self.mkdir:
            try:
                folder.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                shown = visible(str(folder))
                raise UnreadableFileError(f"cannot make the folder {shown}: {error.strerror}") from error
        elif not folder.exists():
            raise UnreadableFileError(f"there is no folder {visible(str(folder))}; add --mkdir to make it")


def with_output(command: Callable[..., int]) -> Callable[..., int]:
    """Add ``-o``, ``--force`` and ``--mkdir``; the command is given one `Output`."""

    @click.option("-o", "--output", "file", type=NamedPath(), metavar="FILE", help="Write to a file; - prints it.")
    @click.option("--force", is_flag=True, help="Replace FILE if it exists.")
    @click.option("--mkdir", is_flag=True, help="Make the folder of FILE if there is none.")
    @wraps(command)
    def with_one(*arguments: object, file: Path | None, force: bool, mkdir: bool, **options: object) -> int:
        named = None if file == _STANDARD_OUTPUT else file
        return command(*arguments, output=Output(named, force, mkdir), **options)

    return with_one
