"""Saving a result to a file that the person named: whole or not at all, and never over another file unasked."""

from pathlib import Path

from advisor.errors import UnreadableFileError
from advisor.files import write_atomically
from advisor.plain_text import visible


def save(file: Path, text: str, *, replace: bool) -> None:
    """Write a text file.

    Args:
        file: what to write.
        text: the content.
        replace: whether a file that exists may be replaced.

    Raises:
        UnreadableFileError: it cannot be written, or exists already.
    """
    shown = visible(str(file))
    try:
        if file.is_dir():
            raise UnreadableFileError(f"{shown} is a folder; name a file in it")
        if file.exists() and not file.is_file():
            raise UnreadableFileError(f"{shown} is not a file that can be replaced")
        if file.is_file() and not replace:
            raise UnreadableFileError(f"{shown} exists already; add --force to replace it")
        write_atomically(file.resolve(), text, private=False)
    except FileNotFoundError:
        raise UnreadableFileError(f"there is no folder {visible(str(file.parent))}; make it first") from None
    except OSError as error:
        raise UnreadableFileError(f"cannot write {shown}: {error.strerror}") from error
