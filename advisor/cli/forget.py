"""``advisor forget``: delete all that is kept for a person on this machine."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import with_json, with_trees
from advisor.cli.streams import complain, narrate, write, write_json
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.storage.forgetting import Kept, forget, kept
from advisor.storage.walk_files import count_open, walks_folder


@click.command("forget")
@click.option("--yes", is_flag=True, help="Delete without asking.")
@with_json
@with_trees
def command(*, yes: bool, as_json: bool) -> int:
    """Delete all that Advisor keeps for you on this machine.

    That is your choice of district and theme, who you are, walks, imported texts, records, details of crashes and the
    cache.
    Trees of your own stay, and so do the checklists that you saved.
    """
    things = kept()
    if not things:
        narrate("advisor: nothing is kept")
    elif not _agreed(things, unasked=yes):
        narrate("advisor: nothing was deleted")
        things = ()
    left = forget(things)
    gone = [thing for thing in things if left.keys().isdisjoint(thing.paths)]
    if as_json:
        _write_record(gone, left)
    else:
        write("".join(f"deleted: {_line(thing)}\n" for thing in gone))
    for path, because in left.items():
        complain(f"cannot delete {path}: {because}")
    return ExitCode.USAGE if left else ExitCode.DONE


def _agreed(things: Sequence[Kept], *, unasked: bool) -> bool:
    """Show what is kept and ask whether to delete it.

    Args:
        things: what is kept.
        unasked: whether it is to be deleted without asking.

    Raises:
        AdvisorError: there is nobody to ask.
    """
    narrate("Advisor keeps for you on this machine:")
    for thing in things:
        narrate(f"- {_line(thing)}")
    if walks := count_open(walks_folder()):
        narrate(f"Another running Advisor has walks open ({walks}); they are deleted too, and no longer saved there.")
    if unasked:
        return True
    if not (sys.stdin and sys.stdin.isatty()):
        raise AdvisorError("without a terminal nobody can be asked; to delete all this, add --yes")
    return click.confirm("Delete all this?", err=True)


def _line(thing: Kept) -> str:
    return visible(f"{thing.what} ({thing.files}) in {thing.folder}")


def _write_record(gone: Sequence[Kept], left: Mapping[Path, str]) -> None:
    write_json(
        {
            "deleted": [{"what": thing.what, "files": thing.files, "folder": str(thing.folder)} for thing in gone],
            "left": [{"path": str(path), "because": because} for path, because in left.items()],
        }
    )
