"""Writing files whole or not at all."""

import os
import tempfile
from pathlib import Path


def write_atomically(file: Path, text: str) -> None:
    """Write a text file, readable by its owner alone, so that a crash or a full disk leaves no half of it.

    Args:
        file: what to write; one that exists is replaced. Its folder must exist.
        text: the content; line ends are kept as they are.

    Raises:
        OSError: it could not be written; nothing was changed.
    """
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as stream:
            stream.write(text)
        unfinished.replace(file)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
