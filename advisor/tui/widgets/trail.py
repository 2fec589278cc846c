"""What was answered so far; choosing a step goes back to its question."""

from dataclasses import dataclass

from textual import on
from textual.message import Message

from advisor.domain.tree import Fact
from advisor.tui import question_wording
from advisor.tui.answering import Answered
from advisor.tui.widgets.menu import Menu


class Trail(Menu):
    """The steps of a consultation."""

    @dataclass
    class Revisited(Message):
        """A person wants to answer a question again."""

        fact: Fact

    def __init__(self, steps: tuple[Answered, ...]) -> None:
        self.steps: tuple[Answered, ...] = ()
        super().__init__(id="trail")
        self.border_title = "So far"
        self.show(steps)

    def show(self, steps: tuple[Answered, ...]) -> None:
        """Show these steps, the latest in sight."""
        self.steps = steps
        self.set_class(not steps, "-empty")
        self.offer(question_wording.trail(steps), None)
        self.call_after_refresh(self.scroll_end, animate=False)

    @on(Menu.Chosen)
    def _revisit(self, event: Menu.Chosen) -> None:
        event.stop()
        self.post_message(self.Revisited(self.steps[event.index].fact))
