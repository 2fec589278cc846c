"""How a run ends from outside: the process is asked to end, or its terminal is gone.

Answers are saved as they are given, so nothing is lost. On Windows there is nothing of this.
"""

import sys
from asyncio import AbstractEventLoop, get_running_loop
from collections.abc import Callable
from threading import Thread
from typing import Final

TERMINATED: Final = 143
"""What the run returns to the shell when its process was asked to end."""

HUNG_UP: Final = 129
"""What it returns when its terminal was closed, or its process was told so."""

_TERMINAL: Final = 0


def leave_when_asked(leave: Callable[[int], None]) -> None:
    """Leave when the process is asked to end, so that the terminal is restored.

    Args:
        leave: ends the run; it is given what to return to the shell.
    """
    if sys.platform == "win32":
        return
    from signal import SIGHUP, SIGTERM  # noqa: PLC0415 - SIGHUP is not everywhere

    for asked, code in ((SIGTERM, TERMINATED), (SIGHUP, HUNG_UP)):
        get_running_loop().add_signal_handler(asked, leave, code)


def leave_when_hung_up(leave: Callable[[int], None]) -> None:
    """Leave when the terminal is gone, which no signal says where it was started by ``nohup``, for example.

    Textual takes the end of its input for a pause, and would read it again and again for ever.

    Args:
        leave: ends the run; it is given what to return to the shell.
    """
    if sys.platform != "win32":
        Thread(target=_wait_for_hang_up, args=(get_running_loop(), leave), name="hang-up", daemon=True).start()


def _wait_for_hang_up(loop: AbstractEventLoop, leave: Callable[[int], None]) -> None:
    from select import POLLHUP, poll  # noqa: PLC0415 - poll is not everywhere

    terminal = poll()
    terminal.register(_TERMINAL, POLLHUP)
    if any(event & POLLHUP for _, event in terminal.poll()):
        loop.call_soon_threadsafe(leave, HUNG_UP)
