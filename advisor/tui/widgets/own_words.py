"""The line in which a person says in their own words what they want to do."""

from typing import ClassVar, Final

from textual import events, on
from textual.binding import Binding, BindingType

from advisor.tui.widgets.typed_line import TypedLine

_LEADING_OUT: Final = frozenset({"enter", "down", "escape"})


class OwnWords(TypedLine):
    """A line to type in; the keys that lead out of it are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.begin", "Begin", id="words-begin", tooltip="Ask about what was found"),
        Binding("down", "screen.list", "List", id="words-list", tooltip="Go to the list"),
        Binding("escape", "screen.leave", "Back", id="words-leave", tooltip="Leave your own words"),
    ]

    def __init__(self, words: str = "") -> None:
        super().__init__(words, placeholder="or say it in your own words: insta pic of the game", id="own-words")
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
