"""The one place where errors end: one line, an exit code, no traceback."""

import os
import runpy
import signal
import subprocess
import sys
from pathlib import Path

import click
import pytest

from advisor import __version__
from advisor.cli import streams
from advisor.cli.main import cli
from tests.cli.conftest import Advisor

ADVISOR = [sys.executable, "-m", "advisor"]


def test_version_and_help(advisor: Advisor) -> None:
    assert advisor("--version").out == f"advisor {__version__}\n"
    ran = advisor("--help")
    assert ran.code == 0
    commands = cli.list_commands(click.Context(cli))
    listed = ran.out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed[: len(commands)]] == commands


def test_every_command_has_help_and_json(advisor: Advisor) -> None:
    of_records = [f"records {name}" for name in ("list", "show", "export", "delete", "verify")]
    for name in [*cli.list_commands(click.Context(cli)), "policy show", *of_records]:
        ran = advisor(*name.split(), "--help")
        assert ran.code == 0
        assert name in {"policy", "records"} or ("--json" in ran.out and "--trees" in ran.out), name


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["lst"], 'there is no command "lst" — did you mean "list"?'),
        (["policy", "shw"], 'there is no command "shw" — did you mean "show"?'),
        (["--tres", "x"], "No such option '--tres'. Did you mean '--trees'?"),
        (["list", "--jsn"], "No such option '--jsn'. Did you mean '--json'?"),
        (["decide"], "Missing argument 'DISTRICT'."),
        (
            ["graph", "example", "logo", "--format", "svg"],
            "Invalid value for '--format': 'svg' is not one of 'mermaid', 'dot'.",
        ),
    ],
)
def test_a_command_line_that_is_not_understood_is_one_line(advisor: Advisor, words: list[str], message: str) -> None:
    ran = advisor(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"advisor: {message}\n")


def test_a_hostile_option_is_not_echoed_raw(advisor: Advisor) -> None:
    ran = advisor("--\x1b[2J\n")
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "\x1b" not in ran.err


@pytest.mark.parametrize("error", [KeyboardInterrupt, click.Abort])
def test_an_interrupt_is_quiet(advisor: Advisor, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]) -> None:
    def interrupted() -> None:
        raise error

    monkeypatch.setattr("advisor.cli.list.open_library", interrupted)
    ran = advisor("list")
    assert (ran.code, ran.out, ran.err.strip()) == (130, "", "")


def crash() -> None:
    raise RuntimeError("the secret details")


def test_a_crash_is_an_apology_and_a_file(advisor: Advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("advisor.cli.list.open_library", crash)
    ran = advisor("list")
    assert (ran.code, ran.out, ran.err.count("\n")) == (70, "", 1)
    assert "secret" not in ran.err
    (kept,) = (tmp_path / "home").rglob("advisor-crash-*.txt")
    assert str(kept) in ran.err
    assert "RuntimeError: the secret details" in kept.read_text(encoding="utf-8")


def test_a_crash_without_a_log_folder_is_kept_in_the_temporary_one(
    advisor: Advisor, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setattr("platformdirs.user_log_path", lambda *_, **__: tmp_path / "file" / "log")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("advisor.cli.list.open_library", crash)
    assert f"with the file {tmp_path / 'advisor-crash-'}" in advisor("list").err
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "file"))
    ran = advisor("list")
    assert (ran.code, ran.err.strip().endswith("its details could not be saved")) == (70, True)


def test_the_arguments_of_the_process_are_the_default(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["advisor", "--version"])
    with pytest.raises(SystemExit) as end:
        runpy.run_module("advisor", run_name="__main__")
    assert end.value.code == 0
    assert capsys.readouterr().out == f"advisor {__version__}\n"


