"""What all screens share: how they follow the size of the window, and the keys that choose from a menu."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar, Final, Protocol, runtime_checkable

from textual import on
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.message import Message
from textual.screen import Screen, ScreenResultType

from advisor.domain.policy import TopicSlug
from advisor.tui.widgets.menu import Menu

DIGITS: Final = [
    Binding(
        str(place), f"choose({place})", f"Choose {place}", show=False, id=f"choose-{place}", tooltip="Choose by number"
    )
    for place in range(1, 10)
]
"""The keys that choose from a menu by number."""


def toggled(marked: tuple[TopicSlug, ...], topic: TopicSlug) -> tuple[TopicSlug, ...]:
    """Return what is marked after a topic was marked, or its mark taken away.

    >>> toggled(toggled((), "kites"), "banners"), toggled(("kites", "banners"), "kites")
    (('kites', 'banners'), ('banners',))
    """
    return tuple(each for each in marked if each != topic) if topic in marked else (*marked, topic)


@runtime_checkable
class Leavable(Protocol):
    """A screen that a person leaves for another: keys pressed after that wait for the other."""

    @property
    def left(self) -> bool:
        """Whether it is left."""


class SizedScreen(Screen[ScreenResultType]):
    """A screen that follows the size of the window; below it all lies a card that asks for a larger one."""

    # ClassVar is not possible: Textual declares both as variables of an instance.
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (12, "-short"), (24, "-tall"), (36, "-roomy")]  # noqa: RUF012

    DEFAULT_CSS = """
    SizedScreen {
        layers: base cover;
        background: $background;
        &.-tiny TooSmall { display: block; }
        &.-low TooSmall { display: block; }
        #where {
            height: auto;
            padding: 0 2;
            background: $surface;
            color: $foreground;
        }
    }
    """


class AdvisorScreen(SizedScreen[None]):
    """A screen from which a person goes on to another; the number keys choose from its menu."""

    BINDINGS: ClassVar[list[BindingType]] = [*DIGITS]

    menu = query_one(Menu)

    _is_left = False

    class DistrictWanted(Message):
        """Another district is wanted."""

    class TopicsWanted(Message):
        """The list of all topics is wanted."""

    @property
    def left(self) -> bool:
        """Whether a person chose to go to another screen, which every further key is for."""
        return self._is_left or any(menu.spent for menu in self.query(Menu))

    def leave(self, message: Message) -> None:
        """Say where a person wants to go; nothing more can be done here."""
        if not self._is_left:
            self._is_left = True
            self.post_message(message)

    def action_choose(self, place: int) -> None:
        """Choose from the menu by number."""
        self.menu.choose(place - 1)

    def action_change_district(self) -> None:
        """Choose another district."""
        self.leave(self.DistrictWanted())

    def action_all_topics(self) -> None:
        """See every topic."""
        self.leave(self.TopicsWanted())


class InTurnScreen(AdvisorScreen):
    """A screen whose keys wait behind what was chosen in its menu before them, so that quick keys keep their order."""

    _is_gone = False
    _keyed = 0

    @property
    def has_keys_to_follow(self) -> bool:
        """Whether keys were pressed whose turn is still to come, so that nobody knows yet what the next one meets."""
        return self._keyed > 0

    @dataclass
    class Keyed(Message):
        """A key was pressed whose turn comes after what was chosen before it."""

        act: Callable[[], object]

    class Stayed(Message):
        """A person wanted to go elsewhere, and there was nowhere to go: further keys are for this screen."""

    def in_turn(self, act: Callable[[], object]) -> None:
        """Do something once all that was chosen before is done."""
        self._keyed += 1
        self.menu.post_message(self.Keyed(act))

    @on(Keyed)
    def _follow_key(self, event: Keyed) -> None:
        self._keyed -= 1
        if not self._is_gone:
            event.act()

    def leave(self, message: Message) -> None:
        """Say where a person wants to go, once all that was chosen before is done."""
        self.leave_saying(lambda: message)

    def leave_saying(self, say: Callable[[], Message | None]) -> None:
        """Say where a person wants to go, as things stand once all that was chosen before is done; or stay."""
        if not self._is_left:
            self._is_left = True
            self.in_turn(lambda: self._leave_or_stay(say()))

    def _leave_or_stay(self, message: Message | None) -> None:
        if message:
            self.leave_now(message)
        else:
            self.return_to()
            self.post_message(self.Stayed())

    def leave_now(self, message: Message) -> None:
        """Say where a person wants to go; what was chosen after that is not done here."""
        self._is_left = self._is_gone = True
        self.post_message(message)

    def return_to(self) -> None:
        """Take keys again; until then, another screen takes them."""
        self._is_left = self._is_gone = False
