"""Everything can be reached and done by keys alone, and it can be seen where they go, with colours and without.

Each place is looked at in the same way; a new screen is one line in `PLACES`.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest
from rich.segment import Segment
from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import OptionList

from advisor.domain.decision import Decision
from advisor.domain.verdict import Headline
from advisor.tui import themes
from advisor.tui.app import AdvisorApp
from advisor.tui.remembered import Remembered
from advisor.tui.screens.districts import DistrictScreen
from advisor.tui.screens.facts import FactsScreen
from advisor.tui.screens.home import HomeScreen
from advisor.tui.screens.keys import KeysScreen, keys_of
from advisor.tui.screens.map import MapScreen
from advisor.tui.screens.review import ReviewScreen
from advisor.tui.screens.topics import TopicScreen
from advisor.tui.screens.walk import WalkScreen
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.map_list import MapList
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.own_words import OwnWords
from advisor.tui.widgets.ticks import Ticks
from advisor.tui.widgets.trail import Trail
from tests.support.screens import SMALL, USUAL, OneShelf, cells, frame, running, settled, strips
from tests.tui.sample import SLUG, starting_district
from tests.tui.test_terminal import Terminal

TO_QUESTION = ("1", "1", "enter", "1", "2")
PLACES: dict[str, tuple[type[DOMNode], tuple[str, ...]]] = {
    "districts": (DistrictScreen, ("d",)),
    "home": (HomeScreen, ()),
    "own words": (HomeScreen, ("slash", *"kites")),
    "nothing found": (HomeScreen, ("slash", *"zzzz")),
    "facts": (FactsScreen, ("1", "1")),
    "topics": (TopicScreen, ("3",)),
    "question": (WalkScreen, TO_QUESTION),
    "YES, IF": (WalkScreen, (*TO_QUESTION, "y")),
    "NO": (WalkScreen, (*TO_QUESTION, "n")),
    "review": (ReviewScreen, (*TO_QUESTION, "r")),
    "tried": (ReviewScreen, (*TO_QUESTION, "n", "r", "2", "up")),
    "map": (MapScreen, (*TO_QUESTION, "m")),
    "map of a verdict": (MapScreen, (*TO_QUESTION, "y", "m")),
    "keys": (KeysScreen, (*TO_QUESTION, "question_mark")),
}
"""The screen of each place, and the keys that lead there from the first one."""

Walker: TypeAlias = Pilot[Decision | None]
COLOURS = (*(theme.name for theme in themes.SHIPPED), themes.NO_COLOR)
TINY = (40, 12)


async def places(app: AdvisorApp, pilot: Walker) -> AsyncIterator[str]:
    """Go to one place after the other, each time from the beginning."""
    for place, (screen, keys) in PLACES.items():
        while len(app.screen_stack) > 1:
            await app.pop_screen()
        app.memory.keep(Remembered())
        await app.go_home()
        await press(pilot, *keys)
        assert type(app.screen) is screen, f"the keys do not lead to {place}"
        yield place


def at_every_place(
    look: Callable[[AdvisorApp, Walker, str], Awaitable[None]], size: tuple[int, int] = USUAL, colours: str = COLOURS[0]
) -> None:
    """Look at every place of an app that runs."""

    async def drive() -> None:
        app = AdvisorApp(OneShelf(starting_district()), SLUG)
        assert (colours == themes.NO_COLOR) is (app.theme == themes.NO_COLOR)
        app.theme = colours
        async with running(app, size) as pilot:
            async for place in places(app, pilot):
                await look(app, pilot, place)

    asyncio.run(drive())


async def press(pilot: Walker, *keys: str) -> None:
    for key in keys:
        pilot.app.simulate_key(key)
    await pilot.pause()
    await pilot.pause()
    await settled(pilot.app)


def in_sight(app: AdvisorApp) -> list[Widget]:
    every = app.screen.query(Widget)
    return [each for each in every if all(node.display for node in (each, *each.ancestors) if isinstance(node, Widget))]


def to_the_eye(app: AdvisorApp, widget: Widget) -> list[tuple[object, ...]]:
    """Return what can be seen of a widget, cell by cell; a blank has no letter that could be bold or coloured."""
    at = widget.region
    lines = strips(app)[max(0, at.y) : at.bottom]
    return [cell for line in lines for part in line.crop(max(0, at.x), at.right) for cell in _cells(part)]


def _cells(part: Segment) -> Iterator[tuple[object, ...]]:
    style = part.style
    assert style
    behind = (style.reverse, style.underline, style.color if style.reverse else style.bgcolor)
    for character in part.text:
        yield (character, *behind, *(() if character == " " else (style.bold, style.color)))


@pytest.mark.parametrize(("colours", "size"), [*zip(COLOURS, (SMALL, USUAL, SMALL), strict=True)], ids=str)
def test_tab_reaches_everything_and_it_is_seen_where_the_keys_go(
    colours: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    if colours == themes.NO_COLOR:
        monkeypatch.setenv("NO_COLOR", "1")

    async def look(app: AdvisorApp, pilot: Walker, place: str) -> None:
        chain = app.screen.focus_chain
        seen: dict[Widget, dict[Widget, list[tuple[object, ...]]]] = {}
        for _ in chain:
            assert app.screen.focused
            seen[app.screen.focused] = {widget: to_the_eye(app, widget) for widget in chain}
            await press(pilot, "tab")
        assert set(seen) == set(chain) != set(), place
        for widget in chain:
            there = seen[widget][widget]
            assert all(there != seen[other][widget] for other in chain if other is not widget), f"{place}: {widget}"
        if colours == themes.NO_COLOR:
            styles = [cell.style for cell in cells(app) if cell.style]
            assert not any(each and not each.is_default for style in styles for each in (style.color, style.bgcolor))

    at_every_place(look, size, colours)


def test_whatever_has_more_than_can_be_seen_scrolls_by_keys() -> None:
    scrolling = set[str | None]()

    async def look(app: AdvisorApp, pilot: Walker, place: str) -> None:
        chain = app.screen.focus_chain
        longer = [widget for widget in in_sight(app) if widget.allow_vertical_scroll and widget.max_scroll_y]
        assert [widget for widget in longer if widget not in chain] == [], place
        scrolling.update(widget.id for widget in longer)

    at_every_place(look, TINY)
    assert {"question", "verdict", "trail", "keys"} <= scrolling


def takes_clicks(widget: Widget) -> bool:
    """Tell whether a widget does something of its own when it is clicked."""
    own = type(widget).__mro__[: type(widget).__mro__.index(Widget)]
    members = [(name.lstrip("_"), member) for kind in own for name, member in vars(kind).items()]
    asked_for = [message for _, member in members for message, _ in getattr(member, "_textual_on", ())]
    return any(name in {"on_click", "on_mouse_down", "on_mouse_up"} for name, _ in members) or any(
        issubclass(message, events.MouseEvent) for message in asked_for
    )


def test_whatever_can_be_clicked_has_a_key() -> None:
    clickable = set[type[Widget]]()

    async def look(app: AdvisorApp, pilot: Walker, place: str) -> None:
        clicked = [widget for widget in in_sight(app) if takes_clicks(widget)]
        for widget in clicked:
            assert isinstance(widget, KeyBar) or widget in app.screen.focus_chain, f"{place}: {widget}"
        assert not any("@click" in cell.style.meta for cell in cells(app) if cell.style), place
        listed = {key.does: key.name.split(" ") for key in keys_of(app.screen)}
        for _, binding, enabled, tooltip in app.screen.active_bindings.values():
            if enabled and (binding.show or binding.id):
                assert app.get_key_display(binding) in listed[tooltip], f"{place}: {binding}"
        await rows_are_reached(app, pilot, place)
        clickable.update(map(type, clicked))

    at_every_place(look)
    assert {KeyBar, OwnWords, Menu, Ticks, Trail, MapList} <= clickable


async def rows_are_reached(app: AdvisorApp, pilot: Walker, place: str) -> None:
    for _ in app.screen.focus_chain:
        focused = app.screen.focused
        if isinstance(focused, OptionList):
            rows = {index for index, option in enumerate(focused.options) if not option.disabled}
            reached = set[int | None]()
            for _ in rows:
                await pilot.press("down")
                reached.add(focused.highlighted)
            assert reached == rows, f"{place}: {focused}"
        await pilot.press("tab")


def classes(kind: type[DOMNode]) -> Iterator[type[DOMNode]]:
    for each in kind.__subclasses__():
        yield each
        yield from classes(each)


def test_every_binding_of_ours_has_a_key_a_name_and_says_what_it_does() -> None:
    ours = {kind for kind in classes(DOMNode) if kind.__module__.startswith("advisor.")}
    bindings = [each for kind in ours for each in vars(kind).get("BINDINGS", ())]
    assert len(bindings) > 40
    for binding in bindings:
        assert isinstance(binding, Binding)
        assert all((binding.key.strip(), binding.id, binding.tooltip)), binding
    different = {(binding.id, binding.key, binding.action) for binding in bindings}
    assert len({id_ for id_, _, _ in different}) == len(different)


@pytest.fixture
def _no_mouse(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a mouse moved")

    monkeypatch.setattr(events.MouseEvent, "__init__", refuse)


ROUTE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("1",), "What would you like to do?"),
    (("d", "escape", "slash", *"kite and banner words"), "Kites"),
    (("down", "space", "down", "enter"), "Which of these are you?"),
    (("enter",), "Where would the kite be flown?"),
    (("question_mark",), "Take the last answer back"),
    (("escape", "m"), "You are here."),
    (("up", "m"), "Where would the kite be flown?"),
    (("down", "enter"), "Did the principal sign the form?"),
    (("n",), "✗  NO"),
    (("tab", "tab", "enter"), "▾ ✗  NO   Kites"),
    (("r", "end", "1"), "✗  NO  →  ✓…  YES, IF"),
    (("escape",), "✗  NO"),
    (("r", "end", "1", "g"), "✓…  YES, IF"),
    (("tab", "tab", "tab", "tab", "space"), "☑ Check the wind."),
    (("2",), "☑ Hold the string."),
    (("t", "j", "k", "space"), "YES, IF"),
    (("m",), "Map ·"),
    (("escape", "w", *"by phone"), "by phone"),
    (("enter",), "Your note"),
    (("e",), "Save the checklist as"),
    (("enter",), "Saved as"),
    (("o",), "On record as"),
    (("a",), "Which of these are you?"),
    (("escape", "escape", "1", "1", "space"), "? Something flies"),
    (("enter",), "Where would the kite be flown?"),
    (("escape", "escape", "3"), "What is it about?"),
    (("escape", "c", "1", "0"), "If none of these fits"),
)
"""Keys from the list of districts on, and what is then to be read."""


@pytest.mark.usefixtures("_no_mouse")
def test_a_whole_consultation_is_walked_without_a_mouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    async def drive() -> Decision | None:
        app = AdvisorApp(OneShelf(starting_district()))
        async with running(app) as pilot:
            for keys, read in ROUTE:
                await pilot.press(*keys)
                await settled(app)
                assert read in frame(app), f"{keys}\n{frame(app)}"
            await press(pilot, "escape")
            app.simulate_key("q")
        return app.return_value

    decision = asyncio.run(drive())
    assert decision
    assert decision.headline is Headline.YES_IF
    assert len([*tmp_path.glob("checklist-*.md")]) == 1


WITHOUT = "from functools import partialmethod\nAdvisorApp.run = partialmethod(AdvisorApp.run, mouse=False)"


@pytest.mark.parametrize(("before", "asks_for_the_mouse"), [("", True), (WITHOUT, False)], ids=["mouse", "no mouse"])
def test_the_app_runs_in_a_terminal_that_has_no_mouse(before: str, *, asks_for_the_mouse: bool) -> None:
    terminal = Terminal(before=before, from_home=True)
    terminal.wait_for(b"What would you like")
    terminal.press(b"/kites\r", b"Which of these are you")
    terminal.press(b"1", b"be flown")
    terminal.press(b"2", b"sign the form")
    terminal.press(b"m", b"You are here.")
    terminal.press(b"m", b"Why we ask")
    terminal.press(b"y", b"YES, IF")
    terminal.press(b"q", b"LEFT 0 NoneType")
    assert (b"\x1b[?1000h" in terminal.close()) is asks_for_the_mouse
