"""How the screens look, recorded: text frames, and three pictures for the eye."""

import asyncio
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from advisor.tui.app import AdvisorApp
from tests.support.screens import SMALL, USUAL, WIDE, OneShelf, SvgFile, frame, running, svg
from tests.support.snapshots import TextFile
from tests.tui.sample import SLUG, sample_district, starting_district

FRAMES = {
    "districts": (USUAL, None, ()),
    "question-small": (SMALL, ("kites",), ("2",)),
    "question-usual": (USUAL, ("kites",), ()),
    "offered": (USUAL, ("kites",), ("2", "n", "u")),
    "yes-if-small": (SMALL, ("kites",), ("2", "y")),
    "no-with-readings": (USUAL, ("kites",), ("2", "n")),
    "not-yet": (USUAL, ("kites",), ("3",)),
    "two-topics": (WIDE, ("kites", "banners"), ("2", "y")),
    "map-small": (SMALL, ("kites",), ("2", "m")),
    "map-usual": (USUAL, ("kites",), ("2", "m", "up")),
    "map-wide": (WIDE, ("kites", "banners"), ("2", "m", "G")),
    "map-of-the-verdict": (USUAL, ("kites",), ("2", "n", "m")),
    "review-small": (SMALL, ("kites",), ("2", "n", "r")),
    "review-usual": (USUAL, ("kites", "banners"), ("2", "n", "r", "down")),
    "review-wide": (WIDE, ("kites", "banners"), ("2", "n", "r", "down", "1")),
    "verdict-ticked": (USUAL, ("kites", "banners"), ("2", "y", "2", "tab", "enter")),
    "find-out": (USUAL, ("kites",), ("4", "s")),
    "keys": (USUAL, ("kites",), ("1", "question_mark")),
}
LEFT_OVER = ("3", "1", "1", "1", "escape", "escape", "3", "1", "2", "escape", "escape")
"""Come to a verdict, so that it is known who one is, and leave another walk in the middle."""
STARTS = {
    "home-small": (SMALL, LEFT_OVER),
    "home-usual": (USUAL, LEFT_OVER),
    "home-wide": (WIDE, ()),
    "found-small": (SMALL, ("slash", *"kite", "down", "space")),
    "nothing-found-usual": (USUAL, ("slash", *"zzzz")),
    "facts-small": (SMALL, ("1", "0")),
    "facts-usual": (USUAL, ("1", "1")),
    "facts-wide": (WIDE, ("2", "1", "1")),
    "topics": (USUAL, ("3", "space")),
}
PICTURES = {
    "small-dark": (SMALL, "advisor-dark", ("3",)),
    "usual-light": (USUAL, "advisor-light", ("2",)),
    "wide-dark": (WIDE, "advisor-dark", ("2", "y")),
}


@pytest.mark.parametrize("name", FRAMES)
def test_frames(name: str, snapshot: SnapshotAssertion) -> None:
    size, topics, keys = FRAMES[name]
    app = AdvisorApp(OneShelf(sample_district()), None if topics is None else SLUG, topics or ())

    async def drive() -> str:
        async with running(app, size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return frame(app)

    assert asyncio.run(drive()) == snapshot(name=name, extension_class=TextFile)


@pytest.mark.parametrize("name", STARTS)
def test_frames_before_the_first_question(name: str, snapshot: SnapshotAssertion, tmp_path: Path) -> None:
    size, keys = STARTS[name]
    app = AdvisorApp(OneShelf(starting_district()), SLUG, (), tmp_path)

    async def drive() -> str:
        async with running(app, size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return frame(app)

    assert asyncio.run(drive()) == snapshot(name=name, extension_class=TextFile)


@pytest.mark.parametrize("name", PICTURES)
def test_pictures(name: str, snapshot: SnapshotAssertion) -> None:
    size, theme, keys = PICTURES[name]
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])
    app.theme = theme

    async def drive() -> str:
        async with running(app, size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return svg(app)

    assert asyncio.run(drive()) == snapshot(name=name, extension_class=SvgFile)
