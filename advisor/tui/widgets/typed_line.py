"""A line to type in; what is typed or pasted can be seen, all of it."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from advisor.plain_text import visible


class TypedLine(Input):
    """One line of text. Ctrl+C leaves the app here too, where Textual would copy."""

    LEADING_OUT: ClassVar[frozenset[str]] = frozenset({"enter", "escape"})
    """The keys that lead out of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "app.interrupt", show=False, id="line-interrupt", tooltip="Leave at once"),
    ]

    DEFAULT_CSS = """
    TypedLine {
        &.-textual-compact { padding: 0 1; border-left: outer $foreground 20% !important; }
        &.-textual-compact:focus { border-left: outer $accent !important; }
        & > .input--placeholder { color: $quiet; }
        &:focus:nocolor { border-left: thick $accent !important; }
        &:nocolor > .input--cursor { text-style: reverse; }
    }
    """

    def __init__(self, line: str, placeholder: str = "", id: str | None = None) -> None:  # noqa: A002 - Textual's name
        super().__init__(line, placeholder=placeholder, id=id, compact=True, select_on_focus=False)
        self.led_out = False
        """Whether a key led out of it, which every further key comes after."""

    @on(events.Focus)
    def _take_line(self) -> None:
        self.led_out = False

    @on(events.Key)
    def _leave_what_follows(self, event: events.Key) -> None:
        """Type nothing after a key that leads out, however soon it comes: it is for what is there by then."""
        if self.led_out:
            event.prevent_default()
        elif event.key in self.LEADING_OUT:
            self.led_out = True

    @on(events.Paste)
    def _take_all_that_is_pasted(self, event: events.Paste) -> None:
        """Take every line of it, where Textual takes the first."""
        event.prevent_default()
        event.stop()
        self.insert_text_at_cursor(" ".join(event.text.splitlines()))

    def validate_value(self, value: str) -> str:
        """Keep out what would act on the terminal, wherever it was copied from."""
        return visible(value)
