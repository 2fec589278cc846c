"""``advisor records verify``: decide again what was kept, and say what comes out differently."""

from collections.abc import Mapping, Sequence

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.reading_records import Named, Unread, decided_again, every_record, named_records, unread_record
from advisor.cli.streams import complain, narrate, width, write, write_json
from advisor.domain.replay import Replayed, Result
from advisor.render.records import counts_record, counts_text, replayed_counts, replayed_record, replayed_text


@click.command("verify")
@click.argument("names", metavar="[NAME|FILE]...", nargs=-1)
@click.option("--all", "all_kept", is_flag=True, help="All that you kept; lists only what comes out differently.")
@with_json
@with_trees
def command(names: tuple[str, ...], *, all_kept: bool, as_json: bool) -> int:
    """Decide again what was kept, by the trees of today.

    Each record is the same, changed (with the clause and the answer responsible) or not replayable (and why).
    """
    if bool(names) == all_kept:
        raise click.UsageError("name records or files, or say --all; not both")
    read = tuple(every_record()) if all_kept else named_records(names)
    unread = [each for each in read if isinstance(each, Unread)]
    library = open_library()
    replayed = [(each.name, decided_again(each.record, library)) for each in read if isinstance(each, Named)]
    different = [each for each in replayed if each[1].result is not Result.SAME]
    counts = replayed_counts(each for _, each in replayed)
    _report(different if all_kept else replayed, counts, unread, as_json=as_json)
    if unread:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if different else ExitCode.DONE


def _report(
    shown: Sequence[tuple[str, Replayed]], counts: Mapping[Result, int], unread: Sequence[Unread], *, as_json: bool
) -> None:
    if as_json:
        write_json(
            {
                "records": [replayed_record(name, each) for name, each in shown],
                "counts": counts_record(counts),
                "unreadable": [unread_record(each) for each in unread],
            }
        )
    else:
        write("".join(replayed_text(name, each, width()) for name, each in shown))
    for each in unread:
        complain(each.because)
    narrate(f"advisor: {counts_text(counts)}")
