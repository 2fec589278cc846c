"""Where a person ticks what is true of the thing they want to do, so that the topics that apply can be asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Final

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Static

from advisor.domain.district import District
from advisor.domain.topic import WHEN
from advisor.domain.tree import UNSURE, YES, Answer, Fact
from advisor.tui import menu_wording, wording
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.section import Section
from advisor.tui.widgets.ticks import Ticks
from advisor.tui.widgets.too_small import TooSmall

_NEXT: Final[Mapping[Answer | None, Answer | None]] = {None: YES, YES: UNSURE, UNSURE: None}


class FactsScreen(AdvisorScreen):
    """Offers the facts of the first screen that matter for what a person wants to do."""

    CSS_PATH = "facts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("0", "none", "None", id="facts-none", tooltip="None of these"),
        Binding("a", "all_topics", "All topics", show=False, id="facts-topics", tooltip="See all topics"),
        Binding("escape", "leave", "Back", id="facts-back", tooltip="Choose what you would like to do"),
    ]

    menu = query_one("#facts", Ticks)
    advice = query_one("#advice", Section)

    @dataclass
    class Ticked(Message):
        """The list is complete."""

        group: str
        answers: Mapping[Fact, Answer]
        """What is true, and what is not sure; the rest is not true."""

    class Left(Message):
        """Something else is wanted."""

    def __init__(self, district: District, group: str, ticked: Mapping[Fact, Answer] | None = None) -> None:
        """Prepare the list.

        Args:
            district: whose topics are meant.
            group: what the person wants to do, by the group of topics that it is about.
            ticked: what is true or not sure to begin with; all else is left out.
        """
        super().__init__()
        self._district = district
        self._group = group
        self._facts = district.first_facts(group, WHEN)
        given = ticked or {}
        self._ticked = {
            first.fact: answer for first in self._facts if (answer := given.get(first.fact)) in (YES, UNSURE)
        }

    def compose(self) -> ComposeResult:
        """Compose it with every fact in it."""
        yield TooSmall()
        yield Static(wording.where(self._district.policy), id="where")
        yield Static(menu_wording.facts_prompt(self._group), id="prompt")
        yield Static("Tick all that fit. Once is yes, twice is not sure.", id="how")
        menu = Ticks(id="facts")
        menu.offer([*menu_wording.fact_rows(self._facts, self._ticked), menu_wording.none_of_these()])
        yield menu
        yield Section(Content(""), "advice")
        yield KeyBar()

    def action_choose(self, place: int) -> None:
        """Tick by number."""
        self._tick(place - 1)

    def action_tick(self) -> None:
        """Tick the highlighted fact."""
        if self.menu.place is not None:
            self._tick(self.menu.place)

    def action_none(self) -> None:
        """Say what to do where none is true, instead of beginning."""
        self._ticked = {}
        for place, first in enumerate(self._facts):
            self.menu.reword(place, menu_wording.fact_row(place + 1, first, None))
        self.advice.show(menu_wording.none_fits(self._district.ask_whom))

    def action_go_on(self) -> None:
        """Begin with what is ticked, if anything is."""
        if self._ticked and self.menu.place != len(self._facts):
            self.leave(self.Ticked(self._group, self._ticked))
        else:
            self.action_none()

    def action_leave(self) -> None:
        """Go back to what a person may want to do."""
        self.leave(self.Left())

    @on(Menu.Chosen)
    def _tick_chosen(self, event: Menu.Chosen) -> None:
        self._tick(event.index)

    def _tick(self, place: int) -> None:
        if place >= len(self._facts):
            if place == len(self._facts):
                self.action_none()
            return
        first = self._facts[place]
        answer = _NEXT[self._ticked.get(first.fact)]
        others = {fact: given for fact, given in self._ticked.items() if fact != first.fact}
        self._ticked = {**others, first.fact: answer} if answer else others
        self.menu.reword(place, menu_wording.fact_row(place + 1, first, answer))
        self.advice.show(wording.NOTHING)
