"""NO_COLOR is kept to the letter, and the terminal is left as it was: shown by the bytes in a pseudo-terminal."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from select import select
from signal import SIGHUP
from typing import ClassVar

import pytest

from advisor.storage.walk_files import left_over

PROGRAM = """
import os, sys
from contextlib import suppress
from pathlib import Path
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf
from tests.tui.sample import SLUG, {sample}
{before}
app = AdvisorApp(OneShelf({sample}()), SLUG, {topics}, {walks})
app.run()
with suppress(OSError):
    os.write(1, f"LEFT {{app.return_code}} {{type(app.crash).__name__}}".encode())
sys.exit(app.return_code)
"""
OWNED = "import fcntl, termios\nfcntl.ioctl(0, termios.TIOCSCTTY, 0)"
CRASHING = "from advisor.tui.screens.walk import WalkScreen\nWalkScreen.action_back = lambda self: 1 / 0"
COLOURLESS = re.compile(rb"(0|1|2|4|7|39|49)?(;(0|1|2|4|7|39|49))*")
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
END = b"\x1b[?1049l"


class Terminal:
    """A program in a pseudo-terminal, and everything that it wrote."""

    opened: ClassVar[list["Terminal"]] = []

    def __init__(
        self, *environment: tuple[str, str], before: str = "", walks: Path | None = None, from_home: bool = False
    ) -> None:
        program = PROGRAM.format(
            before=before,
            sample="starting_district" if from_home else "sample_district",
            topics=() if from_home else ("kites",),
            walks=f"Path({str(walks)!r})" if walks else None,
        )
        self.written = b""
        self.terminal, inside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "COLUMNS": "80", "LINES": "24", "COLORTERM": "truecolor", **dict(environment)},
            start_new_session=True,
        )
        os.close(inside)
        Terminal.opened.append(self)

    def wait_for(self, sign: bytes) -> None:
        start = len(self.written)
        while sign not in self.written[start:]:
            ready, _, _ = select([self.terminal], [], [], 60)
            assert ready, f"{sign!r} never came"
            self.written += os.read(self.terminal, 65536)

    def press(self, key: bytes, sign: bytes) -> None:
        os.write(self.terminal, key)
        self.wait_for(sign)

    def close(self) -> bytes:
        self.process.wait()
        os.close(self.terminal)
        return self.written


@pytest.fixture(autouse=True)
def _nothing_goes_on() -> Iterator[None]:
    """End what a test that failed has left running."""
    yield
    for terminal in Terminal.opened:
        terminal.process.kill()
        terminal.process.wait()
    Terminal.opened.clear()


def session(*environment: tuple[str, str]) -> bytes:
    terminal = Terminal(*environment)
    terminal.wait_for(b"flown")
    terminal.press(b"2", b"sign the form")
    terminal.press(b"m", b"You are here.")
    terminal.press(b"m", b"Why we ask")
    terminal.press(b"y", b"YES, IF")
    terminal.press(b"t", b"") if environment else None
    terminal.press(b"?", b"by number")
    terminal.press(b"q", b"YES, IF")
    terminal.press(b"q", b"LEFT 0 NoneType")
    return terminal.close()


def test_without_colour_there_is_none() -> None:
    written = session(("NO_COLOR", "1"))
    codes = set(SGR.findall(written))
    assert {b"1;7;39;49", b"39;49"} <= codes
    assert b"\x1b[1;4;39;49mYes" in written
    assert [code for code in codes if not COLOURLESS.fullmatch(code)] == []


def test_an_empty_no_color_counts_as_unset() -> None:
    codes = set(SGR.findall(session(("NO_COLOR", ""))))
    assert any(b"38;2;" in code for code in codes)


@pytest.mark.parametrize(
    ("key", "before", "left"),
    [(b"\x03", "", b"LEFT 130 NoneType"), (b"u", CRASHING, b"LEFT 1 ZeroDivisionError")],
)
def test_the_terminal_is_restored_after_an_interrupt_and_after_a_crash(key: bytes, before: str, left: bytes) -> None:
    terminal = Terminal(before=before)
    terminal.wait_for(b"flown")
    terminal.press(key, left)
    written = terminal.close()
    assert written.rindex(b"\x1b[?1049h") < written.rindex(END) < written.rindex(left)
    assert b"\x1b[?25h" in written[written.rindex(END) :]
    assert b"Traceback" not in written


def test_the_terminal_is_restored_when_the_process_is_asked_to_end() -> None:
    terminal = Terminal()
    terminal.wait_for(b"flown")
    terminal.process.terminate()
    terminal.wait_for(b"LEFT 143 NoneType")
    written = terminal.close()
    assert END in written
    assert b"\x1b[?1000l" in written


def test_the_terminal_is_restored_when_the_process_is_told_to_hang_up() -> None:
    terminal = Terminal()
    terminal.wait_for(b"flown")
    terminal.process.send_signal(SIGHUP)
    terminal.wait_for(b"LEFT 129 NoneType")
    assert END in terminal.close()


@pytest.mark.parametrize("before", [OWNED, ""], ids=["with a signal", "without one"])
def test_a_run_whose_terminal_is_gone_ends_and_its_walk_can_go_on(tmp_path: Path, before: str) -> None:
    gone = Terminal(before=before, walks=tmp_path / "walks")
    gone.wait_for(b"be flown")
    gone.press(b"2", b"sign the form")
    os.close(gone.terminal)
    assert gone.process.wait(60) == 129
    (walk,) = left_over(tmp_path / "walks")
    assert walk.walk.answers


def test_keys_that_come_all_at_once_are_each_taken_where_they_lead() -> None:
    terminal = Terminal(from_home=True)
    terminal.wait_for(b"What would you like")
    terminal.press(b"/kites\x1b[B112y", b"YES, IF")
    terminal.press(b"q", b"LEFT 0 NoneType")
    terminal.close()


@pytest.mark.parametrize("from_home", [False, True])
def test_a_walk_whose_app_was_killed_goes_on_where_it_stood(tmp_path: Path, *, from_home: bool) -> None:
    killed = Terminal(walks=tmp_path / "walks", from_home=from_home)
    if from_home:
        killed.wait_for(b"What would you like")
        killed.press(b"1", b"which of these")
        killed.press(b"1\r", b"Which of these are you")
        killed.press(b"1", b"be flown")
    else:
        killed.wait_for(b"be flown")
    killed.press(b"2", b"sign the form")
    killed.process.kill()
    killed.close()
    assert len(left_over(tmp_path / "walks")) == 1

    again = Terminal(walks=tmp_path / "walks", from_home=True)
    again.wait_for(b"Go on where you were: Kites")
    again.press(b"\r", b"Outside, on a")
    again.press(b"?", b"by number")
    assert left_over(tmp_path / "walks") == ()
    again.press(b"\x1b", b"sign the form")
    again.press(b"y", b"YES, IF")
    again.press(b"q", b"LEFT 0 NoneType")
    again.close()
    assert list((tmp_path / "walks").iterdir()) == []


def test_of_two_apps_only_one_goes_on_with_a_walk(tmp_path: Path) -> None:
    first = Terminal(walks=tmp_path / "walks")
    first.wait_for(b"be flown")
    first.press(b"2", b"sign the form")
    first.process.kill()
    first.close()
    two = [Terminal(walks=tmp_path / "walks", from_home=True) for _ in range(2)]
    for each in two:
        each.wait_for(b"Go on where you were: Kites")
    two[0].press(b"r", b"sign the form")
    two[1].press(b"r", b"gone.")
    two[1].press(b"q", b"LEFT 0 NoneType")
    two[0].press(b"y", b"YES, IF")
    two[0].press(b"q", b"LEFT 0 NoneType")
    for each in two:
        each.close()
