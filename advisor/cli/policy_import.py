"""``advisor policy import``: the official words of a policy, kept for the person who brings them."""

from pathlib import Path

import click

from advisor.analysis.coverage import coverage
from advisor.analysis.official_clauses import official_clauses
from advisor.cli.exit_codes import ExitCode
from advisor.cli.official import Held, held_against
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.streams import narrate, width, write, write_json
from advisor.plain_text import visible
from advisor.render.register_report import report_record, report_text, summary
from advisor.render.wording import counted
from advisor.storage.official_words import OfficialWords, imported, keep


@click.command("import")
@click.argument("district")
@click.argument("file", type=NamedPath())
@with_json
@with_trees
def command(district: str, file: Path, *, as_json: bool) -> int:
    """Keep the official words of a district's clauses on this machine.

    Holds the official text in FILE against the register, as `advisor policy check` does, and keeps the words of each
    clause that still stands, in your own data folder and for you alone.
    """
    held = held_against(open_library(), district, file)
    official = _worth_keeping(held)
    kept_in = keep(official) if official.passages else None
    cited_by = coverage(held.draft)
    if as_json:
        kept = {"kept": list(official.passages), "file": str(kept_in) if kept_in else None}
        write_json({**report_record(held.report, cited_by), **kept})
    elif not held.report.stands:
        write(report_text(held.report, cited_by, width()))
    narrate(f"advisor: {summary(held.report)}")
    if kept_in:
        clauses = counted(len(official.passages), "clause")
        narrate(f"advisor: the official words of {clauses} are kept in {visible(str(kept_in))}")
    else:
        policy = held.draft.policy
        narrate(f"advisor: nothing was kept; name the official text of {policy.district_name} {policy.number}")
    return ExitCode.DONE if held.report.stands else ExitCode.FINDINGS


def _worth_keeping(held: Held) -> OfficialWords:
    """Return the official words of the clauses that stand; none where the text may be another policy's."""
    policy = held.draft.policy
    if held.report.may_be_another_policy:
        return OfficialWords(policy.district)
    return imported(policy, official_clauses(policy.clauses, held.words, held.report))
