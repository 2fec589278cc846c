"""What is kept of a crash: the traceback, in a file that the person can pass on."""

import tempfile
import traceback
from pathlib import Path


def keep_traceback(error: BaseException) -> Path | None:
    """Write the traceback of an error to the user's log folder, or else to the temporary one.

    Returns:
        The file, or nothing where neither folder can be written.
    """
    from platformdirs import user_log_path  # noqa: PLC0415 - needed only for a crash

    text = "".join(traceback.format_exception(error))
    for folder in (user_log_path("advisor", appauthor=False), Path(tempfile.gettempdir())):
        try:
            return _written(folder, text)
        except OSError:
            continue
    return None


def _written(folder: Path, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(
        "w",
        encoding="utf-8",
        errors="backslashreplace",
        prefix="advisor-crash-",
        suffix=".txt",
        dir=folder,
        delete=False,
    ) as file:
        file.write(text)
    return Path(file.name)
