"""A group of commands that imports only the command that was named, so that a quick command stays quick."""

from collections.abc import Mapping
from importlib import import_module

import click

from advisor.errors import UnknownNameError


class LazyGroup(click.Group):
    """A group whose commands live in modules, each under the name ``command``.

    Args:
        name: the group's own name.
        modules: by command, where it lives, in the order of the help page.
    """

    def __init__(self, name: str | None = None, *, modules: Mapping[str, str], **attributes: object) -> None:
        super().__init__(name, **attributes)  # type: ignore[arg-type]  # click's decorator passes its own keywords
        self.modules = modules

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order of the help page."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command."""
        module = self.modules.get(cmd_name)
        if module is None:
            return None
        command = import_module(module).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that was named.

        Raises:
            UnknownNameError: there is none of that name.
        """
        if args[0] not in self.modules and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise UnknownNameError("command", args[0], self.modules)
        return super().resolve_command(ctx, args)
