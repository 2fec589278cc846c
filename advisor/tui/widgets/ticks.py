"""A list of which any number may be true."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from advisor.tui.widgets.menu import Menu


class Ticks(Menu):
    """Rows to tick; Enter is for the whole list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "screen.tick", "Tick", id="ticks-tick", tooltip="Tick: yes, then not sure, then neither"),
        Binding("enter", "screen.go_on", "Go on", id="ticks-go-on", tooltip="Go on with what is ticked"),
    ]
