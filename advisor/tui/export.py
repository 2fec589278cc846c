"""What a person is asked before a decision is taken away, and how it is: as a file, or as text on the clipboard."""

import os
import shutil
import subprocess
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import Final

from advisor.domain.topic import named_after
from advisor.errors import AdvisorError, ExistingFileError
from advisor.files import save
from advisor.plain_text import visible
from advisor.render.checklist import NAMES, Checklist, endings, named_by_ending, written
from advisor.tui.screens.line import Asked

_USUAL: Final = "markdown"
_WINDOWS: Final = ("clip.exe",)
_NATIVE: Final = (("pbcopy",), ("wl-copy",), ("xclip", "-selection", "clipboard"), _WINDOWS)
_PATIENCE: Final = 5
"""For how many seconds a clipboard program may take."""


def asked_for_file(listed: Checklist, folder: Path) -> Asked:
    """Return the question for the file of a checklist; it begins with a name that is still free in a folder."""
    hint = f"The ending says what it becomes: {_known_endings()}. Enter saves, Escape goes back."
    return Asked("Save the checklist as", hint, _free_name(listed, folder))


def asked_for_note(note: str) -> Asked:
    """Return the question for a note."""
    return Asked("Your note", "It stands on the checklist, and in the record that you keep. Enter takes it.", note)


def save_checklist(listed: Checklist, name: str) -> Path:
    """Write a checklist to a file, in the format of its ending, and return where.

    Raises:
        AdvisorError: its ending is no format, it exists already, or it cannot be written.
    """
    file = Path(os.path.expanduser(name.strip()))  # noqa: PTH111 - Path would fail on a user that nobody knows
    shape = named_by_ending(file.suffix.removeprefix("."))
    if shape is None:
        typed = visible(name.strip())
        raise AdvisorError(f'"{typed}" does not end in a known format; end it in one of {_known_endings()}')
    try:
        save(file, written(listed, shape), replace=False)
    except ExistingFileError as error:
        raise ExistingFileError(f"{error}; choose another name") from None
    return file.absolute()


def copy_natively(text: str) -> None:
    """Hand a text to the desktop's own clipboard program, if there is one that works; many terminals ignore others."""
    command = next((each for each in _NATIVE if shutil.which(each[0])), None)
    if command is None:
        return
    encoding = "utf-16" if command == _WINDOWS else "utf-8"
    with suppress(OSError, subprocess.SubprocessError):
        quiet = subprocess.DEVNULL
        subprocess.run(command, input=text.encode(encoding), stdout=quiet, stderr=quiet, timeout=_PATIENCE, check=False)


def _known_endings() -> str:
    return " ".join(f".{endings(name)[0]}" for name in NAMES)


def _free_name(listed: Checklist, folder: Path) -> str:
    stem = f"checklist-{listed.policy.district}-{named_after([topic.topic for topic in listed.topics])}"
    names = (f"{stem}{f'-{number}' if number > 1 else ''}.{endings(_USUAL)[0]}" for number in count(1))
    return next(name for name in names if not os.path.lexists(folder / name))
