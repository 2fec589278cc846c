"""``advisor policy``: the register of a policy's clauses."""

from typing import Final

import click

from advisor.cli.lazy import LazyGroup

_COMMANDS: Final = ("show", "check", "import", "lock")


@click.group("policy", cls=LazyGroup, modules={name: f"advisor.cli.policy_{name}" for name in _COMMANDS})
def command() -> None:
    """Show a policy's clauses, hold them against the official text, and keep its words."""
