"""NO_COLOR is kept to the letter, and the terminal is left as it was: shown by the bytes in a pseudo-terminal."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path
from select import select

import pytest

PROGRAM = """
import sys
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf
from tests.tui.sample import SLUG, sample_district
{before}
app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])
app.run()
print("LEFT", app.return_code, type(app.crash).__name__)
"""
CRASHING = "from advisor.tui.screens.walk import WalkScreen\nWalkScreen.action_back = lambda self: 1 / 0"
COLOURLESS = re.compile(rb"(0|1|2|4|7|39|49)?(;(0|1|2|4|7|39|49))*")
SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
END = b"\x1b[?1049l"


class Terminal:
    """A program in a pseudo-terminal, and everything that it wrote."""

    def __init__(self, *environment: tuple[str, str], before: str = "") -> None:
        self.written = b""
        self.terminal, inside = pty.openpty()
        self.process = subprocess.Popen(
            [sys.executable, "-c", PROGRAM.format(before=before)],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "COLUMNS": "80", "LINES": "24", "COLORTERM": "truecolor", **dict(environment)},
            start_new_session=True,
        )
        os.close(inside)

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
