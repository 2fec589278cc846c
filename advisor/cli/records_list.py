"""``advisor records list``: the decisions that were kept, newest first."""

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import with_json, with_trees
from advisor.cli.reading_records import Named, Unread, every_record, unread_record
from advisor.cli.streams import complain, narrate, width, write, write_json
from advisor.render.records import listed_record, listed_text


@click.command("list")
@with_json
@with_trees
def command(*, as_json: bool) -> int:
    """List the decisions that you kept, newest first."""
    read = list(every_record())
    unread = [each for each in read if isinstance(each, Unread)]
    kept = [each for each in read if isinstance(each, Named)]
    if as_json:
        listed = [listed_record(each.name, each.record) for each in kept]
        write_json({"records": listed, "unreadable": [unread_record(each) for each in unread]})
    else:
        write("".join(listed_text(each.name, each.record, width()) for each in kept))
    for each in unread:
        complain(each.because)
    if not read:
        narrate("advisor: no record is kept; advisor decide … --keep keeps one")
    return ExitCode.USAGE if unread else ExitCode.DONE
