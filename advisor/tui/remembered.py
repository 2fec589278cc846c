"""What is remembered between runs: the district a person chose, and the theme.

No answer is among it. A file that cannot be read, or holds anything unexpected, is as good as none; one that cannot
be written is no error.
"""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from advisor.files import write_atomically

_LONGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a person chose the last time; a blank where nothing is known."""

    district: str = ""
    theme: str = ""


def remembered_file() -> Path:
    """Return where it is kept on this machine."""
    from platformdirs import user_state_path  # noqa: PLC0415 - only the app without arguments needs it

    return user_state_path("advisor", appauthor=False) / "remembered.json"


def recall(file: Path) -> Remembered:
    """Read what was remembered. It may name a district or a theme that does not exist."""
    try:
        with file.open("rb") as stream:
            kept = json.loads(stream.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(kept, dict):
        return Remembered()
    return Remembered(_text(kept.get("district")), _text(kept.get("theme")))


def remember(file: Path, choice: Remembered) -> None:
    """Write it whole or not at all."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(asdict(choice)), private=True)


def _text(kept: object) -> str:
    return kept if isinstance(kept, str) else ""
