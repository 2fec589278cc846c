"""Whole commands, from start to end of the process."""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Final

_ADVISOR: Final = Path(sys.executable).with_name("advisor")

# An installed program has its modules compiled; without this one the first run compiles them.
ENVIRONMENT: Final = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run(*command: str) -> float:
    begun = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=ENVIRONMENT)
    return perf_counter() - begun


def decide() -> float:
    """Decide a case whose district is compiled."""
    return _run(str(_ADVISOR), "decide", "moorhead", "student-images", "medium=public-network", "public-arena=yes")


def bare_python() -> float:
    """Start Python and stop."""
    return _run(sys.executable, "-c", "pass")
