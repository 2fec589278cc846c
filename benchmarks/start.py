"""From the start of the process to the first question on a terminal's screen."""

import os
import pty
import select
import subprocess
import sys
from time import perf_counter
from typing import Final

from benchmarks.commands import ENVIRONMENT

_QUESTION: Final = b"Where is it"
_ADVISOR: Final = (sys.executable, "-m", "advisor", "walk", "moorhead", "student-images")
_BARE: Final = (sys.executable, "-m", "benchmarks.bare_app")
_PATIENCE: Final = 20.0


def advisor() -> float:
    """Open the app at its first question."""
    return _until_shown(_ADVISOR)


def bare_app() -> float:
    """Open an app that has the same widgets with the same texts and nothing else."""
    return _until_shown(_BARE)


def _until_shown(command: tuple[str, ...]) -> float:
    """Return the seconds until the question is drawn on a pseudo terminal."""
    terminal, other_end = pty.openpty()
    environment = {**ENVIRONMENT, "TERM": "xterm-256color", "COLUMNS": "80", "LINES": "24"}
    begun = perf_counter()
    process = subprocess.Popen(command, stdin=other_end, stdout=other_end, stderr=other_end, env=environment)
    os.close(other_end)
    try:
        _read_until(terminal, _QUESTION, begun + _PATIENCE)
        return perf_counter() - begun
    finally:
        process.kill()
        process.wait()
        os.close(terminal)


def _read_until(terminal: int, sought: bytes, deadline: float) -> None:
    drawn = b""
    while sought not in drawn:
        ready, _, _ = select.select([terminal], [], [], max(0, deadline - perf_counter()))
        if not ready:
            raise TimeoutError("the question was not drawn")
        drawn += os.read(terminal, 65536)
