"""``advisor records delete``: decisions that need not be kept any longer."""

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import with_json, with_trees
from advisor.cli.streams import write, write_json
from advisor.plain_text import visible
from advisor.storage.records import delete_records


@click.command("delete")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
@with_json
@with_trees
def command(names: tuple[str, ...], *, as_json: bool) -> int:
    """Delete decisions that you kept, without asking; where a name is unknown, none is deleted."""
    gone = delete_records(names)
    if as_json:
        write_json({"deleted": [file.stem for file in gone]})
    else:
        write("".join(f"deleted: {visible(str(file))}\n" for file in gone))
    return ExitCode.DONE
