"""The app: it opens screens, remembers the district and the theme, and keeps the last decision.

What a screen wants it says in a message; only the app changes screens, writes files or ends the run.
"""

import os
from asyncio import get_running_loop
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path, PurePath
from signal import SIGTERM
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from textual import events, on
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.screen import Screen
from textual.theme import Theme

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.tui import themes
from advisor.tui.remembered import Remembered, recall, remember, remembered_file
from advisor.tui.screens.districts import DistrictScreen
from advisor.tui.screens.keys import Key, KeysScreen
from advisor.tui.screens.topics import TopicScreen
from advisor.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from advisor.domain.consultation import Consultation
    from advisor.tui.saving import SavedAlong

INTERRUPTED: Final = 130
"""What the run returns to the shell after Ctrl+C."""

TERMINATED: Final = 143
"""What it returns when the process was asked to end."""

CRASHED: Final = 1
"""What it returns after a mistake of the app itself, which is then kept in `AdvisorApp.crash`."""


class Shelf(Protocol):
    """Where the app takes its districts from."""

    @property
    def districts(self) -> tuple[DistrictSlug, ...]:
        """Every district, by name."""

    def district(self, slug: str) -> District:
        """Return a district whose trees are sound."""


def _topic_search() -> type[Provider]:
    from advisor.tui.palette import TopicSearch  # noqa: PLC0415 - not needed before the palette opens

    return TopicSearch


