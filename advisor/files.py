"""Writing files whole or not at all."""

import os
import tempfile
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
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        if not private:
            unfinished.chmod(0o666 & ~_umask())
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the permissions that the user's settings take away; they can be read only by setting them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
