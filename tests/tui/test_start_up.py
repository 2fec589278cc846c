"""What the app loads before its first frame, and before words are typed."""

import subprocess
import sys

import pytest

HEAVY = ("networkx", "pydantic", "yaml", "advisor.render.checklist", "advisor.tui.palette", "advisor.tui.screens.map")
NEEDED = {"advisor.analysis", "advisor.analysis.ways"}
SEARCHING = """
import asyncio, sys
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf, running
from tests.tui.sample import SLUG, starting_district
async def drive():
    async with running(AdvisorApp(OneShelf(starting_district()), SLUG)) as pilot:
        await pilot.press({keys})
        await pilot.pause()
        print(*sorted(sys.modules))
asyncio.run(drive())
"""


def loaded_by(code: str) -> list[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()


def test_importing_the_app_leaves_out_what_the_first_question_does_not_need() -> None:
    loaded = loaded_by("import sys, advisor.tui.app; print(*sorted(sys.modules))")
    assert "textual" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert {name for name in loaded if name.startswith("advisor.analysis")} == NEEDED


@pytest.mark.parametrize(("keys", "searches"), [('"1"', False), ('"slash", "k"', True)])
def test_the_search_loads_when_words_are_typed(keys: str, *, searches: bool) -> None:
    loaded = loaded_by(SEARCHING.format(keys=keys))
    assert ("advisor.analysis.topic_search" in loaded) is searches
    assert "networkx" not in loaded
