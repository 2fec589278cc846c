"""Where a result goes: to a file that the person named, whole and never over another one unasked; or it is printed."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Final

import click

from advisor.cli.options import NamedPath
from advisor.cli.streams import narrate, write
from advisor.errors import ExistingFileError, UnreadableFileError
from advisor.files import save
from advisor.plain_text import visible

_STANDARD_OUTPUT: Final = Path("-")


@dataclass(frozen=True, slots=True)
class Output:
    """What the options of `with_output` say."""

    file: Path | None
    """Nothing, or a dash, is standard output."""
    force: bool
    mkdir: bool

    @property
    def ending(self) -> str | None:
        """How the file's name ends, without the dot; nothing for standard output."""
        return None if self.is_printed or self.file is None else self.file.suffix.removeprefix(".")

    @property
    def is_printed(self) -> bool:
        """Whether it goes to standard output."""
        return self.file in (None, _STANDARD_OUTPUT)

    @property
    def options(self) -> Mapping[str, str | bool | None]:
        """The options as they were given."""
        return {"-o": str(self.file) if self.file else None, "--force": self.force, "--mkdir": self.mkdir}

    def put(self, text: str) -> None:
        """Write a result where it goes, and say so of a file.

        Raises:
            UnreadableFileError: it cannot be written, or exists already.
        """
        if self.is_printed or self.file is None:
            write(text)
            return
        self._find_folder(self.file.parent)
        try:
            save(self.file, text, replace=self.force)
        except ExistingFileError as error:
            raise ExistingFileError(f"{error}; add --force to replace it") from None
        narrate(f"wrote {visible(str(self.file))}")

    def _find_folder(self, folder: Path) -> None:
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
        return command(*arguments, output=Output(file, force, mkdir), **options)

    return with_one
