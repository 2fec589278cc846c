"""Findings as a person reads them: where, how bad, what, and the quoted line with a caret under the place."""

import unicodedata
from collections.abc import Sequence
from typing import Final

from advisor.domain.finding import Finding
from advisor.plain_text import is_invisible, visible

MOST: Final = 100
"""How many findings are shown; the rest are counted."""

_INDENT: Final = "    "
_QUOTED: Final = 100
"""How many characters of a line are quoted around the place."""


def findings_text(findings: Sequence[Finding]) -> str:
    """Return findings as text, each with its quoted line; empty where there are none."""
    lines = [line for finding in findings[:MOST] for line in _finding(finding)]
    if len(findings) > MOST:
        lines.append(f"and {len(findings) - MOST} more")
    return "".join(f"{line}\n" for line in lines)


def _finding(finding: Finding) -> list[str]:
    at = f"{visible(finding.file)}:{finding.position.line}:{finding.position.column}"
    head = f"{at}: {finding.severity}: {visible(finding.message)} [{finding.check}]"
    if not finding.quote.strip():
        return [head]
    return [head, *(f"{_INDENT}{line}".rstrip() for line in _quotation(finding.quote, finding.position.column))]


def _quotation(quote: str, column: int) -> tuple[str, str]:
    """Return the part of a line around a column, and a caret under the column."""
    start = max(0, column - 1 - _QUOTED // 2) if len(quote) > _QUOTED else 0
    end = start + _QUOTED
    before = "…" if start else ""
    after = "…" if end < len(quote) else ""
    blank = " " * (len(before) + sum(_cells(c) for c in quote[start : column - 1]))
    return before + "".join(map(_shown, quote[start:end])) + after, f"{blank}^"


def _shown(character: str) -> str:
    return " " if character == "\t" else visible(character)


def _cells(character: str) -> int:
    """Return how many cells of a terminal a character of the quotation takes."""
    if is_invisible(character):
        return len(visible(character))
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
