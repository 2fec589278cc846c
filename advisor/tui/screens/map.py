"""The map of a topic: its whole tree, the person's way in it, and what every place can end in."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.getters import query_one
from textual.widgets import OptionList, Static

from advisor.analysis.ways import verdicts_below
from advisor.domain.consultation import Consultation
from advisor.domain.policy import Policy
from advisor.domain.tree import Fact
from advisor.domain.walk import Walk
from advisor.render.map import MapRow, Standing, drawn, latest_lit, map_rows
from advisor.tui import map_wording, wording
from advisor.tui.screens.base import SizedScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.map_list import MapList
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.reading import Reading
from advisor.tui.widgets.rows import Rows
from advisor.tui.widgets.section import Section
from advisor.tui.widgets.too_small import TooSmall


class MapScreen(SizedScreen[Fact | None]):
    """Shows the map of the topic at hand; returns the fact whose question is to be asked again, or none.

    It answers nothing by itself: where the way to a place still takes answers, it shows them, and Enter goes to the
    first question that takes one.
    """

    CSS_PATH = "map.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", "Close", id="map-close", tooltip="Go back to where you are"),
        Binding("m", "dismiss", show=False, id="map-shut", tooltip="Go back to where you are"),
        Binding("space", "read_on", "Read on", show=False, id="map-on", tooltip="Scroll the text of the place down"),
    ]

    places = query_one("#map", MapList)
    reading = query_one("#place", Reading)

    def __init__(self, consultation: Consultation, policy: Policy) -> None:
        super().__init__()
        self._consultation = consultation
        self._policy = policy
        self._walk = _at_hand(consultation)
        answers = consultation.answers
        self._rows = map_rows(self._walk, answers, verdicts_below(self._walk.tree, answers))
        self._here = _place_of_person(self._rows)

    def compose(self) -> ComposeResult:
        """Compose it with every row in it."""
        yield TooSmall()
        yield Static(wording.where(self._policy), id="where")
        with Container(id="map-head"):
            yield Static(map_wording.title(self._walk.tree), id="map-title")
            yield Static(map_wording.ways(self._walk, self._consultation), id="map-ways")
            yield Static(map_wording.legend(), id="map-legend")
        yield MapList(self._rows, self._here)
        with Container(id="below"), Reading(id="place"):
            for name, text in self._texts(self._here).items():
                yield Section(text, name)
        yield KeyBar()

    @on(OptionList.OptionHighlighted, "#map")
    def _show_place(self, event: OptionList.OptionHighlighted) -> None:
        for name, text in self._texts(event.option_index).items():
            self.query_one(f"#{name}", Section).show(text)
        self.reading.scroll_home(animate=False)

    def _texts(self, index: int) -> dict[str, Content | Rows]:
        """Return a row in full."""
        row = self._rows[index]
        return {
            "place-text": map_wording.place_in_full(row),
            "place-ends": map_wording.ends_in(row),
            "place-way": map_wording.what_it_takes(self._rows, index),
        }

    @on(Menu.Chosen, "#map")
    def _go_to(self, event: Menu.Chosen) -> None:
        if self.app.screen is not self:
            return  # a quick key opened another screen above, and that would be closed
        row = self._rows[event.index]
        if row.refers:
            self.places.highlighted = drawn(self._rows, event.index)
        elif row.standing is Standing.ANSWERED:
            self.dismiss(self._walk.tree.questions[row.node].fact)
        elif event.index == self._here or row.standing is Standing.HERE:
            self.dismiss(None)
        else:
            first = latest_lit(self._rows, event.index)
            self.places.highlighted = self._here if first == event.index else first

    def action_read_on(self) -> None:
        """Scroll the text of the place while the rows keep the focus."""
        self.reading.scroll_page_down(animate=False)


def _at_hand(consultation: Consultation) -> Walk:
    """Return the walk that goes on; at the end, the one that settles the verdict."""
    decision = consultation.decision
    settling = decision.strictest.topic if decision else None
    at_the_end = next((walk for walk in consultation.walks if walk.tree.topic == settling), consultation.walks[0])
    return consultation.current or at_the_end


def _place_of_person(rows: Sequence[MapRow]) -> int:
    """Return where a person stands; after *not sure*, that may be a question that is not worth asking any more."""
    lit = [index for index, row in enumerate(rows) if row.standing.lit and not row.refers]
    return next((index for index in lit if rows[index].standing is Standing.HERE), lit[-1])