def test_a_reader_that_stops_reading_is_no_error(trees: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "w") as closed:
        ran = subprocess.run(
            [*ADVISOR, "list", "--trees", str(trees)], stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_ctrl_c_at_a_prompt_ends_with_130_and_no_traceback(trees: Path) -> None:
    with subprocess.Popen(
        [*ADVISOR, "ask", "--trees", str(trees)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as asking:
        assert asking.stdout is not None
        assert asking.stdout.readline() == "\n"
        assert asking.stdout.readline() == "Which district?\n"
        for _ in ("example", "other"):
            asking.stdout.readline()
        asking.send_signal(signal.SIGINT)
        _, said = asking.communicate()
    assert (asking.returncode, said.strip()) == (130, "")


def test_bytes_that_are_no_text_are_answered_like_any_other_reply(trees: Path) -> None:
    ran = subprocess.run(
        [*ADVISOR, "ask", "example", "logo", "--trees", str(trees)],
        input=b"\xff\xfe\n",
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 3
    assert b"is none of the choices" in ran.stdout
    assert b"Traceback" not in ran.stderr


def test_a_terminal_without_the_symbols_still_gets_a_decision(trees: Path) -> None:
    world = {**os.environ, "PYTHONIOENCODING": "latin-1"}
    command = [*ADVISOR, "decide", "example", "logo", "permitted=no", "--trees", str(trees)]
    text = subprocess.run(command, capture_output=True, encoding="latin-1", env=world, check=True)
    assert text.stdout.startswith("NO \\u2717\n")
    record = subprocess.run([*command, "--json"], capture_output=True, encoding="latin-1", env=world, check=True)
    assert "I \\u00b61" in record.stdout


@pytest.mark.parametrize(("columns", "expected"), [("40", 40), ("0", 80), ("999999", 100), ("wide", 80), ("", 80)])
def test_the_width_is_that_of_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: str, expected: int
) -> None:
    def no_terminal() -> os.terminal_size:
        raise OSError

    monkeypatch.setattr("os.get_terminal_size", no_terminal)
    monkeypatch.setenv("COLUMNS", columns)
    assert streams.width() == expected


def test_the_width_is_asked_of_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.get_terminal_size", lambda: os.terminal_size((60, 20)))
    assert streams.width() == 60


def test_nobody_reading_ends_the_command_as_done(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, *, nl: bool) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("click.echo", broken)
    with (tmp_path / "closed").open("w", encoding="utf-8") as closed:
        monkeypatch.setattr("sys.stdout", closed)
        with pytest.raises(click.exceptions.Exit) as end:
            streams.write("x")
    assert end.value.exit_code == 0


def test_a_group_has_no_command_that_it_does_not_list() -> None:
    assert cli.get_command(click.Context(cli), "none") is None


class Screen:
    def isatty(self) -> bool:
        return True


def test_a_dumb_terminal_is_not_drawn_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Screen())
    for term in ("xterm-256color", "linux", "vt100", ""):
        monkeypatch.setenv("TERM", term)
        assert not streams.terminal_lacks("stdin"), term
    monkeypatch.delenv("TERM")
    assert not streams.terminal_lacks("stdin")
    for term in ("dumb", "unknown", "DUMB"):
        monkeypatch.setenv("TERM", term)
        assert streams.terminal_lacks("stdin"), term


@pytest.mark.parametrize("words", [["list", "example"], ["list", "example", "--json"], ["--help"]])
def test_a_full_disk_is_one_line(trees: Path, words: list[str]) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        ran = subprocess.run(
            [*ADVISOR, "--trees", str(trees), *words], stdout=full, stderr=subprocess.PIPE, check=False, text=True
        )
    assert ran.returncode == 2
    assert ran.stderr == "advisor: cannot write to standard output: No space left on device\n"


def test_an_error_of_the_system_elsewhere_is_a_crash(advisor: Advisor, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise OSError(5, "Input/output error", "file")

    monkeypatch.setattr("advisor.cli.list.open_library", fail)
    assert advisor("list").code == 70


def test_a_group_without_a_command_shows_its_help(advisor: Advisor) -> None:
    ran = advisor("policy")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Usage: advisor policy [OPTIONS] COMMAND [ARGS]...\n\n")


def test_a_process_without_standard_streams_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert streams.terminal_lacks("stdin")
