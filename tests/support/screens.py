"""Drive the app: run it without a terminal, press keys fast, and read what is on the screen.

The one private thing of Textual that the tests rely on is here: the compositor, which knows every cell.
"""

import re
from asyncio import Event, sleep
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager

from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Static

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug
from advisor.errors import UnknownNameError
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.walk import WalkScreen
from advisor.tui.widgets.rows import Rows
from tests.support.snapshots import TextFile

SMALL, USUAL, WIDE = (60, 20), (80, 24), (120, 40)
_MOST_TURNS = 500
_DRAWINGS = 5
"""A list that scrolls to its end has done so after it was drawn three times."""


class OneShelf:
    """A library of districts that were built in a test."""

    def __init__(self, *districts: District) -> None:
        self._districts = {district.slug: district for district in districts}

    @property
    def districts(self) -> tuple[DistrictSlug, ...]:
        return tuple(self._districts)

    def district(self, slug: str) -> District:
        if slug not in self._districts:
            raise UnknownNameError("district", slug, self._districts)
        return self._districts[DistrictSlug(slug)]


class SvgFile(TextFile):
    """A snapshot that is a picture."""

    file_extension = "svg"


@asynccontextmanager
async def running(app: AdvisorApp, size: tuple[int, int] = USUAL) -> AsyncIterator[Pilot[Decision | None]]:
    """Run an app without a terminal until the block ends."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield pilot


async def press(app: AdvisorApp, key: str, until: Callable[[], bool]) -> None:
    """Press a key and give way until what it brings about is there; far quicker than waiting for every repaint."""
    with app.batch_update():
        app.simulate_key(key)
        await wait(until, f"{key!r} did not lead where it should")


async def wait(until: Callable[[], bool], otherwise: str) -> None:
    """Give way until something holds."""
    for _ in range(_MOST_TURNS):
        await sleep(0)
        if until():
            return
    raise AssertionError(otherwise)


async def settled(app: App[Decision | None]) -> None:
    """Give way until nothing more moves by itself."""
    drawings = 0
    while drawings < _DRAWINGS:
        screen, drawn = app.screen, Event()
        screen.call_after_refresh(drawn.set)
        while app.screen is screen and not drawn.is_set():
            await sleep(0)
        drawings = drawings + 1 if app.screen is screen else 0


def consultation(app: AdvisorApp) -> Consultation:
    """Return the consultation that the app shows."""
    assert isinstance(app.screen, WalkScreen)
    return app.screen.consultation


def strips(app: AdvisorApp) -> list[Strip]:
    """Return the lines of the screen as they are drawn."""
    return app.screen._compositor.render_strips()


def cells(app: AdvisorApp) -> Iterable[Segment]:
    """Yield every run of characters on the screen with its style."""
    return (segment for strip in strips(app) for segment in strip)


def frame(app: AdvisorApp) -> str:
    """Return the screen as text."""
    return "".join(f"{strip.text.rstrip()}\n" for strip in strips(app))


def shown(app: AdvisorApp, *selectors: str) -> tuple[str, ...]:
    """Return the words in sight of some widgets, with single spaces; nothing for one that is hidden."""
    return tuple(words_of(app, (app.screen.query_one(selector, Widget) for selector in selectors)))


def held(app: AdvisorApp, *selectors: str) -> tuple[str, ...]:
    """Return the words that some texts hold, drawn or not, with single spaces; nothing for one that is hidden."""
    return tuple(_held(app.screen.query_one(selector, Static)) for selector in selectors)


def _held(text: Static) -> str:
    shown = all(widget.display for widget in (text, *text.ancestors) if isinstance(widget, Widget))
    match text.content:
        case _ if not shown:
            return ""
        case Rows(rows=rows):
            words = [part.plain for row in rows for part in (row.mark, row.text)]
        case content:
            words = [str(content)]
    return " ".join(" ".join(words).split())


def _words(lines: list[Strip], widget: Widget) -> str:
    if not widget.display:
        return ""
    x, y, width, height = widget.content_region
    return " ".join(" ".join(line.crop(x, x + width).text for line in lines[max(0, y) : y + height]).split())


def words_of(app: AdvisorApp, widgets: Iterable[Widget]) -> list[str]:
    """Return the words in sight of each of some widgets."""
    lines = strips(app)
    return [_words(lines, widget) for widget in widgets]


def svg(app: AdvisorApp) -> str:
    """Return the screen as a picture, without what differs from run to run."""
    return re.sub(r"\bterminal-\d+-", "terminal-", app.export_screenshot())
