"""``advisor records``: the decisions that a person has kept."""

from typing import Final

import click

from advisor.cli.lazy import LazyGroup

_COMMANDS: Final = ("list", "show", "export", "delete", "verify")


@click.group("records", cls=LazyGroup, modules={name: f"advisor.cli.records_{name}" for name in _COMMANDS})
def command() -> None:
    """Look up the decisions that you kept, and decide them again."""