class AdvisorApp(App[Decision | None]):
    """Walks a person to a verdict; returns the last one reached."""

    TITLE = "Advisor"
    # Textual does not load the sheet of a first screen by itself.
    CSS_PATH: ClassVar[list[str | PurePath]] = [
        "app.tcss",
        *(f"screens/{screen.CSS_PATH}" for screen in (DistrictScreen, TopicScreen, WalkScreen)),
    ]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("question_mark", "keys", "Keys", id="app-keys", tooltip="Show every key that works here"),
        Binding("f1", "keys", show=False, id="app-help", tooltip="Show every key that works here"),
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
        super().__init__(ansi_color=True if self._colourless else None)
        self.decision: Decision | None = None
        self.consultation: Consultation | None = None
        self.crash: Exception | None = None
        self._library = library
        self._file = remembered_file()
        self._remembered = recall(self._file)
        self._adopt_themes()
        self._district = library.district(district) if district else self._district_of_last_time()
        self._begun = self._district.consult(topics) if self._district and topics else None
        self._walks = walks
        self._saved_along: SavedAlong | None = None
        self._told_of_failure = False

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return the colour of what is said quietly, for themes that do not name it."""
        return {"quiet": "ansi_default" if self._colourless else "#808080"}

    def _adopt_themes(self) -> None:
        for theme in themes.SHIPPED:
            self.register_theme(theme)
        known = self._remembered.theme in self.available_themes
        chosen = self._remembered.theme if known else themes.SHIPPED[0].name
        self.theme = themes.NO_COLOR if self._colourless else chosen

    def _district_of_last_time(self) -> District | None:
        if self._remembered.district not in self._library.districts:
            return None
        try:
            return self._library.district(self._remembered.district)
        except AdvisorError:
            return None

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

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen, with everything already in it."""
        if self._district is None:
            return self._district_screen()
        if self._begun is None:
            return TopicScreen(self._district)
        return WalkScreen(self._begun, self._district.policy)

    def _district_screen(self) -> DistrictScreen:
        sound: list[District] = []
        unusable: list[str] = []
        for slug in self._library.districts:
            try:
                sound.append(self._library.district(slug))
            except AdvisorError as error:
                unusable.append(str(error))
        return DistrictScreen(sound, unusable)

    def _show(self, screen: Screen[None]) -> None:
        """Put a screen in place of the one before; Textual cannot replace the very first, so that one stays below."""
        if len(self.screen_stack) > 1:
            self.switch_screen(screen)
        else:
            self.push_screen(screen)

    @on(events.Mount)
    def _leave_when_terminated(self) -> None:
        """Restore the terminal when the process is asked to end; where a system has no such signal, nothing is lost."""
        with suppress(NotImplementedError):
            get_running_loop().add_signal_handler(SIGTERM, lambda: self.exit(self.decision, return_code=TERMINATED))

    @on(events.Mount)
    def _follow_theme(self) -> None:
        self.theme_changed_signal.subscribe(self, self._remember_theme)

    def _remember_theme(self, theme: Theme) -> None:
        if not self._colourless:
            self._keep(Remembered(self._remembered.district, theme.name))

    def _keep(self, choice: Remembered) -> None:
        self._remembered = choice
        remember(self._file, choice)

    @on(DistrictScreen.Chosen)
    def _choose_district(self, event: DistrictScreen.Chosen) -> None:
        self._district = self._library.district(event.slug)
        self._keep(Remembered(event.slug, self._remembered.theme))
        self._show(TopicScreen(self._district))

    @on(DistrictScreen.Left)
    @on(WalkScreen.Left)
    def _show_topics(self) -> None:
        self._leave_walk()
        if self._district is not None:
            self._show(TopicScreen(self._district))

    @on(TopicScreen.Left)
    def _show_districts(self) -> None:
        self._show(self._district_screen())

    @on(TopicScreen.Chosen)
    def _begin_walk(self, event: TopicScreen.Chosen) -> None:
        if self._district is not None:
            begun = self._district.consult(event.topics)
            self._show(WalkScreen(begun, self._district.policy))

    @on(WalkScreen.MapRequested)
    def _show_map(self) -> None:
        from advisor.tui.screens.map import MapScreen  # noqa: PLC0415 - not needed before the map is asked for

        walking = self.screen
        if isinstance(walking, WalkScreen) and self._district is not None:
            self.push_screen(MapScreen(walking.consultation, self._district.policy), walking.go_back_to)

    @on(WalkScreen.Changed)
    def _keep_walk(self, event: WalkScreen.Changed) -> None:
        decision = event.consultation.decision
        if decision is not None:
            self.decision, self.consultation = decision, event.consultation
        if self._walks is None:
            return
        if self._saved_along is None:
            from advisor.tui.saving import SavedAlong  # noqa: PLC0415 - not needed before the first answer

            self._saved_along = SavedAlong.begin(self._walks)
        if not self._saved_along.save(event.consultation) and not self._told_of_failure:
            self._told_of_failure = True
            self.notify(f"Answers cannot be saved in {visible(str(self._walks))}.", severity="warning", markup=False)

    def _leave_walk(self) -> None:
        """Let the walk that is open be taken up again; a finished one is done with."""
        if self._saved_along:
            self._saved_along.leave()
        self._saved_along = None

    @on(WalkScreen.SaveRequested)
    def _save(self, event: WalkScreen.SaveRequested) -> None:
        from advisor.tui.export import save_checklist  # noqa: PLC0415 - not needed before the first verdict

        if self._district is None:
            return
        try:
            file = save_checklist(event.decision, self._district, Path())
        except AdvisorError as error:
            self.notify(str(error), severity="error", markup=False)
        else:
            self.notify(f"Saved as {visible(str(file))}", markup=False)

    @on(WalkScreen.CopyRequested)
    def _copy(self, event: WalkScreen.CopyRequested) -> None:
        from advisor.tui.export import checklist_text, copy_natively  # noqa: PLC0415 - not needed before a verdict

        if self._district is None:
            return
        text = checklist_text(event.decision, self._district, "text")
        self.copy_to_clipboard(text)
        copy_natively(text)
        self.notify("Sent to your terminal's clipboard.", markup=False)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer what is not about one topic."""
        yield SystemCommand("Keys", "Show every key that works here", self.action_keys)
        if not self._colourless:
            yield SystemCommand("Theme", "Change the colours", self.action_change_theme)
        yield SystemCommand("Quit", "Leave", self.action_quit)

    def action_keys(self) -> None:
        """List the keys that work now."""
        self.push_screen(KeysScreen(_keys(self.screen)))

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


def _keys(screen: Screen[object]) -> list[Key]:
    """Return what the bindings in force do, several keys for one thing together."""
    names: dict[str, list[str]] = {}
    for _, binding, enabled, tooltip in screen.active_bindings.values():
        if enabled and tooltip:
            names.setdefault(tooltip, []).append(screen.app.get_key_display(binding))
    return [Key(" ".join(keys), does) for does, keys in names.items()]
