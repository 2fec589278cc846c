"""What the policy commands read: a district's register as written, and an official text that a person names."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from advisor.analysis.official_text import Word, words_of
from advisor.analysis.register import check
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Finding, Severity
from advisor.domain.policy import Policy
from advisor.domain.register import RegisterReport
from advisor.errors import AdvisorError, UnreadableFileError
from advisor.library import Library
from advisor.plain_text import visible

_NOT_TEXT: Final = {b"%PDF": "a PDF", b"PK\x03\x04": "a word processor's file", b"{\\rtf": "a rich text file"}


@dataclass(frozen=True, slots=True)
class Held:
    """An official text held against a district's register."""

    draft: DistrictDraft
    words: tuple[Word, ...]
    report: RegisterReport


def held_against(library: Library, district: str, file: Path) -> Held:
    """Hold an official text against a district's register.

    Raises:
        UnknownNameError: there is no such district.
        UnreadableFileError: the district's files or the text cannot be read.
        AdvisorError: the register is not locked.
    """
    draft = register_of(library, district)
    unlocked = [clause.id for clause in draft.policy.clauses if not clause.digest]
    if unlocked:
        raise AdvisorError(
            f"{len(unlocked)} clauses of {draft.slug} are not locked, the first is {unlocked[0]}; "
            f"run: advisor policy lock {draft.slug} FILE"
        )
    words = official_words(file, draft.policy)
    return Held(draft, words, check(draft.policy.clauses, words))


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
