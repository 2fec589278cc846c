"""A consultation under way: the open question with its answers, then the verdict; the trail stands beside both."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.getters import query_one
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.progress import first_facts, is_already_no, most_left, refusal
from advisor.domain.tree import Answer, Fact
from advisor.tui import wording
from advisor.tui.answering import (
    answered_by_label,
    answered_by_place,
    answered_unsure,
    restarted,
    rewound,
    standing_at,
    trail_of,
)
from advisor.tui.policy_text import PolicyText
from advisor.tui.screens.base import InTurnScreen
from advisor.tui.walk_keys import AT_A_QUESTION, AT_THE_VERDICT, KEYS, TAKING_AWAY
from advisor.tui.widgets.aside import Aside
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.question import QuestionPane
from advisor.tui.widgets.too_small import TooSmall
from advisor.tui.widgets.trail import Trail
from advisor.tui.widgets.verdict import Shown, VerdictPane

if TYPE_CHECKING:
    from collections.abc import Sequence

    from advisor.domain.record import Decided, Stamp
    from advisor.domain.remedy import Remedy
    from advisor.render.checklist import Checklist


class WalkScreen(InTurnScreen):
    """Shows a consultation; whatever a person does makes a new one of it."""

    CSS_PATH = "walk.tcss"
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    consultation: reactive[Consultation] = reactive(Consultation.begin(()), init=False)
    stopped: reactive[bool] = reactive(default=False, init=False)
    """Whether a person chose to see a verdict that is certain, with questions left."""

    menu = query_one("#answers", Menu)
    question_pane = query_one(QuestionPane)
    trail = query_one(Trail)
    aside = query_one(Aside)

    class Left(Message):
        """Another topic is wanted."""

    class MapRequested(Message):
        """The tree of the topic is to be shown."""

    class ReviewRequested(Message):
        """The answers are to be looked at."""

    @dataclass
    class Changed(Message):
        """An answer was given, changed or taken back."""

        consultation: Consultation

    @dataclass
    class SaveRequested(Message):
        """The decision is to be written to a file."""

        checklist: "Checklist"

    @dataclass
    class CopyRequested(Message):
        """The decision is wanted on the clipboard."""

        checklist: "Checklist"

    @dataclass
    class KeepRequested(Message):
        """The decision is to be kept as a record."""

        decided: "Decided"
        stamp: "Stamp"
        kept: list[tuple[Decision, Path]]
        """What was kept of this walk, and where; one more is added to it."""

    @dataclass
    class NoteRequested(Message):
        """A note is to be written."""

        note: str
        """The one that there is."""

    def __init__(
        self, consultation: Consultation, district: District, given: Mapping[Fact, Answer] = MappingProxyType({})
    ) -> None:
        """Prepare a walk.

        Args:
            consultation: where it stands.
            district: whose rules apply.
            given: what was known before the first question, so that it cannot be taken back here.
        """
        super().__init__()
        self.district = district
        self._given = given
        self._text = PolicyText.of(district.policy)
        self.set_reactive(WalkScreen.consultation, consultation)
        self._decision = consultation.decision
        self._kept: list[tuple[Decision, Path]] = []
        """What was kept of this walk, and where."""
        self._changes: Sequence[Remedy] | None = None
        """What would change the decision, once it was searched for."""
        self.verdict_pane = VerdictPane(Shown(self._decision), self._text)

    def compose(self) -> ComposeResult:
        """Compose it with the question in it, so that the first frame shows it."""
        yield TooSmall()
        yield Static(wording.where(self.district.policy), id="where")
        with Container(id="columns"):
            with Container(id="main"):
                question = QuestionPane(self.consultation, self._text)
                question.display = not self.finished
                yield question
                if self.finished:
                    yield self.verdict_pane
            yield Aside(self.consultation.question, self._decision, self._text)
            yield Trail(trail_of(self.consultation))
        yield KeyBar()

    @property
    def finished(self) -> bool:
        """Whether the verdict is shown."""
        return self.stopped or self.consultation.question is None

    @on(events.Mount)
    def _begin(self) -> None:
        self._show_the_right_pane()
        if self.finished:
            self._show_the_verdict()
        else:
            self.call_after_refresh(self._add_the_verdict)

    async def _add_the_verdict(self) -> None:
        """Add what the first frame of a question does without, unless the screen is gone by now."""
        if not self.is_attached:
            return
        self.verdict_pane.display = False
        await self.query_one("#main").mount(self.verdict_pane)
        if self.finished:
            self._show_the_verdict()
            self._show_the_right_pane()

    def watch_consultation(self, before: Consultation, after: Consultation) -> None:
        """Hand the consultation down to the parts of the screen."""
        self.set_reactive(WalkScreen.stopped, False)
        self.question_pane.show(after)
        self.trail.show(trail_of(after))
        self.post_message(self.Changed(after))
        self._show_where_it_stands()

    def watch_stopped(self) -> None:
        """Show the verdict as far as it is certain, or the questions again."""
        self._show_where_it_stands()

    def _show_where_it_stands(self) -> None:
        self._decision = refusal(self.consultation) if self.stopped else self.consultation.decision
        self._changes = None
        if self.finished:
            self._show_the_verdict()
        self.aside.show(self.consultation.question, self._decision)
        if self.finished or not self.question_pane.display:
            self._show_the_right_pane()
        self.refresh_bindings()

    def _show_the_verdict(self) -> None:
        self.verdict_pane.show(self._decision, most_left(self.consultation) if self.stopped else 0)
        if self._decision and not self._decision.allowed:
            self.call_after_refresh(self._show_remedies, self._decision)

    def _show_remedies(self, decision: Decision) -> None:
        """Say what would change a decision, once it can be read; by then it may be another one."""
        if decision is self._decision:
            self.verdict_pane.show_remedies(decision, self._changes_of(decision) or ())

    def _changes_of(self, decision: Decision) -> "Sequence[Remedy] | None":
        """Return what would change the decision; none where it is allowed."""
        if self._changes is None and not decision.allowed:
            from advisor.analysis.remedy import every_remedy  # noqa: PLC0415 - an allow needs no remedy

            self._changes = every_remedy(self.consultation, self.district.topics).together
        return self._changes

    def _show_the_right_pane(self) -> None:
        """Show the question or the verdict, and put the focus where the next key belongs."""
        self.question_pane.display = not self.finished
        self.verdict_pane.display = self.finished
        if not self.finished:
            self.question_pane.menu.focus()
        elif self.verdict_pane.is_mounted:
            self.verdict_pane.reading.focus()
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave out the keys that mean nothing yet, but not where those before them may give them a meaning."""
        if self.has_keys_to_follow and action in TAKING_AWAY:
            return True
        if action == "finish":
            return not self.finished and is_already_no(self.consultation)
        if action == "go_on":
            return self.stopped
        return action not in (AT_A_QUESTION if self.finished else AT_THE_VERDICT)

    def _change(self, change: Callable[[Consultation], Consultation]) -> None:
        self.in_turn(lambda: self.adopt(change(self.consultation)))

    def adopt(self, consultation: Consultation | None) -> None:
        """Go on with another consultation; without one, stay."""
        if consultation is not None:
            self.consultation = consultation

    def go_back_to(self, fact: Fact | None) -> None:
        """Ask the question about a fact again, and offer what was answered since; without a fact, stay."""
        if fact is not None:
            self.consultation = rewound(self.consultation, fact)

    def action_choose(self, place: int) -> None:
        """Answer by number; at the verdict, tick by number."""
        self.in_turn(partial(self._choose, place - 1))

    def _choose(self, place: int) -> None:
        if self.finished:
            self.verdict_pane.tick_by_number(place)
        else:
            self.consultation = answered_by_place(self.consultation, place)

    def action_say(self, word: str) -> None:
        """Choose the answer that is labelled so."""
        self._change(partial(answered_by_label, word=word))

    def action_unsure(self) -> None:
        """Answer that one is not sure."""
        self._change(answered_unsure)

    def action_back(self) -> None:
        """Take the last answer back."""
        self.in_turn(self._back)

    def _back(self) -> None:
        """Take the last answer back; where all were given before the first question, go back to where they were."""
        answers = self.consultation.answers
        if answers and answers.keys() <= {*self._given, *first_facts(self.consultation)}:
            self.leave_now(self.Left())
        else:
            self.consultation = self.consultation.back()

    def action_again(self) -> None:
        """Start again, from what was known before the first question."""
        self.in_turn(self._begin_again)

    def _begin_again(self) -> None:
        kept = {*self._given, *first_facts(self.consultation)}
        self._kept = []
        self.verdict_pane.clear()
        self.adopt(restarted(self.consultation, kept=kept))

    def action_finish(self) -> None:
        """Show the verdict that no further answer can change."""
        self.in_turn(self._stop)

    def _stop(self) -> None:
        if is_already_no(self.consultation):
            self.stopped = True

    def action_go_on(self) -> None:
        """Ask the questions that are left."""
        self.in_turn(self._go_on)

    def _go_on(self) -> None:
        self.stopped = False

    def action_map(self) -> None:
        """Ask for the map."""
        self.leave(self.MapRequested())

    def action_review(self) -> None:
        """Ask for the review."""
        self.leave(self.ReviewRequested())

    def action_leave(self) -> None:
        """Choose another topic."""
        self.leave(self.Left())

    def action_read_on(self, pages: int) -> None:
        """Scroll the question while the answers keep the focus."""
        reading = self.question_pane.reading
        reading.scroll_relative(y=pages * max(1, reading.size.height - 2), animate=False)

    def action_save(self) -> None:
        """Ask for a file."""
        self.leave_saying(lambda: self.SaveRequested(self._checklist(self._decision)) if self._decision else None)

    def action_write_note(self) -> None:
        """Ask for a note."""
        self.leave_saying(lambda: self.NoteRequested(self.verdict_pane.note) if self._decision else None)

    def add_note(self, note: str) -> None:
        """Take a note in place of the one before."""
        self.verdict_pane.add_note(note)

    def action_copy(self) -> None:
        """Ask for a copy."""
        self.in_turn(self._copy)

    def _copy(self) -> None:
        if self._decision:
            self.post_message(self.CopyRequested(self._checklist(self._decision)))

    def action_keep(self) -> None:
        """Ask for a record."""
        self.in_turn(self._keep)

    def _keep(self) -> None:
        if self._decision:
            from advisor.domain.record import Decided  # noqa: PLC0415 - not needed before the first verdict

            decided = Decided(self.district, self.consultation, self._decision)
            self.post_message(self.KeepRequested(decided, self._stamp(), self._kept))

    def _checklist(self, decision: Decision) -> "Checklist":
        from advisor.domain.record import Decided  # noqa: PLC0415 - not needed before the first verdict
        from advisor.render.checklist import of_decision  # noqa: PLC0415 - not needed before the first verdict

        decided = Decided(self.district, self.consultation, decision)
        return of_decision(decided, self._changes_of(decision), self._stamp())

    def _stamp(self) -> "Stamp":
        from advisor.domain.record import Stamp  # noqa: PLC0415 - not needed before the first verdict

        return Stamp(date.today().isoformat(), self.verdict_pane.note, self.verdict_pane.ticked)

    @on(Menu.Chosen, "#answers")
    def _answer(self, event: Menu.Chosen) -> None:
        """Answer by the menu, unless its rows were those of a question that is answered by now."""
        if event.about == standing_at(self.consultation):
            self.consultation = answered_by_place(self.consultation, event.index)

    @on(Trail.Revisited)
    def _revisit(self, event: Trail.Revisited) -> None:
        self.go_back_to(event.fact)
