"""What all screens say alike. Every text of an author goes through `plain`."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from advisor.domain.policy import Locator, Policy
from advisor.domain.verdict import Headline
from advisor.tui.plain import plain
from advisor.tui.policy_text import PolicyText
from advisor.tui.widgets.rows import Row

QUIET: Final = "$quiet"
"""The style of what is said quietly."""
HEADING: Final = "bold $accent"
"""The style of what stands above others."""
NOTHING: Final = Content("")
_WIDEST_MARK: Final = 14


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


def clauses(cites: Sequence[Locator], text: PolicyText, number: str = "", *, stacked: bool = False) -> list[Row]:
    """Return citations with what they say, and in the policy's own words where these are known.

    Args:
        cites: the citations.
        text: what can be shown of the policy.
        number: the policy's number, where each citation is to start with it.
        stacked: whether what it says stands below each citation, where there is little room beside it.
    """
    marks = [plain(f"{number} {cite}") for cite in cites]
    width = 0 if stacked else min(_WIDEST_MARK, max((mark.cell_length for mark in marks), default=0))
    quoted = text.quoted(cites)
    rows: list[Row] = []
    for mark, cite in zip(marks, cites, strict=True):
        rows += [*(gap(rows) if stacked else []), _clause(mark, plain(text.gist(cite)), width)]
        if words := quoted.get(cite):
            rows.append(Row(Content("  “"), plain(f"{words}”", f"{QUIET} italic")))
    return rows


def under(title: str, rows: Sequence[Row]) -> list[Row]:
    """Return rows with a heading; nothing where there are none."""
    return [Row(NOTHING, Content.styled(title, HEADING)), *rows] if rows else []


def gap(before: Sequence[Row]) -> list[Row]:
    """Return a line of space, where something stands before it."""
    return [Row(NOTHING, NOTHING)] if before else []


def _clause(mark: Content, gist: Content, width: int) -> Row:
    """Put a gist beside its mark, or below it where the mark is too wide."""
    bold = mark.stylize("bold")
    if mark.cell_length > width:
        return Row(NOTHING, Content.assemble(bold, "\n", gist))
    return Row(bold.pad_right(width - mark.cell_length + 2), gist)
