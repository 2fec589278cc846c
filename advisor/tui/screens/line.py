"""A question that is answered by a line of text, above the screen that it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Static

from advisor.tui.plain import plain
from advisor.tui.widgets.typed_line import TypedLine


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked."""

    heading: str
    hint: str
    line: str
    """What stands in the line to begin with."""


class AskedLine(TypedLine):
    """The line; the keys that lead out of it are left to the screen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "screen.submit", "Take it", id="line-take", tooltip="Take the line"),
        Binding("escape", "screen.leave", "Back", id="line-leave", tooltip="Go back without it"),
    ]


class LineScreen(ModalScreen[None]):
    """Asks for a line until it can be taken, or the person leaves it."""

    CSS_PATH = "line.tcss"

    line = query_one(AskedLine)
    refusal = query_one("#refusal", Static)

    def __init__(self, asked: Asked, take: Callable[[str], str]) -> None:
        """Prepare the question.

        Args:
            asked: what is asked.
            take: takes the line, and returns why it cannot; nothing once it is taken.
        """
        super().__init__()
        self._asked = asked
        self._take = take
        self.left = False
        """Whether the line is to be taken or was left, which every further key waits for."""

    def compose(self) -> ComposeResult:
        """Compose it with the line in it."""
        with Vertical(id="asked-for"):
            yield Static(plain(self._asked.heading, "bold"), id="heading")
            yield AskedLine(self._asked.line)
            yield Static(plain(self._asked.hint), id="hint")
            yield Static(id="refusal")

    def action_submit(self) -> None:
        """Take the line, or say why not."""
        self.left = True
        refusal = self._take(self.line.value)
        if refusal:
            self.refusal.update(plain(refusal))
            self.left = self.line.led_out = False
        else:
            self.dismiss()

    def action_leave(self) -> None:
        """Go back without it."""
        self.left = True
        self.dismiss()
