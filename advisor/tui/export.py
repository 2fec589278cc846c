"""Taking a decision away: as a checklist in the current folder, or as text on the clipboard."""

import shutil
import subprocess
from pathlib import Path
from typing import Final

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.errors import UnreadableFileError
from advisor.files import write_atomically

_TRIES: Final = 1000
_NATIVE: Final = (("pbcopy",), ("wl-copy",), ("xclip", "-selection", "clipboard"), ("clip.exe",))


def checklist_text(decision: Decision, district: District, name: str) -> str:
    """Return the checklist of a decision in one of the formats."""
    from advisor.render import checklist  # noqa: PLC0415 - not needed before the first verdict

    return checklist.written(checklist.of_decision(decision, district), name)


def save_checklist(decision: Decision, district: District, folder: Path) -> Path:
    """Write the checklist of a decision into a folder, under a name that is still free, and return where.

    Raises:
        UnreadableFileError: it could not be written.
    """
    stem = "-".join(["checklist", decision.district, *(topic.topic for topic in decision.topics[:1])])
    try:
        return _write_new(folder, stem, checklist_text(decision, district, "markdown")).absolute()
    except OSError as error:
        raise UnreadableFileError(f"cannot save {stem}.md here: {error.strerror or error}") from error


def copy_natively(text: str) -> None:
    """Hand a text to the desktop's own clipboard program, if there is one; many terminals ignore the other way."""
    command = next((each for each in _NATIVE if shutil.which(each[0])), None)
    if command is None:
        return
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=quiet, stderr=quiet) as clipboard:
        clipboard.communicate(text.encode())


def _fill(file: Path, text: str) -> None:
    """Put a text in place of an empty file of ours; if that fails, leave no file."""
    try:
        write_atomically(file, text, private=False)
    except BaseException:
        file.unlink(missing_ok=True)
        raise


def _write_new(folder: Path, stem: str, text: str) -> Path:
    for place in range(1, _TRIES):
        file = folder / (f"{stem}.md" if place == 1 else f"{stem}-{place}.md")
        try:
            file.open("x").close()
        except FileExistsError:
            continue
        _fill(file, text)
        return file
    raise FileExistsError(f"there are already {_TRIES} such checklists")
