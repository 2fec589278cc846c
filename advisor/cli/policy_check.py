"""``advisor policy check``: the official text held against the register."""

from pathlib import Path

import click

from advisor.analysis.coverage import coverage
from advisor.cli.exit_codes import ExitCode
from advisor.cli.official import held_against
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.streams import narrate, width, write, write_json
from advisor.render.register_report import report_record, report_text, summary


@click.command("check")
@click.argument("district")
@click.argument("file", type=NamedPath())
@with_json
@with_trees
def command(district: str, file: Path, *, as_json: bool) -> int:
    """Hold the official text in FILE against a district's register.

    Tells which clauses still stand word for word, which changed, moved or are missing, and what is new.
    """
    held = held_against(open_library(), district, file)
    cited_by = coverage(held.draft)
    if as_json:
        write_json(report_record(held.report, cited_by))
    else:
        write(report_text(held.report, cited_by, width()))
    narrate(f"advisor: {summary(held.report)}")
    return ExitCode.DONE if held.report.stands else ExitCode.FINDINGS
