"""A walk is saved at every answer, and how the app is left decides what becomes of it."""

import asyncio
from pathlib import Path

from advisor.storage.walk_files import count_open, left_over
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf, frame, running
from tests.tui.sample import SLUG, sample_district


def walking(folder: Path) -> AdvisorApp:
    return AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"], folder)


def left_after(folder: Path, *keys: str) -> list[str]:
    """Press keys in an app, end it, and return the answers of the walks that are left over."""

    async def drive() -> None:
        async with running(walking(folder)) as pilot:
            await pilot.press(*keys)
            await pilot.pause()

    asyncio.run(drive())
    return [f"{fact}={answer}" for left in left_over(folder) for fact, answer in left.walk.answers.items()]


def test_every_answer_is_on_disk_before_the_next_question(tmp_path: Path) -> None:
    async def drive() -> list[tuple[int, bool]]:
        seen: list[tuple[int, bool]] = []
        async with running(walking(tmp_path / "walks")) as pilot:
            for key, answer in (("2", "outside"), ("n", "no"), ("u", "outside")):
                await pilot.press(key)
                await pilot.pause()
                (file,) = (tmp_path / "walks").glob("*.json")
                seen.append((count_open(tmp_path / "walks"), f'"{answer}"' in file.read_text()))
            assert left_over(tmp_path / "walks") == ()
        return seen

    assert asyncio.run(drive()) == [(1, True), (1, True), (1, True)]


def test_a_walk_that_is_left_in_the_middle_can_be_taken_up(tmp_path: Path) -> None:
    assert left_after(tmp_path, "2", "q") == ["place=outside"]
    assert left_after(tmp_path / "escaped", "2", "escape", "q") == ["place=outside"]
    assert left_after(tmp_path / "interrupted", "2", "ctrl+c") == ["place=outside"]


def test_a_walk_that_came_to_its_verdict_is_done_with(tmp_path: Path) -> None:
    assert left_after(folder := tmp_path / "walks", "1", "q") == []
    assert list(folder.glob("*")) == []


def test_a_walk_without_an_answer_leaves_nothing(tmp_path: Path) -> None:
    assert left_after(folder := tmp_path / "walks", "q") == []
    assert list(folder.glob("*")) == []


def test_a_folder_that_cannot_be_written_costs_the_saving_and_is_said_once(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    async def drive() -> str:
        app = walking(tmp_path / "file")
        async with running(app) as pilot:
            await pilot.press("2", "y")
            await pilot.pause()
            return frame(app)

    seen = asyncio.run(drive())
    assert seen.count("Answers cannot be saved") == 1
    assert "YES, IF" in seen
