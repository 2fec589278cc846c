"""Where a person says what the post or account is about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.tui import menu_wording, wording
from advisor.tui.screens.base import AdvisorScreen, toggled
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.too_small import TooSmall


class TopicScreen(AdvisorScreen):
    """Offers the topics of one district; several may be marked for one consultation."""

    CSS_PATH = "topics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "Mark", id="topics-mark", tooltip="Mark this topic; Enter asks about all marked"),
        Binding("d", "change_district", "District", id="topics-district", tooltip="Choose another district"),
        Binding("slash", "app.command_palette", "Search", id="topics-search", tooltip="Search the topics by a word"),
        Binding("escape", "leave", "Back", id="topics-back", tooltip="Choose what you would like to do"),
    ]

    @dataclass
    class Chosen(Message):
        """One or more topics were chosen."""

        topics: tuple[TopicSlug, ...]

    class Left(Message):
        """No topic is wanted."""

    def __init__(self, district: District, marked: Iterable[TopicSlug] = ()) -> None:
        super().__init__()
        self.district = district
        self._topics = tuple(district.trees)
        self._marked = tuple(marked)

    def compose(self) -> ComposeResult:
        """Compose it with every topic in it."""
        yield TooSmall()
        yield Static(wording.where(self.district.policy), id="where")
        yield Static("What is it about?", id="prompt")
        menu = Menu(id="topics", leads_away=True)
        menu.offer(menu_wording.grouped_topic_rows(self.district, self._marked))
        yield menu
        yield KeyBar()

    def action_leave(self) -> None:
        """Go back to what a person may want to do."""
        self.leave(self.Left())

    def action_mark(self) -> None:
        """Mark the highlighted topic, or take its mark away."""
        place = self.menu.place
        if place is not None:
            self._marked = toggled(self._marked, self._topics[place])
            rows = menu_wording.topic_rows(self.district, self._topics, self._marked)
            self.menu.reword(place, rows[place])

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        self.leave(self.Chosen(tuple(dict.fromkeys([*self._marked, self._topics[event.index]]))))
