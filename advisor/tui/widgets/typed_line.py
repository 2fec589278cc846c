"""A line to type in; what is typed or pasted can be seen, all of it."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input

from advisor.plain_text import visible


class TypedLine(Input):
    """One line of text. Ctrl+C leaves the app here too, where Textual would copy."""

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

    def validate_value(self, value: str) -> str:
        """Keep out what would act on the terminal, wherever it was copied from."""
        return visible(value)
