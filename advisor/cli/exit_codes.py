"""What a command's exit code says to the program that ran it."""

from enum import IntEnum


class ExitCode(IntEnum):
    """An exit code; a promise to scripts."""

    DONE = 0
    """Done; a deny is a result like any other."""
    FINDINGS = 1
    """A check found something that has to be put right."""
    USAGE = 2
    """The command was not understood, or a file cannot be read or written."""
    MISSING = 3
    """Answers are missing."""
    CRASHED = 70
    """A mistake in Advisor itself."""
    INTERRUPTED = 130
    """The person pressed Ctrl-C."""
