"""The rows of a map, one line each; the screen shows the highlighted one in full."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets.option_list import Option

from advisor.render.map import MapRow
from advisor.tui import map_wording
from advisor.tui.widgets.menu import Menu


class MapList(Menu):
    """The rows of a map to choose one from."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "select", "Go", id="map-go", tooltip="Go to that question, or to what comes first on the way to it"
        ),
        Binding("g", "first", "Top", show=False, id="map-top", tooltip="Go to the top"),
        Binding("G", "last", "End", show=False, id="map-end", tooltip="Go to the end"),
    ]

    def __init__(self, rows: Sequence[MapRow], highlighted: int) -> None:
        super().__init__(*(Option(map_wording.line(row)) for row in rows), id="map")
        self.highlighted = highlighted

    @on(events.Mount)
    def _begin_in_the_middle(self) -> None:
        self.call_after_refresh(self._show_around_highlighted)

    def _show_around_highlighted(self) -> None:
        self.scroll_to(y=(self.highlighted or 0) - self.size.height // 2, animate=False)
