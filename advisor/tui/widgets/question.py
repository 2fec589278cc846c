"""The open question: its text, why it is asked, and the answers to choose from."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one

from advisor.domain.consultation import Consultation
from advisor.tui import question_wording
from advisor.tui.answering import standing_at
from advisor.tui.plain import plain
from advisor.tui.policy_text import PolicyText
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.reading import Reading
from advisor.tui.widgets.rows import Rows
from advisor.tui.widgets.section import Section
from advisor.tui.wording import NOTHING


class QuestionPane(Vertical):
    """Shows the question of a consultation that comes next."""

    reading = query_one("#question", Reading)
    menu = query_one("#answers", Menu)

    def __init__(self, consultation: Consultation, text: PolicyText) -> None:
        super().__init__(id="question-pane")
        self._consultation = consultation
        self._text = text

    def compose(self) -> ComposeResult:
        """Compose it with the question in it, so that the first frame shows it."""
        with Reading(id="question"):
            for name, text in self._texts().items():
                yield Section(text, name)
        menu = Menu(id="answers")
        self._offer(menu)
        yield menu

    def show(self, consultation: Consultation) -> None:
        """Show the question that comes next, if there is one."""
        self._consultation = consultation
        if consultation.question is None:
            return
        for name, text in self._texts().items():
            self.query_one(f"#{name}", Section).show(text)
        self.reading.scroll_home(animate=False)
        self._offer(self.menu)

    def _texts(self) -> dict[str, Content | Rows]:
        question = self._consultation.question
        if question is None:
            return dict.fromkeys(_PARTS, NOTHING)
        return {
            "standing": question_wording.standing(self._consultation),
            "already": question_wording.already_no(self._consultation),
            "carried": question_wording.carried_over(self._consultation),
            "only-if": question_wording.only_if(self._consultation),
            "ask": plain(question.ask),
            "help": plain(question.help),
            "why": question_wording.why_asked(question, self._text),
        }

    def _offer(self, menu: Menu) -> None:
        question, offered = self._consultation.question, self._consultation.offered
        places = question.answers if question else ()
        menu.offer(
            question_wording.choices(self._consultation),
            places.index(offered) if offered in places else 0,
            standing_at(self._consultation),
        )


_PARTS = ("standing", "already", "carried", "only-if", "ask", "help", "why")
