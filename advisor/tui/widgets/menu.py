"""A list to choose one thing from: by number, by arrows and Enter, or with the mouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.tui.widgets.rows import Row, Rows


class Menu(OptionList):
    """Rows to choose from; the chosen one is told by its place."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "cursor_down", "Down", show=False, id="menu-down", tooltip="Move down"),
        Binding("up,k", "cursor_up", "Up", show=False, id="menu-up", tooltip="Move up"),
        Binding("enter", "select", "Choose", show=False, id="menu-choose", tooltip="Choose the highlighted one"),
    ]

    DEFAULT_CSS = """
    Menu {
        border: none;
        padding: 0;
        background: transparent;
        scrollbar-size-vertical: 1;
        &:focus { border: none; background-tint: transparent 0%; }
        & > .option-list--option { padding: 0 1; }
        &:nocolor > .option-list--option-highlighted { text-style: underline; }
        /* Textual draws no row of a list in reverse. */
        &:nocolor:focus > .option-list--option-highlighted { text-style: bold underline; }
    }
    """

    @dataclass
    class Chosen(Message):
        """A row was chosen."""

        menu: "Menu"
        index: int
        about: str
        """What the rows were about when one of them was chosen."""

        @property
        def control(self) -> "Menu":
            """The menu it was chosen from."""
            return self.menu

    about: str = ""

    def offer(self, rows: Iterable[Row], highlighted: int | None = 0, about: str = "") -> None:
        """Show other rows.

        Args:
            rows: in order.
            highlighted: the place of the row that Enter chooses.
            about: what the rows are about, for those who are told of a choice when other rows may stand here.
        """
        self.about = about
        self.set_options(Option(Rows([row])) for row in rows)
        self.highlighted = highlighted if self.option_count else None

    def choose(self, index: int) -> None:
        """Choose the row at a place, if there is one."""
        if index < self.option_count:
            self.post_message(self.Chosen(self, index, self.about))

    def action_select(self) -> None:
        """Choose the highlighted row, at once: a message more and a quick key after Enter would overtake it."""
        if self.highlighted is not None:
            self.choose(self.highlighted)

    @on(OptionList.OptionSelected)
    def _choose_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.choose(event.option_index)
