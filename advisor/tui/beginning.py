"""How a consultation begins: from the district to what a person wants to do, and from there to the first question.

Every screen leads one level down and Escape one level up; the district and who the person is there are remembered.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from textual import on
from textual.screen import Screen

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug, TopicSlug
from advisor.domain.tree import Answer, Fact
from advisor.errors import AdvisorError
from advisor.tui.one_screen import OneScreenApp
from advisor.tui.remembered import Memory
from advisor.tui.screens.base import AdvisorScreen
from advisor.tui.screens.districts import DistrictScreen
from advisor.tui.screens.facts import FactsScreen
from advisor.tui.screens.home import HomeScreen
from advisor.tui.screens.topics import TopicScreen
from advisor.tui.screens.walk import WalkScreen

if TYPE_CHECKING:
    from advisor.tui.resuming import Resumable

_SCREENS: Final = Path(__file__).parent / "screens"


class Shelf(Protocol):
    """Where the app takes its districts from."""

    @property
    def districts(self) -> tuple[DistrictSlug, ...]:
        """Every district, by name."""

    def district(self, slug: str) -> District:
        """Return a district whose trees are sound."""


class BeginningApp(OneScreenApp[Decision | None]):
    """Leads a person to the first question, and back."""

    def __init__(self, library: Shelf, *, ansi_color: bool | None) -> None:
        super().__init__(ansi_color=ansi_color)
        self.memory = Memory()
        self.group = ""
        """The group whose facts chose the topics of the walk at hand; empty where they were chosen by name."""
        self._library = library
        self._district: District | None = None
        self._begun: Consultation | None = None
        self._left: Consultation | None = None
        """The walk that was left to choose anew what it is about."""
        self._came_from: Callable[[], Screen[None]] = self._home_screen

    def begin_at(self, district: str | None, topics: Sequence[str]) -> None:
        """Choose the first screen: the first question about some topics of a district, as far as these are given.

        Raises:
            AdvisorError: there is no such district or topic, or its trees are not sound.
        """
        self._district = self._library.district(district) if district else self._district_of_last_time()
        self._begun = self._district.consult(topics) if self._district and topics else None
        first = WalkScreen if self._begun else HomeScreen if self._district else DistrictScreen
        self.css_path.append(_SCREENS / str(first.CSS_PATH))  # Textual does not load that of a first screen by itself

    def _district_of_last_time(self) -> District | None:
        slug = self.memory.remembered.district
        if slug not in self._library.districts:
            return None
        try:
            return self._library.district(slug)
        except AdvisorError:
            return None

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen, with everything already in it."""
        if self._district is None:
            return self._district_screen()
        if self._begun is None:
            return self._home_screen()
        return WalkScreen(self._begun, self._district, self._begun.answers)

    @property
    def _here(self) -> District:
        """The district, on screens that are shown only once there is one.

        Raises:
            LookupError: none is chosen.
        """
        if self._district is None:
            raise LookupError("no district is chosen")
        return self._district

    @property
    def given(self) -> Mapping[Fact, Answer]:
        """The answers that were known before the first question of the walk at hand."""
        return self._begun.answers if self._begun else {}

    @property
    def _who(self) -> Mapping[Fact, Answer]:
        return self.memory.remembered.who_in(self._here)

    def _district_screen(self) -> DistrictScreen:
        sound: list[District] = []
        unusable: list[str] = []
        for slug in self._library.districts:
            try:
                sound.append(self._library.district(slug))
            except AdvisorError as error:
                unusable.append(str(error))
        return DistrictScreen(sound, unusable, self._district.slug if self._district else None)

    def left_over(self) -> "Sequence[Resumable]":
        """Return the walks that can go on, the newest first; none where walks are not kept."""
        return ()

    def _home_screen(self, words: str = "") -> HomeScreen:
        return HomeScreen(self._here, self._who, self.left_over(), words)

    @on(AdvisorScreen.DistrictWanted)
    async def _show_districts(self) -> None:
        await self.show(self._district_screen())

    @on(DistrictScreen.Chosen)
    async def _choose_district(self, event: DistrictScreen.Chosen) -> None:
        self._turn_to(self._library.district(event.slug))
        await self.go_home()

    def _turn_to(self, district: District) -> None:
        self._district = district
        self.memory.keep(replace(self.memory.remembered, district=district.slug))

    @on(DistrictScreen.Left)
    @on(FactsScreen.Left)
    @on(TopicScreen.Left)
    async def go_home(self) -> None:
        """Show what a person may want to do."""
        self._came_from = self._home_screen
        self._left = None
        await self.show(self._home_screen())

    @on(HomeScreen.WhoForgotten)
    def _forget_who(self) -> None:
        self.memory.keep(self.memory.remembered.forgotten(self._here))

    @on(HomeScreen.IntentChosen)
    async def _show_facts(self, event: HomeScreen.IntentChosen) -> None:
        await self.show(FactsScreen(self._here, event.group))

    @on(AdvisorScreen.TopicsWanted)
    async def _show_topics(self) -> None:
        await self.show(TopicScreen(self._here))

    @on(HomeScreen.Chosen)
    async def _begin_about_found(self, event: HomeScreen.Chosen) -> None:
        self._came_from = partial(self._home_screen, event.words)
        await self._walk_through(event.topics)

    @on(TopicScreen.Chosen)
    async def _begin_about_topics(self, event: TopicScreen.Chosen) -> None:
        self._came_from = partial(TopicScreen, self._here, event.topics)
        await self._walk_through(event.topics)

    @on(FactsScreen.Ticked)
    async def _begin_by_facts(self, event: FactsScreen.Ticked) -> None:
        self._came_from = partial(FactsScreen, self._here, event.group, event.answers)
        await self._walk(self._here.consult_by_first_facts({**self._who, **event.answers}), event.group)

    async def _walk_through(self, topics: Iterable[TopicSlug]) -> None:
        """Ask about some topics, and those that always apply."""
        await self._walk(self._here.consult([*topics, *self._here.always], self._who))

    async def resume(self, district: District, consultation: Consultation, group: str) -> None:
        """Show a consultation that goes on; before it stand the facts that chose its topics, if any did."""
        self._turn_to(district)
        self._came_from = partial(FactsScreen, district, group, consultation.answers) if group else self._home_screen
        await self._show_walk(WalkScreen(consultation, district), group)

    async def _walk(self, begun: Consultation, group: str = "") -> None:
        """Show a walk; what was answered before it was chosen anew what it is about stays answered."""
        left = self._left or begun
        whole = Consultation.begin(begun.trees, {**left.answers, **begun.answers}, left.dormant)
        await self._show_walk(WalkScreen(whole, self._here, begun.answers), group)

    async def _show_walk(self, walking: WalkScreen, group: str) -> None:
        self.group = group
        self._begun = walking.consultation
        await self.show(walking)

    @on(WalkScreen.Left)
    async def _go_back(self) -> None:
        """Show the screen on which the consultation began, as it was then."""
        self._left = self.screen.consultation if isinstance(self.screen, WalkScreen) else None
        await self.show(self._came_from())

    @on(WalkScreen.Changed)
    def _remember_who(self, event: WalkScreen.Changed) -> None:
        if event.consultation.decision:
            self.memory.keep(self.memory.remembered.with_who(event.consultation.answers, self._here))
