"""What a question or a verdict rests on, beside it where the window is wide enough."""

from textual.app import ComposeResult

from advisor.domain.decision import Decision
from advisor.domain.tree import Question
from advisor.tui import question_wording, verdict_wording
from advisor.tui.policy_text import PolicyText
from advisor.tui.widgets.reading import Reading
from advisor.tui.widgets.rows import Rows
from advisor.tui.widgets.section import Section


class Aside(Reading):
    """Shows clauses; on a narrower screen they stand below the text that they belong to."""

    def __init__(self, question: Question | None, decision: Decision | None, text: PolicyText) -> None:
        super().__init__(id="aside")
        self._text = text
        self._section = Section(self._grounds(question, decision), "aside-text")

    def compose(self) -> ComposeResult:
        """Compose it with the clauses in it."""
        yield self._section

    def show(self, question: Question | None, decision: Decision | None) -> None:
        """Show the clauses on which a decision rests, or else a question."""
        self._section.show(self._grounds(question, decision))
        self.scroll_home(animate=False)

    def _grounds(self, question: Question | None, decision: Decision | None) -> Rows:
        if decision:
            return verdict_wording.grounds(decision, self._text)
        return question_wording.why_asked(question, self._text, stacked=True) if question else Rows(())
