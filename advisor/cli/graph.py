"""``advisor graph``: a tree as a picture, for a program that draws."""

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import write, write_json
from advisor.render.diagram import FORMATS
from advisor.render.json_records import tree_record


@click.command("graph")
@click.argument("district")
@click.argument("topic")
@click.option("--format", "language", type=click.Choice(list(FORMATS)), default="mermaid", show_default=True)
@with_json
@with_trees
def command(district: str, topic: str, language: str, *, as_json: bool) -> int:
    """Draw a tree as Mermaid or DOT."""
    (tree,) = open_library().district(district).choose([topic])
    if as_json:
        write_json(tree_record(tree))
    else:
        write(FORMATS[language](tree))
    return ExitCode.DONE
