"""The official words of a policy's clauses, cut out of the text in which they still stand."""

from collections.abc import Mapping, Sequence
from typing import Final

from advisor.analysis.official_text import Word, printed
from advisor.domain.policy import Clause, Locator
from advisor.domain.register import ClauseStatus, RegisterReport
from advisor.plain_text import one_line

_STANDING: Final = frozenset({ClauseStatus.VERIFIED, ClauseStatus.MOVED})


def official_clauses(clauses: Sequence[Clause], words: Sequence[Word], report: RegisterReport) -> Mapping[Locator, str]:
    """Return what the text says under each clause that still stands, be it elsewhere, as plain text in one line.

    Args:
        clauses: locked, in the order of the text.
        words: the official text.
        report: the clauses held against those words.
    """
    pieces = list(printed(words))
    return {
        clause.id: one_line("".join(pieces[each.start : each.start + clause.words]))
        for clause, each in zip(clauses, report.clauses, strict=True)
        if each.status in _STANDING
    }
