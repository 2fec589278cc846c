"""The verdict: the headline that is always in sight, and below it everything it rests on."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.getters import query_one
from textual.widgets import Static

from advisor.domain.decision import Decision
from advisor.domain.policy import Policy
from advisor.domain.verdict import Headline
from advisor.tui import wording
from advisor.tui.widgets.reading import Reading
from advisor.tui.widgets.rows import Rows
from advisor.tui.widgets.section import Section


class VerdictPane(Vertical):
    """Shows a decision; without one, that something must be found out first."""

    reading = query_one("#verdict", Reading)
    headline = query_one("#headline", Static)

    def __init__(self, decision: Decision | None, policy: Policy) -> None:
        super().__init__(id="verdict-pane")
        self._policy = policy
        self._decision = decision

    def compose(self) -> ComposeResult:
        """Compose it with the decision in it."""
        yield Static(self._headline(), id="headline", classes=self._headline_class())
        with Reading(id="verdict"):
            for name, text in self._texts().items():
                yield Section(text, name)

    def show(self, decision: Decision | None) -> None:
        """Show another decision."""
        self._decision = decision
        self.headline.update(self._headline())
        self.headline.set_classes(self._headline_class())
        for name, text in self._texts().items():
            self.query_one(f"#{name}", Section).show(text)
        self.reading.scroll_home(animate=False)

    def _headline(self) -> Content:
        return wording.headline(self._decision.headline if self._decision else Headline.NOT_YET)

    def _headline_class(self) -> str:
        return wording.headline_class(self._decision.headline if self._decision else Headline.NOT_YET)

    def _texts(self) -> dict[str, Content | Rows]:
        decision, policy = self._decision, self._policy
        if decision is None:
            return {"reason": wording.undecided()} | dict.fromkeys(_PARTS[1:], Rows(()))
        return dict(
            zip(
                _PARTS,
                (
                    wording.reason(decision),
                    wording.because(decision),
                    wording.whom_to_ask(decision),
                    wording.rests_on(decision, policy),
                    wording.to_do(decision),
                    wording.closest(decision, policy),
                    wording.readings(decision),
                    wording.each_topic(decision),
                ),
                strict=True,
            )
        )


_PARTS = ("reason", "because", "whom", "cites", "to-do", "near", "readings", "topics")
