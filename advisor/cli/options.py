"""The options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

import click

if TYPE_CHECKING:
    from advisor.library import Library

_TREES: Final = "advisor.trees"


class NamedPath(click.Path):
    """A path that was really given: an empty one would be the folder that the person happens to be in."""

    def __init__(self) -> None:
        super().__init__(path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Return the path.

        Raises:
            click.BadParameter: it is empty.
        """
        if value == "":
            self.fail("an empty name was given", param, ctx)
        return super().convert(value, param, ctx)


Command = TypeVar("Command", bound=Callable[..., object])


def _remember(context: click.Context, _: click.Parameter, trees: Path | None) -> None:
    if trees is not None:
        context.meta[_TREES] = trees


def with_trees(command: Command) -> Command:
    """Add ``--trees``."""
    return click.option(
        "--trees",
        type=NamedPath(),
        metavar="DIR",
        expose_value=False,
        callback=_remember,
        help="Take the districts of this folder before all others.",
    )(command)


def with_json(command: Command) -> Command:
    """Add ``--json``."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(command)


def with_record(command: Command) -> Command:
    """Add ``--keep`` and ``--note``."""
    note = click.option("--note", metavar="TEXT", callback=_plain_note, help="Add a note of your own to the record.")
    # Eager, so that it is known by the time the note is looked at.
    return click.option("--keep", is_flag=True, is_eager=True, help="Keep the decision as a record.")(note(command))


def _plain_note(context: click.Context, _: click.Parameter, note: str | None) -> str | None:
    """Require of a note that it can be kept, before anything is decided."""
    if note is None:
        return None
    if not context.params.get("keep"):
        raise click.UsageError("a note is kept with a record; add --keep")
    from advisor.domain.record import require_plain_note  # noqa: PLC0415 - needed only to keep

    require_plain_note(note)
    return note


def named_trees() -> Path | None:
    """Return the folder that ``--trees`` names, wherever on the command line it stands."""
    trees = click.get_current_context().meta.get(_TREES)
    return trees if isinstance(trees, Path) else None


def open_library() -> "Library":
    """Find the trees on this machine."""
    from advisor.library import Library  # noqa: PLC0415 - help and usage errors need no trees

    return Library.find(named_trees())
