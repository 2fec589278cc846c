"""Writing files whole or not at all."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def write_atomically(file: Path, text: str, *, private: bool) -> None:
    """Write a text file so that a crash or a full disk leaves no half of it.

    Args:
        file: what to write; one that exists is replaced. Its folder must exist.
        text: the content; line ends are kept as they are.
        private: whether its owner alone may read it; else those may whom the user's settings let.

    Raises:
        OSError: it could not be written; nothing was changed.
    """
    with _unfinished(file, text) as written:
        if not private:
            written.chmod(0o666 & ~_umask())
        written.replace(file)


def write_new(file: Path, text: str) -> None:
    """Write a text file that is not there yet, for its owner alone, so that nothing leaves half of it.

    Args:
        file: what to write. Its folder must exist.
        text: the content; line ends are kept as they are.

    Raises:
        FileExistsError: it is there already; it stays as it is.
        OSError: it could not be written; nothing was changed.
    """
    with _unfinished(file, text) as written:
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
def _unfinished(file: Path, text: str) -> Iterator[Path]:
    """Write a text to a private file beside another, and delete it in the end if it is still there."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        yield unfinished
    finally:
        unfinished.unlink(missing_ok=True)


def _umask() -> int:
    """Return the permissions that the user's settings take away; they can be read only by setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
