"""A consultation under way: the open question with its answers, then the verdict; the trail stands beside both."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ClassVar, Final

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.policy import Policy
from advisor.domain.progress import first_facts, is_already_no
from advisor.domain.tree import Fact
from advisor.tui import wording
from advisor.tui.progress import (
    answered,
    answered_by_label,
    answered_by_place,
    answered_unsure,
    rewound,
    standing_at,
)
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.question import QuestionPane
from advisor.tui.widgets.too_small import TooSmall
from advisor.tui.widgets.trail import Trail
from advisor.tui.widgets.verdict import VerdictPane

_WHILE_OPEN: Final = frozenset({"say", "unsure", "read_on", "map"})
_WHEN_FINISHED: Final = frozenset({"save", "copy", "again", "review"})


class WalkScreen(AdvisorScreen):
    """Shows a consultation; whatever a person does makes a new one of it."""

    CSS_PATH = "walk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "back", "Back", id="walk-back", tooltip="Take the last answer back"),
        Binding("backspace,z", "back", show=False, id="walk-undo", tooltip="Take the last answer back"),
        Binding("m", "map", "Map", id="walk-map", tooltip="Show the tree and where you are in it"),
        Binding("escape", "leave", "Menu", id="walk-topics", tooltip="Choose another topic"),
        Binding("y", "say('yes')", "Yes", show=False, id="walk-yes", tooltip="Answer yes"),
        Binding("n", "say('no')", "No", show=False, id="walk-no", tooltip="Answer no"),
        Binding("s", "unsure", "Not sure", show=False, id="walk-unsure", tooltip="Answer that you are not sure"),
        Binding("f", "finish", "See why", id="walk-finish", tooltip="See the verdict that is already certain"),
        Binding("g", "go_on", "Go on", id="walk-go-on", tooltip="Go on with the questions that are left"),
        Binding(
            "space,pagedown", "read_on(1)", "Read on", show=False, id="walk-on", tooltip="Scroll the question down"
        ),
        Binding("pageup", "read_on(-1)", "Read back", show=False, id="walk-up", tooltip="Scroll the question up"),
        Binding("e", "save", "Save", id="walk-save", tooltip="Save it as a checklist in this folder"),
        Binding("y", "copy", "Copy", id="walk-copy", tooltip="Copy it as text"),
        Binding("m", "review", "Map", show=False, id="walk-review", tooltip="Show the tree and the way you took"),
        Binding("a", "again", "Again", id="walk-again", tooltip="Start again from the first question"),
    ]

    consultation: reactive[Consultation] = reactive(Consultation.begin(()), init=False)
    stopped: reactive[bool] = reactive(default=False, init=False)
    """Whether a person chose to see a verdict that is certain, with questions left."""

    question_pane = query_one(QuestionPane)
    verdict_pane = query_one(VerdictPane)
    trail = query_one(Trail)

    class Left(Message):
        """Another topic is wanted."""

    class MapRequested(Message):
        """The tree of the topic is to be shown."""

    @dataclass
    class Keyed(Message):
        """A key was pressed that changes the consultation."""

        change: Callable[[Consultation], Consultation]

    class Stopped(Message):
        """The verdict is wanted though questions are left."""

    @dataclass
    class Changed(Message):
        """An answer was given, changed or taken back."""

        consultation: Consultation

    @dataclass
    class SaveRequested(Message):
        """The decision is to be written to a file."""

        decision: Decision

    @dataclass
    class CopyRequested(Message):
        """The decision is wanted on the clipboard."""

        decision: Decision

    def __init__(self, consultation: Consultation, policy: Policy) -> None:
        super().__init__()
        self._policy = policy
        self.set_reactive(WalkScreen.consultation, consultation)

    def compose(self) -> ComposeResult:
        """Compose it with the question in it, so that the first frame shows it."""
        yield TooSmall()
        yield Static(wording.where(self._policy), id="where")
        with Container(id="columns"):
            with Container(id="main"):
                question, verdict = self._panes()
                yield question
                yield verdict
            yield Trail(answered(self.consultation))
        yield KeyBar()

    def _panes(self) -> tuple[QuestionPane, VerdictPane]:
        question = QuestionPane(self.consultation, self._policy)
        verdict = VerdictPane(self.consultation.decision, self._policy)
        question.display = not self.finished
        verdict.display = self.finished
        return question, verdict

    @property
    def finished(self) -> bool:
        """Whether the verdict is shown."""
        return self.stopped or self.consultation.question is None

    @property
    def menu(self) -> Menu | None:
        """The answers, while there is a question."""
        return None if self.finished else self.question_pane.menu

    @on(events.Mount)
    def _focus_first(self) -> None:
        self._show_the_right_pane()

    def watch_consultation(self, before: Consultation, after: Consultation) -> None:
        """Hand the consultation down to the parts of the screen."""
        self.set_reactive(WalkScreen.stopped, False)
        self.question_pane.show(after)
        self.trail.show(answered(after))
        if after.question is None:
            self.verdict_pane.show(after.decision)
        self.post_message(self.Changed(after))
        if self.question_pane.display == self.finished:
            self._show_the_right_pane()
        self.refresh_bindings()

    def watch_stopped(self) -> None:
        """Show the verdict as far as it is certain, or the questions again."""
        self.verdict_pane.show(self.consultation.so_far)
        self._show_the_right_pane()

    def _show_the_right_pane(self) -> None:
        """Show the question or the verdict, and put the focus where the next key belongs."""
        self.question_pane.display = not self.finished
        self.verdict_pane.display = self.finished
        (self.verdict_pane.reading if self.finished else self.question_pane.menu).focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave out the keys that mean nothing yet."""
        if action == "finish":
            return not self.finished and is_already_no(self.consultation)
        if action == "go_on":
            return self.stopped
        return action not in (_WHILE_OPEN if self.finished else _WHEN_FINISHED)

    def _change_in_turn(self, change: Callable[[Consultation], Consultation]) -> None:
        """Let a key wait behind what was chosen in the menu before it, so that quick keys keep their order."""
        self.question_pane.menu.post_message(self.Keyed(change))

    def action_choose(self, place: int) -> None:
        """Answer by number."""
        self._change_in_turn(partial(answered_by_place, place=place - 1))

    def action_back(self) -> None:
        """Take the last answer back."""
        self._change_in_turn(Consultation.back)

    def action_unsure(self) -> None:
        """Answer that one is not sure."""
        self._change_in_turn(answered_unsure)

    def action_finish(self) -> None:
        """Show the verdict that no further answer can change."""
        self.question_pane.menu.post_message(self.Stopped())

    def action_go_on(self) -> None:
        """Ask the questions that are left."""
        self.stopped = False

    def action_again(self) -> None:
        """Start again."""
        self._change_in_turn(lambda consultation: Consultation.begin(consultation.trees))

    def action_map(self) -> None:
        """Ask for the map."""
        self.question_pane.menu.post_message(self.MapRequested())

    def action_review(self) -> None:
        """Ask for the map at the end, where the last line has no place for its key."""
        self.action_map()

    def go_back_to(self, fact: Fact | None) -> None:
        """Ask the question about a fact again, and offer what was answered since; without a fact, stay."""
        if fact is not None:
            self.consultation = rewound(self.consultation, fact)

    def action_leave(self) -> None:
        """Choose another topic."""
        self.post_message(self.Left())

    def action_say(self, word: str) -> None:
        """Choose the answer that is labelled so."""
        self._change_in_turn(partial(answered_by_label, word=word))

    def action_read_on(self, pages: int) -> None:
        """Scroll the question while the answers keep the focus."""
        reading = self.question_pane.reading
        reading.scroll_relative(y=pages * max(1, reading.size.height - 2), animate=False)

    def action_save(self) -> None:
        """Ask for a file."""
        if self.consultation.decision:
            self.post_message(self.SaveRequested(self.consultation.decision))

    def action_copy(self) -> None:
        """Ask for a copy."""
        if self.consultation.decision:
            self.post_message(self.CopyRequested(self.consultation.decision))

    @on(Keyed)
    def _follow_key(self, event: Keyed) -> None:
        if event.change == Consultation.back and self._nothing_to_take_back():
            self.post_message(self.Left())
        else:
            self.consultation = event.change(self.consultation)

    def _nothing_to_take_back(self) -> bool:
        """Tell whether all answers were given before the first question, on the screen before this one."""
        given = self.consultation.answers
        return bool(given) and list(given)[-1] in first_facts(self.consultation)

    @on(Stopped)
    def _stop(self) -> None:
        if is_already_no(self.consultation):
            self.stopped = True

    @on(Menu.Chosen, "#answers")
    def _answer(self, event: Menu.Chosen) -> None:
        """Answer by the menu, unless its rows were those of a question that is answered by now."""
        if event.about == standing_at(self.consultation):
            self.consultation = answered_by_place(self.consultation, event.index)

    @on(Trail.Revisited)
    def _revisit(self, event: Trail.Revisited) -> None:
        self.go_back_to(event.fact)
