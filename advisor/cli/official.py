"""What the policy commands read: a district's register as written, and an official text that a person names."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from advisor.analysis.official_text import Word, words_of
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Finding, Severity
from advisor.domain.policy import Policy
from advisor.errors import UnreadableFileError
from advisor.library import Library
from advisor.plain_text import visible

_NOT_TEXT: Final = {b"%PDF": "a PDF", b"PK\x03\x04": "a word processor's file", b"{\\rtf": "a rich text file"}


def official_words(file: Path, policy: Policy) -> tuple[Word, ...]:
    """Return the words of a policy's official text.

    Raises:
        UnreadableFileError: the file cannot be read, or is no plain text.
    """
    content, shown = bytes_of(file), visible(str(file))
    for begin, what in _NOT_TEXT.items():
        if content.startswith(begin):
            raise UnreadableFileError(f"{shown} is {what}; save it as plain text first")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableFileError(f"{shown} is not UTF-8 text; save it as plain UTF-8 text first") from error
    return words_of(text, policy.begins, policy.furniture)


def bytes_of(file: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        UnreadableFileError: it cannot be read.
    """
    try:
        return file.read_bytes()
    except OSError as error:
        raise UnreadableFileError(f"cannot read {visible(str(file))}: {error.strerror}") from error


def register_of(library: Library, district: str) -> DistrictDraft:
    """Return a district as written, whether or not its trees are sound.

    Raises:
        UnknownNameError: there is no such district.
        UnreadableFileError: its register, or the topics, cannot be read.
    """
    draft, findings = library.read(district)
    if draft is None:
        raise unreadable(findings)
    return draft


def unreadable(findings: Sequence[Finding]) -> UnreadableFileError:
    """Return the error for a file that has these findings."""
    first = next(finding for finding in findings if finding.severity is Severity.ERROR)
    return UnreadableFileError(f"{visible(first.file)}:{first.position.line}:{first.position.column}: {first.message}")
