"""``advisor check``: everything that is wrong with the trees."""

from collections.abc import Sequence
from pathlib import Path

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.streams import complain, write, write_json
from advisor.domain.finding import Finding, Severity
from advisor.render.findings import findings_text
from advisor.render.json_records import findings_record
from advisor.render.wording import counted


@click.command("check")
@click.argument("folder", metavar="[TREES]", required=False, type=NamedPath())
@click.option("--format", "shape", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--strict", is_flag=True, help="Let a warning count like an error.")
@with_json
@with_trees
def command(folder: Path | None, shape: str, *, strict: bool, as_json: bool) -> int:
    """Check all trees, each finding with its file, line and column.

    TREES is a folder of districts, checked alone; by default all trees on this machine are checked.
    """
    from advisor.library import Library  # noqa: PLC0415 - help needs no trees

    library = Library.only(folder) if folder else open_library()
    findings = library.findings()
    if as_json or shape == "json":
        write_json(findings_record(findings))
    else:
        write(findings_text(findings))
    errors = _count(findings, Severity.ERROR)
    warnings = _count(findings, Severity.WARNING)
    checked = counted(len(library.districts), "district")
    complain(f"{checked} checked: {counted(errors, 'error')}, {counted(warnings, 'warning')}")
    return ExitCode.FINDINGS if errors or (strict and warnings) else ExitCode.DONE


def _count(findings: Sequence[Finding], severity: Severity) -> int:
    return sum(finding.severity is severity for finding in findings)
