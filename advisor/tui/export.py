"""Taking a decision away: as a checklist in the current folder, or as text on the clipboard."""

import shutil
import subprocess
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.record import Stamp
from advisor.domain.remedy import Remedies
from advisor.domain.tree import Duty
from advisor.errors import UnreadableFileError
from advisor.files import write_atomically

_TRIES: Final = 1000
_NATIVE: Final = (("pbcopy",), ("wl-copy",), ("xclip", "-selection", "clipboard"), ("clip.exe",))


@dataclass(frozen=True, slots=True)
class Export:
    """What is taken away."""

    decision: Decision
    district: District
    remedies: Remedies | None = None
    """What would change the decision; none where it is allowed."""
    ticked: frozenset[Duty] = frozenset()
    """What is done already."""


def export_of(
    decision: Decision, consultation: Consultation, district: District, ticked: frozenset[Duty] = frozenset()
) -> Export:
    """Return what is taken away of a decision, with what would change it."""
    if decision.allowed:
        return Export(decision, district, None, ticked)
    from advisor.analysis.remedy import every_remedy  # noqa: PLC0415 - an allow needs no remedy

    return Export(decision, district, every_remedy(consultation, district.topics), ticked)


def checklist_text(export: Export, name: str) -> str:
    """Return a checklist in one of the formats."""
    from advisor.render import checklist  # noqa: PLC0415 - not needed before the first verdict

    stamp = Stamp(date.today().isoformat(), ticked=export.ticked)
    listed = checklist.of_decision(export.decision, export.district, export.remedies, stamp)
    return checklist.written(listed, name)


def save_checklist(export: Export, folder: Path) -> Path:
    """Write a checklist into a folder, under a name that is still free, and return where.

    Raises:
        UnreadableFileError: it could not be written.
    """
    decision = export.decision
    stem = "-".join(["checklist", decision.district, *(topic.topic for topic in decision.topics[:1])])
    try:
        return _write_new(folder, stem, checklist_text(export, "markdown")).absolute()
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
