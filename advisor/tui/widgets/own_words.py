"""The line in which a person says in their own words what they want to do."""

from typing import ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType
from textual.widgets import Input

from advisor.plain_text import visible

_LEADING_OUT: Final = frozenset({"enter", "down", "escape"})


class OwnWords(Input):
    """A line to type in; the keys that lead out of it are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.begin", "Begin", id="words-begin", tooltip="Ask about what was found"),
        Binding("down", "screen.list", "List", id="words-list", tooltip="Go to the list"),
        Binding("escape", "screen.leave", "Back", id="words-leave", tooltip="Leave your own words"),
        Binding("ctrl+c", "app.interrupt", show=False, id="words-interrupt", tooltip="Leave at once"),
    ]

    DEFAULT_CSS = """
    OwnWords {
        &.-textual-compact { padding: 0 1; border-left: outer $foreground 20% !important; }
        &.-textual-compact:focus { border-left: outer $accent !important; }
        & > .input--placeholder { color: $quiet; }
    }
    """

    def __init__(self, words: str = "") -> None:
        super().__init__(
            words,
            placeholder="or say it in your own words: insta pic of the game",
            id="own-words",
            compact=True,
            select_on_focus=False,
        )
        self._led_out = False

    @on(events.Focus)
    def _take_words(self) -> None:
        self._led_out = False

    @on(events.Key)
    def _leave_what_follows(self, event: events.Key) -> None:
        """Type nothing after a key that leads out, however soon it comes: it is for what is there by then."""
        if self._led_out:
            event.prevent_default()
        elif event.key in _LEADING_OUT:
            self._led_out = True

    def validate_value(self, value: str) -> str:
        """Keep out what would act on the terminal, wherever it was copied from."""
        return visible(value)
