"""What a command prints: results on standard output, narration on standard error, nothing that acts on a terminal."""

import os
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final

import click

from advisor.cli.exit_codes import ExitCode
from advisor.plain_text import visible

if TYPE_CHECKING:
    from advisor.render.json_records import JsonObject

USUAL_WIDTH: Final = 80
"""The width where no terminal has one."""

_LINE_BY_LINE: Final = frozenset({"dumb", "unknown"})
"""What ``TERM`` says of a terminal that can only be written to line by line; unset it says nothing."""

WIDEST: Final = 100
"""Beyond this width a line is hard to read."""


def tolerate_any_encoding() -> None:
    """Let a character that a terminal cannot show, or a byte that is no text, appear as its number."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def write(text: str) -> None:
    """Write a result to standard output.

    Raises:
        click.exceptions.Exit: nobody reads it any more.
    """
    try:
        click.echo(text, nl=False)
    except BrokenPipeError:
        forget_unwritten()
        raise click.exceptions.Exit(ExitCode.DONE) from None


def forget_unwritten() -> None:
    """Let the interpreter write at its end what is still waiting, where it cannot fail once more."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def write_line(text: str) -> None:
    """Write a line to standard output at once, so that a person can answer it."""
    write(f"{text}\n")


def write_json(record: "JsonObject") -> None:
    """Write a result to standard output as JSON."""
    from advisor.render.json_records import json_text  # noqa: PLC0415 - needed only for --json

    write(json_text(record, only_ascii=not _is_utf8()))


def narrate(text: str) -> None:
    """Write lines to standard error."""
    click.echo(text, err=True)


def complain(message: str) -> None:
    """Write what is wrong to standard error, as one line."""
    narrate(f"advisor: {visible(message)}")


def width() -> int:
    """Return the width to wrap text at: that of the terminal, but no wider than is easy to read."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isascii() and columns.isdecimal():
        return min(int(columns[:4]) or USUAL_WIDTH, WIDEST)
    try:
        return min(os.get_terminal_size().columns or USUAL_WIDTH, WIDEST)
    except OSError:
        return USUAL_WIDTH


def terminal_lacks(*streams: str) -> bool:
    """Tell whether one of the named standard streams is no terminal, or the terminal cannot be drawn on."""
    return os.environ.get("TERM", "").casefold() in _LINE_BY_LINE or not all(
        (stream := getattr(sys, name)) and stream.isatty() for name in streams
    )


def _is_utf8() -> bool:
    return (getattr(sys.stdout, "encoding", None) or "").casefold().replace("-", "") == "utf8"
