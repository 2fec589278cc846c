"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from advisor.errors import ExistingFileError, UnreadableFileError
from advisor.plain_text import visible


def save(file: Path, text: str, *, replace: bool) -> None:
    """Write a text file that a person named, which others may read as the person's settings let them.

    Args:
        file: what to write.
        text: the content; line ends are kept as they are.
        replace: whether a file that exists may be replaced.

    Raises:
        ExistingFileError: it exists, and may not be replaced.
        UnreadableFileError: it cannot be written; nothing was changed.
    """
    shown = visible(str(file))
    try:
        if file.is_dir():
            raise UnreadableFileError(f"{shown} is a folder; name a file in it")
        if not replace:
            write_new(file, text, private=False)
        elif file.exists() and not file.is_file():
            raise UnreadableFileError(f"{shown} is not a file that can be replaced")
        else:
            write_atomically(file.resolve(), text, private=False)
    except FileExistsError:
        raise ExistingFileError(f"{shown} exists already") from None
    except (OSError, RuntimeError) as error:  # links that lead in a circle are a RuntimeError
        if not file.parent.exists():
            raise UnreadableFileError(f"there is no folder {visible(str(file.parent))}; make it first") from None
        because = (error.strerror if isinstance(error, OSError) else None) or str(error)
        raise UnreadableFileError(f"cannot write {shown}: {because}") from error


def write_atomically(file: Path, text: str, *, private: bool) -> None:
    """Write a text file so that a crash or a full disk leaves no half of it.

    Args:
        file: what to write; one that exists is replaced. Its folder must exist.
        text: the content; line ends are kept as they are.
        private: whether its owner alone may read it; else those may whom the user's settings let.

    Raises:
        OSError: it could not be written; nothing was changed.
    """
    with _unfinished(file, text, private=private) as written:
        written.replace(file)


def write_new(file: Path, text: str, *, private: bool) -> None:
    """Write a text file that is not there yet, so that nothing leaves half of it.

    Args:
        file: what to write. Its folder must exist.
        text: the content; line ends are kept as they are.
        private: whether its owner alone may read it; else those may whom the user's settings let.

    Raises:
        FileExistsError: it is there already; it stays as it is.
        OSError: it could not be written; nothing was changed.
    """
    with _unfinished(file, text, private=private) as written:
        try:
            os.link(written, file)
        except FileExistsError:
            raise
        except OSError:  # where a file can have one name only, the name is taken first
            file.open("xb").close()
            try:
                written.replace(file)
            except OSError:
                file.unlink()
                raise


@contextmanager
def _unfinished(file: Path, text: str, *, private: bool) -> Iterator[Path]:
    """Write a text to a file beside another, and delete it in the end if it is still there."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=".advisor-")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        if not private:
            unfinished.chmod(0o666 & ~_umask())
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    """Return the permissions that the user's settings take away; they can be read only by setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
