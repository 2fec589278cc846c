"""A question that is answered by a line of text, above the screen that it is about."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from advisor.tui.plain import plain
from advisor.tui.widgets.typed_line import TypedLine


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked."""

    heading: str
    hint: str
    line: str
    """What stands in the line to begin with."""


class LineScreen(ModalScreen[None]):
    """Asks for a line until it can be taken, or the person leaves it."""

    CSS_PATH = "line.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Back", id="line-leave", tooltip="Go back without it"),
    ]

    line = query_one(TypedLine)
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

    def compose(self) -> ComposeResult:
        """Compose it with the line in it."""
        with Vertical(id="asked-for"):
            yield Static(plain(self._asked.heading, "bold"), id="heading")
            yield TypedLine(self._asked.line)
            yield Static(plain(self._asked.hint), id="hint")
            yield Static(id="refusal")

    @on(Input.Submitted)
    def _try(self, event: Input.Submitted) -> None:
        refusal = self._take(event.value)
        if refusal:
            self.refusal.update(plain(refusal))
        elif self.is_current:
            self.dismiss()
