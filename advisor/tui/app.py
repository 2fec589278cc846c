"""The app: its keys, themes and ends, and what opens over a walk; how one begins and is saved stands beside it.

What a screen wants it says in a message; only the app changes screens, writes files or ends the run.
"""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import ClassVar, Final

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen
from textual.theme import Theme

from advisor.tui import themes
from advisor.tui.beginning import Shelf
from advisor.tui.ending import leave_when_asked, leave_when_hung_up
from advisor.tui.screens.keys import KeysScreen, keys_of
from advisor.tui.screens.walk import WalkScreen
from advisor.tui.taking_away import TakingAwayApp

INTERRUPTED: Final = 130
"""What the run returns to the shell after Ctrl+C."""

CRASHED: Final = 1
"""What it returns after a mistake of the app itself, which is then kept in `AdvisorApp.crash`."""


_NO_COMMANDS: Final = ("choose(", "command_palette")
"""How the actions of keys begin that are no commands."""


def _topic_search() -> type[Provider]:
    from advisor.tui.palette import TopicSearch  # noqa: PLC0415 - not needed before the palette opens

    return TopicSearch


class AdvisorApp(TakingAwayApp):
    """Walks a person to a verdict; returns the last one reached."""

    TITLE = "Advisor"
    CSS_PATH = "app.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "keys", "Keys", id="app-keys", tooltip="Show every key that works here"),
        Binding("f1", "keys", show=False, id="app-help", tooltip="Show every key that works here"),
        Binding(
            "slash,ctrl+p", "command_palette", "Find", show=False, id="app-find", tooltip="Find a command or a topic"
        ),
        Binding("t", "next_theme", "Theme", show=False, id="app-theme", tooltip="Change between dark and light"),
        Binding("q", "quit", "Quit", id="app-quit", tooltip="Leave"),
        Binding("ctrl+c", "interrupt", "Quit", show=False, id="app-interrupt", tooltip="Leave at once"),
    ]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = App.COMMANDS | {_topic_search}

    def __init__(
        self, library: Shelf, district: str | None = None, topics: Sequence[str] = (), walks: Path | None = None
    ) -> None:
        """Prepare the first screen; nothing is drawn yet.

        Args:
            library: where the districts come from.
            district: whose rules; by default the one chosen the last time.
            topics: the topics to ask about; by default a person chooses.
            walks: the folder in which walks are saved as they go on; by default they are not.

        Raises:
            AdvisorError: there is no such district or topic, or its trees are not sound.
        """
        self._colourless = bool(os.environ.get("NO_COLOR"))
        if not self._colourless:
            os.environ.pop("NO_COLOR", None)
        super().__init__(library, walks, ansi_color=True if self._colourless else None)
        self.crash: Exception | None = None
        self._adopt_themes()
        self.begin_at(district, topics)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colour of what is said quietly, for themes that do not name it."""
        return {"quiet": "ansi_default" if self._colourless else "#808080"}

    def _adopt_themes(self) -> None:
        for shipped in themes.SHIPPED:
            self.register_theme(shipped)
        theme = self.memory.remembered.theme
        chosen = theme if theme in self.available_themes else themes.SHIPPED[0].name
        self.theme = themes.NO_COLOR if self._colourless else chosen

    @property
    def return_code(self) -> int | None:
        """What the run returns to the shell; a run that was ended from outside was interrupted."""
        code = super().return_code
        return INTERRUPTED if code is None and not self.is_running else code

    def _handle_exception(self, error: Exception) -> None:
        """Keep a crash for the shell to apologise for; Textual would print it with every local variable."""
        if self.is_headless:
            super()._handle_exception(error)
        else:
            self.crash = self.crash or error
            self.exit(self.decision, return_code=CRASHED)

    @on(events.Mount)
    def _end_from_outside(self) -> None:
        leave_when_asked(self._leave)
        if not self.is_headless:
            leave_when_hung_up(self._leave)

    def _leave(self, return_code: int) -> None:
        self.exit(self.decision, return_code=return_code)

    @on(events.Mount)
    def _follow_theme(self) -> None:
        self.theme_changed_signal.subscribe(self, self._remember_theme)

    def _remember_theme(self, theme: Theme) -> None:
        if not self._colourless:
            self.memory.keep(replace(self.memory.remembered, theme=theme.name))

    @on(WalkScreen.MapRequested)
    async def _show_map(self) -> None:
        from advisor.tui.screens.map import MapScreen  # noqa: PLC0415 - not needed before the map is asked for

        walking = self.screen
        if isinstance(walking, WalkScreen):
            above = MapScreen(walking.consultation, walking.district.policy)
            await self.show_above(walking, above, walking.go_back_to)

    @on(WalkScreen.ReviewRequested)
    async def _show_review(self) -> None:
        from advisor.tui.screens.review import ReviewScreen  # noqa: PLC0415 - not needed before it is asked for

        walking = self.screen
        if isinstance(walking, WalkScreen):
            above = ReviewScreen(walking.consultation, walking.district)
            await self.show_above(walking, above, walking.adopt)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what the keys of the screen do, each thing once, by its name."""
        named: dict[str, SystemCommand] = {}
        for node, binding, enabled, tooltip in screen.active_bindings.values():
            ours = binding.id and binding.description and not binding.action.startswith(_NO_COMMANDS)
            if enabled and ours and node in (screen, self):
                run = partial(self.run_action, binding.action, node)
                named.setdefault(tooltip, SystemCommand(binding.description, tooltip, run))
        yield from named.values()
        if not self._colourless:
            yield SystemCommand("All themes", "Choose among all colours", self.action_change_theme)

    def action_command_palette(self) -> None:
        """Search for a command or a topic."""
        from advisor.tui.palette import Palette  # noqa: PLC0415 - not needed before the palette opens

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette())

    def action_keys(self) -> None:
        """List the keys that work now."""
        self.push_screen(KeysScreen(keys_of(self.screen)))

    def action_next_theme(self) -> None:
        """Change between the themes of our own."""
        if not self._colourless:
            self.theme = themes.next_shipped(self.theme)

    async def action_quit(self) -> None:
        """Leave, with the last decision."""
        self._leave_walk()
        self.exit(self.decision)

    def action_interrupt(self) -> None:
        """Leave as a program does that was interrupted."""
        self._leave_walk()
        self.exit(self.decision, return_code=INTERRUPTED)
