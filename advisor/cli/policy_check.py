"""``advisor policy check``: the official text held against the register."""

from pathlib import Path

import click

from advisor.analysis.coverage import coverage
from advisor.analysis.register import check
from advisor.cli.exit_codes import ExitCode
from advisor.cli.official import official_words, register_of
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.streams import narrate, width, write, write_json
from advisor.errors import AdvisorError
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
    draft = register_of(open_library(), district)
    unlocked = [clause.id for clause in draft.policy.clauses if not clause.digest]
    if unlocked:
        raise AdvisorError(
            f"{len(unlocked)} clauses of {draft.slug} are not locked, the first is {unlocked[0]}; "
            f"run: advisor policy lock {draft.slug} FILE"
        )
    report = check(draft.policy.clauses, official_words(file, draft.policy))
    cited_by = coverage(draft)
    if as_json:
        write_json(report_record(report, cited_by))
    else:
        write(report_text(report, cited_by, width()))
    narrate(f"advisor: {summary(report)}")
    return ExitCode.DONE if report.stands else ExitCode.FINDINGS
