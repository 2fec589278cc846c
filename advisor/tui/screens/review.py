"""The review: every answer, and what another one would come to; nothing that is tried here counts until it is kept."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.reactive import reactive
from textual.widgets import OptionList, Static

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.progress import is_about_nothing
from advisor.domain.tree import Fact
from advisor.tui import review_wording, wording
from advisor.tui.screens.base import DIGITS, SizedScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.section import Section
from advisor.tui.widgets.too_small import TooSmall


class ReviewScreen(SizedScreen[Consultation | None]):
    """Shows what was answered and lets other answers be tried; returns what is kept of that, or none."""

    CSS_PATH = "review.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *DIGITS,
        Binding("g", "keep", "Go on with it", id="review-keep", tooltip="Keep what you changed, and go on with it"),
        Binding("u", "undo", "Undo", id="review-undo", tooltip="Take the last change back"),
        Binding("escape", "close", "Back", id="review-close", tooltip="Drop what you changed here, and go back"),
        Binding("r", "close", show=False, id="review-shut", tooltip="Drop what you changed here, and go back"),
    ]

    consultation: reactive[Consultation] = reactive(Consultation.begin(()), init=False)

    given = query_one("#given", Menu)
    others = query_one("#others", Menu)

    def __init__(self, consultation: Consultation, district: District) -> None:
        super().__init__()
        self._district = district
        self._tried = [consultation]
        self._entries = review_wording.entries(consultation, consultation)
        self.set_reactive(ReviewScreen.consultation, consultation)

    @property
    def _before(self) -> Consultation:
        return self._tried[0]

    @property
    def _changed(self) -> bool:
        return self.consultation != self._before

    def compose(self) -> ComposeResult:
        """Compose it with every answer in it."""
        yield TooSmall()
        yield Static(wording.where(self._district.policy), id="where")
        with Container(id="review-head"):
            yield Static(review_wording.moves(self._before, self.consultation), id="moves")
            yield Section(review_wording.why(self.consultation), "moves-because")
            yield Static(review_wording.how(changed=False), id="how")
        yield Menu(id="given")
        with Container(id="below"):
            yield Static(Content(""), id="asked")
            yield Menu(id="others")
        yield KeyBar()

    @on(events.Mount)
    def _begin(self) -> None:
        self.given.offer(review_wording.rows(self._entries))
        self._offer_others()

    def watch_consultation(self, _: Consultation, after: Consultation) -> None:
        """Show what the answers come to, and stay at the one that was changed."""
        at = self._entry.question.fact if self._entry else None
        self._entries = review_wording.entries(after, self._before)
        self.query_one("#moves", Static).update(review_wording.moves(self._before, after))
        self.query_one("#moves-because", Section).show(self._why(after))
        self.query_one("#how", Static).update(
            review_wording.how(changed=self._changed, kept=not is_about_nothing(after))
        )
        self.given.offer(review_wording.rows(self._entries), self._place_of(at))
        self._offer_others()
        self.refresh_bindings()

    def _why(self, consultation: Consultation) -> Content:
        if is_about_nothing(consultation):
            return review_wording.nothing_fits(self._district.ask_whom)
        return review_wording.why(consultation)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave out the keys that mean nothing yet."""
        if action == "keep":
            return self._changed and not is_about_nothing(self.consultation)
        return self._changed if action == "undo" else True

    @property
    def _entry(self) -> review_wording.Entry | None:
        """The answer at hand."""
        place = self.given.place
        return None if place is None or place >= len(self._entries) else self._entries[place]

    def _place_of(self, fact: Fact | None) -> int:
        """Return where a fact stands; the question that comes next is of more interest, where there is one."""
        facts = [entry.question.fact for entry in self._entries]
        last = self._entries[-1] if self._entries else None
        if last and last.answer is None:
            return len(facts) - 1
        return facts.index(fact) if fact in facts else 0

    @on(OptionList.OptionHighlighted, "#given")
    def _offer_others(self) -> None:
        entry = self._entry
        if entry is None:
            return
        self.query_one("#asked", Static).update(review_wording.asked(entry))
        answers = entry.question.answers
        at = answers.index(entry.answer) if entry.answer in answers else 0
        self.others.offer(review_wording.options(entry, self.consultation), at, entry.question.fact)

    @on(Menu.Chosen, "#given")
    def _turn_to_others(self) -> None:
        self.others.focus()

    @on(Menu.Chosen, "#others")
    def _try_chosen(self, event: Menu.Chosen) -> None:
        """Try what was chosen, unless the rows were those of an answer that is left by now."""
        if self._entry and event.about == self._entry.question.fact:
            self._try(event.index)

    def action_choose(self, place: int) -> None:
        """Try another answer by number, at once: the rows may still be those of an answer that is left by now."""
        self._try(place - 1)

    def _try(self, place: int) -> None:
        entry = self._entry
        if entry is None or place >= len(entry.question.answers):
            return
        answer = entry.question.answers[place]
        self.given.focus()
        if answer != entry.answer:
            self._tried.append(self.consultation)
            self.consultation = self.consultation.revise(entry.question.fact, answer)

    def action_undo(self) -> None:
        """Take the last change back."""
        self.consultation = self._tried.pop()

    def action_keep(self) -> None:
        """Go on with what was changed."""
        self.dismiss(self.consultation)

    def action_close(self) -> None:
        """Go back from the other answers to the list, and from there to where a person was."""
        if self.others.has_focus:
            self.given.focus()
        else:
            self.dismiss(None)
