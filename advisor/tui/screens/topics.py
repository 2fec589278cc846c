"""Where a person says what the post or account is about."""

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.tui import wording
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.too_small import TooSmall


class TopicScreen(AdvisorScreen):
    """Offers the topics of one district; several may be marked for one consultation."""

    CSS_PATH = "topics.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space", "mark", "Mark several", id="topics-mark", tooltip="Mark this topic; Enter asks about all marked"
        ),
        Binding("d", "leave", "District", id="topics-district", tooltip="Choose another district"),
        Binding("slash", "app.command_palette", "Search", id="topics-search", tooltip="Search the topics by a word"),
        Binding("escape", "leave", "District", show=False, id="topics-back", tooltip="Choose another district"),
    ]

    menu = query_one("#topics", Menu)

    @dataclass
    class Chosen(Message):
        """One or more topics were chosen."""

        topics: tuple[TopicSlug, ...]

    class Left(Message):
        """Another district is wanted."""

    def __init__(self, district: District) -> None:
        super().__init__()
        self.district = district
        self._topics = tuple(district.trees)
        self._marked: frozenset[int] = frozenset()

    def compose(self) -> ComposeResult:
        """Compose it with every topic in it."""
        yield TooSmall()
        yield Static(wording.where(self.district.policy), id="where")
        yield Static("What is it about?", id="prompt")
        menu = Menu(id="topics")
        menu.offer(wording.topic_rows(self.district, self._marked))
        yield menu
        yield KeyBar()

    def action_leave(self) -> None:
        """Choose another district."""
        self.post_message(self.Left())

    def action_mark(self) -> None:
        """Mark the highlighted topic, or take its mark away."""
        place = self.menu.highlighted
        if place is not None:
            self._marked ^= {place}
            self.menu.offer(wording.topic_rows(self.district, self._marked), place)

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        places = sorted(self._marked | {event.index})
        self.post_message(self.Chosen(tuple(self._topics[place] for place in places)))
