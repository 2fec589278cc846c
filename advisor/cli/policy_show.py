"""``advisor policy show``: the clauses of a policy, in our own words."""

import click

from advisor.analysis.coverage import coverage
from advisor.cli.exit_codes import ExitCode
from advisor.cli.official import register_of
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import width, write, write_json
from advisor.render.catalog import register
from advisor.render.json_records import policy_record


@click.command("show")
@click.argument("district")
@with_json
@with_trees
def command(district: str, *, as_json: bool) -> int:
    """Show every clause of a district's policy, with who cites it."""
    draft = register_of(open_library(), district)
    cited_by = coverage(draft)
    if as_json:
        write_json(policy_record(draft.policy, cited_by))
    else:
        write(register(draft.policy, cited_by, width()))
    return ExitCode.DONE
