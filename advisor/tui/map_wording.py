"""How a map reads on the screen. Every text of an author goes through `plain`."""

from collections.abc import Sequence
from typing import Final

from textual.content import Content

from advisor.analysis.ways import ways_left
from advisor.domain.consultation import Consultation
from advisor.domain.progress import topics_asked
from advisor.domain.tree import Tree
from advisor.domain.verdict import Headline
from advisor.domain.walk import Walk
from advisor.render.map import LEGEND, MapRow, Needed, Standing, lead, place, way_to
from advisor.render.wording import ways_words
from advisor.tui.plain import plain
from advisor.tui.widgets.line import Line, Parts
from advisor.tui.widgets.rows import Row, Rows
from advisor.tui.wording import NOTHING, QUIET

_STYLES: Final = {
    Headline.YES: "$success",
    Headline.YES_IF: "$warning",
    Headline.NO: "$error",
    Headline.NOT_YET: "$secondary",
}
_SAYS: Final = {
    Standing.ANSWERED: "You answered this. Enter goes back to it; what you answered since is offered again.",
    Standing.WAITING: "Your answers lead here as well.",
    Standing.AHEAD: "To come here, answer:",
    Standing.RULED_OUT: "Your answers rule this out. To come here, answer:",
}


def title(tree: Tree) -> Content:
    """Return what the map is of."""
    return Content.assemble(Content.styled("Map · ", "bold"), plain(tree.title, "bold"))


def ways(walk: Walk, consultation: Consultation) -> Content:
    """Return how many ways remain in a topic to each headline."""
    return plain(ways_words(ways_left(walk.tree, consultation.answers), len(topics_asked(consultation))), QUIET)


def legend() -> Content:
    """Return what the signs mean."""
    return Content.styled(LEGEND, QUIET)


def line(row: MapRow) -> Line:
    """Return a row of the map as one line, with the signs of what it can end in at the right."""
    style = "bold" if row.standing.lit else QUIET if row.standing is Standing.RULED_OUT else ""
    sign = Content.styled(f"{row.standing.sign} ", "bold $accent" if row.standing.lit else style)
    return Line(
        Parts(
            sign,
            plain(lead(row), QUIET if row.standing is Standing.RULED_OUT else ""),
            _arrow(row),
            plain(place(row), style),
            _signs(row.headlines),
        ),
        row.depth,
    )


def place_in_full(row: MapRow) -> Content:
    """Return the answer that leads to a row, and its text."""
    return Content.assemble(plain(lead(row)), _arrow(row), plain(row.text, "bold"))


def ends_in(row: MapRow) -> Content:
    """Return what a row can end in."""
    said = Content(" · ").join(
        Content.styled(f"{each.symbol} {each.value}", f"bold {_STYLES[each]}") for each in row.headlines
    )
    return Content.assemble("Ends in " if row.ends else "Can end in ", said) if row.headlines else NOTHING


def what_it_takes(rows: Sequence[MapRow], index: int) -> Rows:
    """Return how a row stands to the answers, and which are needed to come to it."""
    row = rows[index]
    if row.standing is Standing.HERE:
        says = "Your answers end here." if row.ends else "You are here."
    else:
        says = _SAYS[row.standing]
    return Rows([Row(NOTHING, Content(says)), *(_step(needed) for needed in way_to(rows, index))])


def _arrow(row: MapRow) -> Content:
    return Content(" → ") if row.labels else NOTHING


def _step(needed: Needed) -> Row:
    answers = plain(" or ".join(needed.labels), "bold")
    instead = plain(f", instead of {needed.given}") if needed.given else NOTHING
    return Row(Content("• "), Content.assemble(plain(needed.ask), " → ", answers, instead))


def _signs(headlines: Sequence[Headline]) -> Content:
    """Return a sign in its own column for each headline, so that they can be read down the page."""
    return Content(" ").join(
        Content.styled(each.symbol, _STYLES[each]) if each in headlines else Content(" " * len(each.symbol))
        for each in Headline
    )
