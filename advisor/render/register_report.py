"""What became of a policy's clauses in an official text, and what rests on each clause that no longer stands."""

from collections import Counter
from collections.abc import Iterator, Sequence

from advisor.domain.register import Citation, Citing, ClauseReport, ClauseStatus, RegisterReport
from advisor.plain_text import visible
from advisor.render.catalog import CitedBy
from advisor.render.json_records import Json, JsonObject, citation_record
from advisor.render.layout import wrapped
from advisor.render.wording import counted


def report_text(report: RegisterReport, cited_by: CitedBy, width: int = 80) -> str:
    """Return a line for every clause, and below one that does not stand, what rests on it."""
    lines = [line for clause in report.clauses for line in _clause_lines(clause, cited_by, width)]
    for stretch in report.uncovered:
        lines += wrapped(f"no clause covers, in line {stretch.line}: {visible(stretch.words)}", width, "", "    ")
    return "".join(f"{line}\n" for line in lines)


def summary(report: RegisterReport) -> str:
    """Return how many clauses became what, in one line."""
    statuses = Counter(clause.status for clause in report.clauses)
    parts = [f"{statuses[status]} {status}" for status in ClauseStatus if statuses[status]]
    uncovered = f"; {counted(len(report.uncovered), 'new passage')}" if report.uncovered else ""
    doubt = "; this may be another policy, or another part of it" if report.may_be_another_policy else ""
    return f"{counted(len(report.clauses), 'clause')}: {', '.join(parts)}{uncovered}{doubt}"


def report_record(report: RegisterReport, cited_by: CitedBy) -> JsonObject:
    """Return the report as JSON values."""
    clauses: list[Json] = [
        {
            "clause": clause.clause,
            "status": clause.status.value,
            "line": clause.line,
            "now": clause.now,
            "difference": clause.difference,
            "rests": [citation_record(citation) for citation in _resting(clause, cited_by)],
        }
        for clause in report.clauses
    ]
    uncovered: list[Json] = [{"line": stretch.line, "words": stretch.words} for stretch in report.uncovered]
    return {"clauses": clauses, "uncovered": uncovered, "may_be_another_policy": report.may_be_another_policy}


def _clause_lines(clause: ClauseReport, cited_by: CitedBy, width: int) -> Iterator[str]:
    where = f", line {clause.line}" if clause.line else ""
    longer = f" ({clause.difference:+} words)" if clause.status is ClauseStatus.CHANGED else ""
    now = f": {visible(clause.now)}" if clause.now else ""
    yield from wrapped(f"{clause.clause}: {clause.status}{where}{longer}{now}", width, "", "    ")
    for citation in _resting(clause, cited_by):
        place = f"{visible(citation.file)}:{citation.position.line}:{citation.position.column}"
        yield f"    {place}: {_kind(citation)} {citation.id}".rstrip()


def _resting(clause: ClauseReport, cited_by: CitedBy) -> Sequence[Citation]:
    """Return what rests on a clause that no longer stands."""
    return () if clause.status is ClauseStatus.VERIFIED else cited_by.get(clause.clause, ())


def _kind(citation: Citation) -> str:
    within = {Citing.NEAR: "nearest clause of", Citing.CONDITION: "condition of", Citing.READING: "reading of"}
    return within.get(citation.kind, citation.kind.value)
