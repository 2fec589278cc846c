"""``advisor paths``: every path of a tree."""

import click

from advisor.analysis.paths import listed_paths
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import write, write_json
from advisor.render.json_records import paths_record
from advisor.render.outline import outline


@click.command("paths")
@click.argument("district")
@click.argument("topic")
@with_json
@with_trees
def command(district: str, topic: str, *, as_json: bool) -> int:
    """Show every path of a tree, each text once."""
    chosen = open_library().district(district)
    (tree,) = chosen.choose([topic])
    paths = listed_paths(tree)
    if as_json:
        write_json(paths_record(paths, chosen.policy))
    else:
        write(outline(tree, chosen.policy, paths))
    return ExitCode.DONE
