"""A part of a text that is there only when it has something to say."""

from textual.content import Content
from textual.widgets import Static

from advisor.tui.widgets.rows import Rows


class Section(Static):
    """A text with a line of space below it; without a text it takes no place."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Section {
        padding: 0 0 1 0;
        &.-empty { display: none; }
    }
    """

    def __init__(self, text: Content | Rows, id: str) -> None:  # noqa: A002 - the name it has in Textual
        super().__init__(text, id=id)
        self.set_class(_is_empty(text), "-empty")

    def show(self, text: Content | Rows) -> None:
        """Show another text."""
        self.set_class(_is_empty(text), "-empty")
        self.update(text)


def _is_empty(text: Content | Rows) -> bool:
    return not (text.rows if isinstance(text, Rows) else text.plain)
