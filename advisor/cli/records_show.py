"""``advisor records show``: one decision that was kept."""

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import with_json, with_trees
from advisor.cli.streams import width, write, write_json
from advisor.render.records import kept_record, record_text
from advisor.storage.records import find_record, read_record_file


@click.command("show")
@click.argument("name", metavar="NAME|FILE")
@with_json
@with_trees
def command(name: str, *, as_json: bool) -> int:
    """Show a decision that was kept, here or in a file."""
    file = find_record(name)
    record = read_record_file(file)
    if as_json:
        write_json(kept_record(record))
    else:
        write(record_text(record, width(), "" if file.stem == record.id else name))
    return ExitCode.DONE
