"""The line in which a person says in their own words what they want to do."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from advisor.tui.widgets.typed_line import TypedLine


class OwnWords(TypedLine):
    """A line to type in; the keys that lead out of it are left to the screen."""

    LEADING_OUT = frozenset({"enter", "down", "escape"})

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.begin", "Begin", id="words-begin", tooltip="Ask about what was found"),
        Binding("down", "screen.list", "List", id="words-list", tooltip="Go to the list"),
        Binding("escape", "screen.leave", "Back", id="words-leave", tooltip="Leave your own words"),
    ]

    def __init__(self, words: str = "") -> None:
        super().__init__(words, placeholder="or say it in your own words: insta pic of the game", id="own-words")
