"""The verdict: the headline that is always in sight, and below it everything it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from advisor.domain.decision import Decision
from advisor.domain.remedy import Remedy
from advisor.domain.tree import Due, Duty
from advisor.tui import verdict_wording
from advisor.tui.policy_text import PolicyText
from advisor.tui.widgets.reading import Reading
from advisor.tui.widgets.rows import Rows
from advisor.tui.widgets.section import Section
from advisor.tui.widgets.toggle import Face, Fold, Tick, Toggle, Toggles
from advisor.tui.wording import NOTHING, headline, headline_class


@dataclass(frozen=True, slots=True)
class Shown:
    """What the pane shows: a decision, and what a person did to it on the screen."""

    decision: Decision | None
    """Without one, that nothing is left to decide."""
    questions_left: int = 0
    """How many questions can still come at most, where the decision is certain before the last of them."""
    ticked: frozenset[Duty] = frozenset()
    note: str = ""
    unfolded: frozenset[str] = frozenset()
    """The topics that are unfolded, and the further remedies."""
    remedies: tuple[Remedy, ...] = ()


class VerdictPane(Vertical):
    """Shows a decision; until it is mounted, it keeps what it is to show."""

    reading = query_one("#verdict", Reading)
    headline = query_one("#headline", Static)

    def __init__(self, shown: Shown, text: PolicyText) -> None:
        super().__init__(id="verdict-pane")
        self._text = text
        self._shown = shown
        self._is_seen = False

    def compose(self) -> ComposeResult:
        """Compose it with the decision in it."""
        sections: dict[str, Section] = {}
        for name, text in self._texts().items():
            sections[name] = Section(text, name)
        answer = verdict_wording.verdict_of(self._shown.decision)
        yield Static(headline(answer), id="headline", classes=headline_class(answer))
        with Reading(id="verdict"):
            for name in _ABOVE:
                yield sections[name]
            yield Toggles(Fold, verdict_wording.topics_heading(), self._topics(), "topics")
            for name in _BETWEEN:
                yield sections[name]
            for due in Due:
                yield Toggles(Tick, verdict_wording.due_heading(due), self._duties(due), f"to-do-{due}")
            yield sections["note"]
            yield sections["changes"]
            yield Toggles(Fold, NOTHING, [], "more-changes")
            for name in _BELOW:
                yield sections[name]

    def show(self, decision: Decision | None, questions_left: int = 0) -> None:
        """Show another decision; what was ticked stays ticked."""
        self._shown = replace(self._shown, decision=decision, questions_left=questions_left, remedies=())
        self._is_seen = False
        if self.is_mounted:
            answer = verdict_wording.verdict_of(decision)
            self.headline.update(headline(answer))
            self.headline.set_classes(headline_class(answer))
            for name, text in self._texts().items():
                self.query_one(f"#{name}", Section).show(text)
            self._show_toggles()
            self.reading.scroll_home(animate=False)
            self.call_after_refresh(self._let_numbers_tick)

    def _let_numbers_tick(self) -> None:
        self._is_seen = True

    @property
    def ticked(self) -> frozenset[Duty]:
        """What is ticked."""
        return self._shown.ticked

    @property
    def note(self) -> str:
        """What the person adds."""
        return self._shown.note

    def clear(self) -> None:
        """Take every tick and the note away."""
        self._shown = replace(self._shown, ticked=frozenset(), note="")

    def add_note(self, note: str) -> None:
        """Take a note in place of the one before."""
        self._shown = replace(self._shown, note=note)
        section = self.query_one("#note", Section)
        section.show(verdict_wording.note(note))
        self.call_after_refresh(section.scroll_visible, animate=False)

    def show_remedies(self, decision: Decision, remedies: Sequence[Remedy]) -> None:
        """Show what would change the decision, while it is the one that is shown."""
        if decision is self._shown.decision and self.is_mounted:
            self._shown = replace(self._shown, remedies=tuple(remedies))
            self.query_one("#changes", Section).show(verdict_wording.changes(decision, remedies))
            self._show_toggles()

    def tick_by_number(self, place: int) -> None:
        """Tick what stands at a place; a number typed before the verdict was drawn was meant for a question."""
        if self._is_seen:
            self._tick(place)

    def _tick(self, place: int) -> None:
        """Tick the condition at a place, or take its tick away; without one, change nothing."""
        conditions = self._shown.decision.to_do if self._shown.decision else ()
        if place < len(conditions):
            duty = conditions[place].duty
            self._shown = replace(self._shown, ticked=self._shown.ticked ^ {duty})
            self._show_toggles()

    @on(Toggle.Pressed)
    def _press(self, event: Toggle.Pressed) -> None:
        event.stop()
        if isinstance(event.toggle, Tick):
            self._tick(int(event.name))
        else:
            self._shown = replace(self._shown, unfolded=self._shown.unfolded ^ {event.name})
            self._show_toggles()

    def _show_toggles(self) -> None:
        for due in Due:
            self.query_one(f"#to-do-{due}", Toggles).show(self._duties(due))
        self.query_one("#topics", Toggles).show(self._topics())
        more = verdict_wording.more_changes(self._shown.remedies, self._shown.unfolded)
        self.query_one("#more-changes", Toggles).show(more)

    def _duties(self, due: Due) -> list[Face]:
        decision = self._shown.decision
        return verdict_wording.to_do(decision, due, self._shown.ticked) if decision else []

    def _topics(self) -> list[Face]:
        decision = self._shown.decision
        return verdict_wording.each_topic(decision, self._text, self._shown.unfolded) if decision else []

    def _texts(self) -> dict[str, Content | Rows]:
        decision, text = self._shown.decision, self._text
        if decision is None:
            return {
                **dict.fromkeys((*_ABOVE, *_BETWEEN, "changes", "note", *_BELOW), NOTHING),
                "reason": verdict_wording.undecided(),
            }
        return {
            "reason": verdict_wording.reason(decision),
            "because": verdict_wording.because(decision),
            "resting": verdict_wording.resting_on(decision, text),
            "certain": verdict_wording.questions_left(self._shown.questions_left),
            "whom": verdict_wording.whom_to_ask(decision),
            "find-out": verdict_wording.find_out(decision),
            "to-do": verdict_wording.to_do_heading(decision),
            "changes": NOTHING,
            "note": verdict_wording.note(self._shown.note),
            "parted": verdict_wording.parted(decision),
            "cites": verdict_wording.rests_on(decision, text),
            "near": verdict_wording.closest(decision, text),
            "readings": verdict_wording.readings(decision),
        }


_ABOVE = ("reason", "because", "resting", "certain")
_BETWEEN = ("whom", "find-out", "to-do")
_BELOW = ("parted", "cites", "near", "readings")
