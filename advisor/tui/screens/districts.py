"""Where a person says whose rules are theirs."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug
from advisor.tui import menu_wording
from advisor.tui.plain import plain
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.section import Section
from advisor.tui.widgets.too_small import TooSmall


class DistrictScreen(AdvisorScreen):
    """Offers the districts whose trees are sound, and names the others."""

    CSS_PATH = "districts.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Back", show=False, id="districts-back", tooltip="Keep the district you had"),
    ]

    @dataclass
    class Chosen(Message):
        """A district was chosen."""

        slug: DistrictSlug

    class Left(Message):
        """The district stays as it was."""

    def __init__(
        self, districts: Sequence[District], unusable: Sequence[str], before: DistrictSlug | None = None
    ) -> None:
        """Prepare the menu.

        Args:
            districts: those that can be chosen.
            unusable: what is wrong with each of the others.
            before: the one chosen before; Escape keeps it.
        """
        super().__init__()
        self._districts = tuple(districts)
        self._unusable = tuple(unusable)
        self._before = before

    def compose(self) -> ComposeResult:
        """Compose it with every district in it."""
        yield TooSmall()
        yield Static("May I post this?", id="where")
        yield Static("Whose rules are yours?", id="prompt")
        menu = Menu(id="districts", leads_away=True)
        slugs = [district.slug for district in self._districts]
        menu.offer(
            menu_wording.district_rows(self._districts), slugs.index(self._before) if self._before in slugs else 0
        )
        yield menu
        yield Section(plain(" ".join(self._unusable)), "unusable")
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave out the way back where there is none."""
        return action != "leave" or self._before is not None

    def action_leave(self) -> None:
        """Keep the district chosen before."""
        self.leave(self.Left())

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        self.leave(self.Chosen(self._districts[event.index].slug))
