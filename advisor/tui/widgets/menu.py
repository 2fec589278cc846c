"""A list to choose one thing from: by number, by arrows and Enter, or with the mouse."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from advisor.tui.widgets.rows import Heading, Row, Rows


class Menu(OptionList):
    """Rows to choose from; the chosen one is told by its place, for which headings do not count."""

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
        & > .option-list--option-disabled { color: $quiet; }
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

    def __init__(
        self,
        *options: Option,
        id: str | None = None,  # noqa: A002 - its name in Textual
        leads_away: bool = False,
    ) -> None:
        """Make a menu.

        Args:
            options: what it offers to begin with.
            id: its name on the screen.
            leads_away: whether choosing leads to another screen, so that nothing more can be chosen here.
        """
        super().__init__(*options, id=id)
        self._leads_away = leads_away
        self.spent = False

    @property
    def _indices(self) -> list[int]:
        """Where the rows stand that can be chosen, headings counted."""
        return [index for index, option in enumerate(self.options) if not option.disabled]

    @property
    def place(self) -> int | None:
        """The place of the row that Enter chooses."""
        return self._indices.index(self.highlighted) if self.highlighted in self._indices else None

    def offer(self, rows: Iterable[Row], highlighted: int | None = 0, about: str = "") -> None:
        """Show other rows.

        Args:
            rows: in order, headings among them.
            highlighted: the place of the row that Enter chooses.
            about: what the rows are about, for those who are told of a choice when other rows may stand here.
        """
        self.about = about
        self.set_options(Option(Rows([row]), disabled=isinstance(row, Heading)) for row in rows)
        places = self._indices
        self.highlighted = places[highlighted] if places and highlighted is not None else None

    def reword(self, place: int, row: Row) -> None:
        """Show another row in a place; the list stays where it was scrolled to."""
        self.replace_option_prompt_at_index(self._indices[place], Rows([row]))

    def choose(self, index: int) -> None:
        """Choose the row at a place, if there is one."""
        if index < len(self._indices) and not self.spent:
            self.spent = self._leads_away
            self.post_message(self.Chosen(self, index, self.about))

    def action_select(self) -> None:
        """Choose the highlighted row, at once: a message more and a quick key after Enter would overtake it."""
        if self.place is not None:
            self.choose(self.place)

    def action_page_up(self) -> None:
        """Move a page up; Textual stumbles where no row has room."""
        if self.scrollable_content_region:
            super().action_page_up()  # type: ignore[no-untyped-call]  # Textual left it so

    def action_page_down(self) -> None:
        """Move a page down; Textual stumbles where no row has room."""
        if self.scrollable_content_region:
            super().action_page_down()  # type: ignore[no-untyped-call]  # Textual left it so

    @on(OptionList.OptionSelected)
    def _choose_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.choose(self._indices.index(event.option_index))
