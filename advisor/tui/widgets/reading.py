"""A text that may be longer than its place: it scrolls by the keys of a pager."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class Reading(VerticalScroll):
    """A scrolling text; a bar at its left shows that it has the focus."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "scroll_down", "Down", show=False, id="reading-down", tooltip="Scroll down"),
        Binding("up,k", "scroll_up", "Up", show=False, id="reading-up", tooltip="Scroll up"),
        Binding("pagedown,space", "page_down", "Page down", show=False, id="reading-page", tooltip="Read on"),
        Binding("home", "scroll_home", "Top", show=False, id="reading-top", tooltip="Go to the top"),
        Binding("end", "scroll_end", "End", show=False, id="reading-end", tooltip="Go to the end"),
    ]

    DEFAULT_CSS = """
    Reading {
        border-left: blank;
        padding: 0 1 0 0;
        scrollbar-size-vertical: 1;
        &:focus { border-left: vkey $accent; }
    }
    """
