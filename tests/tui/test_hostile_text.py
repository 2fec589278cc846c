"""Text from a file is shown as it stands, on every screen and at every size; it never acts."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug
from advisor.errors import UnreadableFileError
from advisor.plain_text import visible
from advisor.storage.walk_files import walks_folder
from advisor.tui.app import AdvisorApp
from advisor.tui.remembered import remembered_file
from tests.support.screens import SMALL, USUAL, WIDE, OneShelf, cells, frame, running, words_of
from tests.tui.sample import starting_district

HARMLESS = "MARK"
HOSTILE = (
    "[@click=app.bell]x[/] [STUDENT NAME] [red] [not for staff] text",
    "a [/b] c [link=https://x]y[/link] $x {0} %s \\[b]",
    "\x1b]52;c;UFdO\x07 \x9b31m \u202e",
)
ROOM = (240, 60)
STATES = (
    ("districts", ()),
    ("home", ("1",)),
    ("words", ("slash", *"wind")),
    ("nothing found", tuple("qqqqqqqqqqqqqqqq")),
    ("facts", ("escape", "1")),
    ("ticked facts", ("space",)),
    ("none of these", ("0",)),
    ("topics", ("a",)),
    ("marked topics", ("space",)),
    ("palette", ("slash",)),
    ("found", tuple("wind")),
    ("who", ("escape", "space", "1")),
    ("question", ("1",)),
    ("map", ("m",)),
    ("place on the map", ("G",)),
    ("review", ("escape", "r")),
    ("tried", ("enter", "2")),
    ("keys", ("escape", "question_mark")),
    ("deny", ("escape", "1")),
    ("silent", ("u", "3")),
    ("second question", ("u", "2")),
    ("readings", ("2",)),
    ("answered before", ("u",)),
    ("conditions", ("1",)),
    ("trail", ("tab", "down")),
    ("copied", ("y",)),
    ("home again", ("escape", "escape")),
    ("resumed", ("3", "1", "2", "escape", "escape")),
)


class Troubled(OneShelf):
    """A library in which every text ends in the same way, and one district cannot be read."""

    def __init__(self, text: str) -> None:
        super().__init__(starting_district(lambda original: f"{original} {text}"))
        self._text = text

    @property
    def districts(self) -> tuple[DistrictSlug, ...]:
        return (*super().districts, DistrictSlug("zz"))

    def district(self, slug: str) -> District:
        if slug == "zz":
            raise UnreadableFileError(f"zz is broken: {self._text}")
        return super().district(slug)


async def states(app: AdvisorApp, pilot: Pilot[Decision | None]) -> AsyncIterator[str]:
    for name, keys in STATES:
        await pilot.press(*keys)
        await app.workers.wait_for_complete()
        await pilot.pause()
        yield name


def places(text: str) -> Counter[tuple[str, str]]:
    """Return how often a text that ends every text of a district stands in each widget of each state."""
    found: Counter[tuple[str, str]] = Counter()
    looked_for = visible(text)

    remembered_file().unlink(missing_ok=True)

    async def drive(walks: Path) -> None:
        app = AdvisorApp(Troubled(text), walks=walks)
        async with running(app, ROOM) as pilot:
            async for name in states(app, pilot):
                widgets = [widget for widget in app.screen.query(Widget) if not widget.children]
                for widget, words in zip(widgets, words_of(app, widgets), strict=True):
                    found[name, f"{type(widget).__name__}#{widget.id}"] += words.count(looked_for)
                assert_inert(app)

    with TemporaryDirectory() as walks:
        asyncio.run(drive(Path(walks)))
    return +found


def assert_inert(app: AdvisorApp) -> None:
    for cell in cells(app):
        assert cell.text == "".join(c for c in cell.text if visible(c) == c)
        assert cell.style is None or (not cell.style.link and "@click" not in cell.style.meta)


@cache
def expected() -> Counter[tuple[str, str]]:
    return places(HARMLESS)


def test_a_harmless_mark_is_on_every_state_but_the_list_of_keys() -> None:
    assert {name for name, _ in expected()} == {name for name, _ in STATES} - {"keys"}
    assert expected()["conditions", "Tick#None"] == 8
    assert expected()["readings", "Section#readings"] == 2
    assert expected()["map", "MapList#map"] == 9
    assert expected()["place on the map", "Section#place-way"] == 2


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stands_wherever_harmless_text_does(text: str) -> None:
    assert places(text) == expected()


@pytest.mark.parametrize("size", [SMALL, USUAL, WIDE])
def test_it_is_inert_at_every_size(size: tuple[int, int]) -> None:
    async def drive() -> None:
        app = AdvisorApp(Troubled(" ".join(HOSTILE)), walks=walks_folder())
        async with running(app, size) as pilot:
            async for _ in states(app, pilot):
                assert_inert(app)
                assert "STUDENT" in frame(app)

    asyncio.run(drive())
