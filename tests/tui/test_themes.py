"""Every text that the app draws in its own themes has a contrast of 4.5:1 or more, as it is really drawn."""

import asyncio
from pathlib import Path

import pytest
from rich.color import Color
from rich.segment import Segment

from advisor.tui.app import AdvisorApp
from advisor.tui.themes import SHIPPED, next_shipped
from tests.support.screens import OneShelf, cells, running, strips
from tests.tui.sample import SLUG, sample_district, starting_district

WCAG_AA = 4.5
STATES = {
    "question": (),
    "NO": ("1",),
    "YES, IF": ("2", "y"),
    "NOT YET": ("3",),
    "offered": ("2", "n", "u"),
    "find out": ("4", "s"),
    "ticked": ("2", "y", "1", "tab"),
    "review": ("2", "n", "r"),
    "tried": ("2", "n", "r", "down", "1"),
    "map": ("2", "m"),
}


def luminance(color: Color) -> float:
    def linear(channel: int) -> float:
        part = channel / 255
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = color.get_truecolor()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


def contrast(cell: Segment) -> float:
    assert cell.style
    assert cell.style.color
    assert cell.style.bgcolor
    pair = sorted((luminance(cell.style.color), luminance(cell.style.bgcolor)))
    return (pair[1] + 0.05) / (pair[0] + 0.05)


@pytest.mark.parametrize("theme", [theme.name for theme in SHIPPED])
@pytest.mark.parametrize("state", STATES)
def test_every_word_can_be_read(theme: str, state: str) -> None:
    async def drive() -> dict[str, float]:
        app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])
        app.theme = theme
        async with running(app, (80, 60)) as pilot:
            await pilot.press(*STATES[state])
            await pilot.pause()
            if state.isupper():
                assert any(state in strip.text for strip in strips(app))
            return {cell.text: contrast(cell) for cell in cells(app) if any(c.isalnum() for c in cell.text)}

    found = asyncio.run(drive())
    assert len(found) > 5
    assert {text: ratio for text, ratio in found.items() if ratio < WCAG_AA} == {}


@pytest.mark.parametrize("theme", [theme.name for theme in SHIPPED])
def test_a_plain_yes_can_be_read(theme: str) -> None:
    async def drive() -> list[float]:
        app = AdvisorApp(OneShelf(sample_district()), SLUG, ["banners"])
        app.theme = theme
        async with running(app) as pilot:
            await pilot.press("y")
            await pilot.pause()
            return [contrast(cell) for cell in cells(app) if "YES" in cell.text]

    ratios = asyncio.run(drive())
    assert ratios
    assert min(ratios) >= WCAG_AA


def test_the_two_themes_take_turns() -> None:
    assert next_shipped("advisor-dark") == "advisor-light"
    assert next_shipped("advisor-light") == "advisor-dark"


@pytest.mark.parametrize("theme", [theme.name for theme in SHIPPED])
@pytest.mark.parametrize(
    "keys", [("3", "1", "1", "2", "escape", "escape"), ("slash", *"zzzz"), ("1", "1"), ("1", "0"), ("3",)]
)
def test_every_word_before_the_first_question_can_be_read(theme: str, keys: tuple[str, ...], tmp_path: Path) -> None:
    async def drive() -> dict[str, float]:
        app = AdvisorApp(OneShelf(starting_district()), SLUG, (), tmp_path)
        app.theme = theme
        async with running(app) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return {cell.text: contrast(cell) for cell in cells(app) if any(c.isalnum() for c in cell.text)}

    found = asyncio.run(drive())
    assert len(found) > 5
    assert {text: ratio for text, ratio in found.items() if ratio < WCAG_AA} == {}
