"""How a decision reads on the screen, and what all screens say alike. Every text of an author goes through `plain`."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from advisor.domain.decision import Decision
from advisor.domain.policy import Locator, Policy
from advisor.domain.tree import Condition
from advisor.domain.verdict import Headline, Verdict
from advisor.render.wording import DUE
from advisor.tui.plain import plain
from advisor.tui.widgets.rows import Row, Rows

QUIET: Final = "$quiet"
"""The style of what is said quietly."""
_HEADING: Final = "bold $accent"
NOTHING: Final = Content("")
_WIDEST_MARK: Final = 18

_UNTIL_THEN: Final = {True: "Until then, nothing in the policy forbids it.", False: "Until then, do not go ahead."}
_READS: Final = {
    Verdict.ALLOW: "yes",
    Verdict.ALLOW_WITH_CONDITIONS: "yes, if",
    Verdict.DENY: "no",
    Verdict.SILENT: "the policy does not say",
    Verdict.DEPENDS: "it depends",
}


def headline(answer: Headline) -> Content:
    """Return the answer to "may I?", a sign and a word."""
    return Content(f"{answer.symbol}  {answer.value}")


def headline_class(answer: Headline) -> str:
    """Return the style class for a headline.

    >>> headline_class(Headline.YES_IF)
    '-yes-if'
    """
    return "-" + answer.value.lower().replace(",", "").replace(" ", "-")


def where(policy: Policy) -> Content:
    """Return whose rules these are."""
    return Content.assemble(plain(policy.district_name, "bold"), plain(f" · Policy {policy.number}").pad_left(1))


def numbered(place: int, text: Content) -> Row:
    """Return a row of a menu with the key that chooses it."""
    key = str(place) if place <= 9 else " "  # noqa: PLR2004 - there are nine such keys
    return Row(Content.styled(f"{key}  ", "bold"), text)


def clauses(cites: Sequence[Locator], policy: Policy, number: str = "") -> list[Row]:
    """Return citations with what they say; with a policy's number, each starts with it."""
    marks = [plain(f"{number} {cite}") for cite in cites]
    width = min(_WIDEST_MARK, max((mark.cell_length for mark in marks), default=0))
    return [_clause(mark, plain(policy.gist(cite)), width) for mark, cite in zip(marks, cites, strict=True)]


def reason(decision: Decision) -> Content:
    """Return the line under the headline."""
    return plain(decision.reason)


def because(decision: Decision) -> Content:
    """Return why, in one sentence."""
    return plain(decision.because)


def whom_to_ask(decision: Decision) -> Rows:
    """Return whom to ask where the policy is silent, and what holds until then."""
    silent = [topic for topic in decision.deciding if topic.ask]
    asks = {f"Ask {topic.ask}. {_UNTIL_THEN[topic.allowed]}": topic for topic in silent}
    return Rows(under("Whom to ask", [Row(NOTHING, plain(ask)) for ask in asks]))


def to_do(decision: Decision) -> Rows:
    """Return the conditions still to meet, in the order in which they fall due."""
    rows: list[Row] = []
    for due, title in DUE.items():
        falling_due = [_condition(condition) for condition in decision.conditions if condition.due is due]
        rows += [*(gap(rows) if falling_due else []), *under(title, falling_due)]
    return Rows(rows)


def rests_on(decision: Decision, policy: Policy) -> Rows:
    """Return the clauses that decide, each with the policy's number and what it says."""
    return Rows(under("Rests on", clauses(decision.cites, policy, policy.number)))


def closest(decision: Decision, policy: Policy) -> Rows:
    """Return the clauses that come closest where the policy is silent."""
    return Rows(under("Closest in the policy", clauses(decision.near, policy, policy.number)))


def readings(decision: Decision) -> Rows:
    """Return how careful readers differ."""
    found = [reading for topic in decision.deciding for reading in topic.readings]
    return Rows(
        under(
            "Careful readers differ",
            [
                Row(Content("• "), plain(f"{r.says} → {_READS[r.verdict]} ({', '.join(r.cites)})"))
                for r in dict.fromkeys(found)
            ],
        )
    )


def each_topic(decision: Decision) -> Rows:
    """Return every topic's own verdict; nothing where there is only one."""
    if len(decision.topics) == 1:
        return Rows(())
    marks = [headline(topic.headline).stylize("bold") for topic in decision.topics]
    width = max(mark.cell_length for mark in marks) + 2
    return Rows(
        under(
            "Topic by topic",
            [
                Row(
                    mark.pad_right(width - mark.cell_length),
                    Content.assemble(plain(topic.title, "bold"), "\n", plain(topic.because)),
                )
                for mark, topic in zip(marks, decision.topics, strict=True)
            ],
        )
    )


def undecided() -> Content:
    """Return what to say where *not sure* leaves several outcomes."""
    return Content("What is not known yet decides this. Find it out first, then answer again.")


def key_rows(keys: Sequence[tuple[str, str]]) -> Rows:
    """Return keys with what they do."""
    width = max((len(name) for name, _ in keys), default=0) + 2
    return Rows([Row(plain(name, "bold").pad_right(width - len(name)), plain(does)) for name, does in keys])


def under(title: str, rows: Sequence[Row]) -> list[Row]:
    """Return rows with a heading; nothing where there are none."""
    return [Row(NOTHING, Content.styled(title, _HEADING)), *rows] if rows else []


def gap(before: Sequence[Row]) -> list[Row]:
    """Return a line of space, where something stands before it."""
    return [Row(NOTHING, NOTHING)] if before else []


def _clause(mark: Content, gist: Content, width: int) -> Row:
    """Put a gist beside its mark, or below it where the mark is too wide."""
    bold = mark.stylize("bold")
    if mark.cell_length > width:
        return Row(NOTHING, Content.assemble(bold, "\n", gist))
    return Row(bold.pad_right(width - mark.cell_length + 2), gist)


def _condition(condition: Condition) -> Row:
    who = plain(f"{condition.who} · {', '.join(condition.cites)}", QUIET)
    return Row(Content("☐ "), Content.assemble(plain(condition.do), "\n", who))
