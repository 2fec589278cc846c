"""Keys typed faster than the screen is drawn: each answers the question that it would have answered slowly, or none."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

import pytest
from textual.command import CommandPalette

from advisor.domain.consultation import Consultation
from advisor.domain.record import Record
from advisor.domain.tree import Answer, Fact
from advisor.storage.records import read_record_file, record_files
from advisor.storage.saved_walks import SavedWalk
from advisor.storage.walk_files import left_over
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.facts import FactsScreen
from advisor.tui.screens.walk import WalkScreen
from tests.support.screens import OneShelf, consultation, running
from tests.support.trees import DISTRICT, tiny_district, tiny_tree
from tests.tui.sample import FLIES, SHOWS, SLUG, sample_district, starting_district

TREE = tiny_tree(
    {
        "a": {"yes": "b", "no": "b2"},
        "b": {"yes": "fine", "no": "wait"},
        "b2": {"yes": "c", "no": "wait"},
        "c": {"first": "fine", "second": "wait", "third": "wait"},
    },
    {"fine": "allow", "wait": "deny"},
    "kites",
)


def typed_at_once(*keys: str) -> Consultation:
    return typed_into(AdvisorApp(OneShelf(tiny_district(TREE)), DISTRICT, ["kites"]), *keys)


def typed_into(app: AdvisorApp, *keys: str) -> Consultation:
    async def drive() -> Consultation:
        async with running(app) as pilot:
            for key in keys:
                app.simulate_key(key)
            for _ in range(3):
                await pilot.pause()
            return consultation(app)

    return asyncio.run(drive())


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        ("2y", {"a": "no", "b2": "yes"}),
        ("1n", {"a": "yes", "b": "no"}),
        ("y2", {"a": "yes", "b": "no"}),
        ("22", {"a": "no", "b2": "no"}),
        ("213", {"a": "no", "b2": "yes", "c": "third"}),
        ("2y9", {"a": "no", "b2": "yes"}),
        ("2u1", {"a": "yes"}),
        ("1111111", {"a": "yes", "b": "yes"}),
    ],
)
def test_quick_keys_answer_in_their_order(keys: str, answers: dict[str, str]) -> None:
    assert typed_at_once(*keys).answers == answers


def test_a_row_of_an_answered_question_answers_no_other() -> None:
    twice = typed_at_once("down", "enter", "enter")
    assert twice.answers in ({"a": "no"}, {"a": "no", "b2": Answer("yes")})


def test_enter_and_a_key_after_it_keep_their_order() -> None:
    assert typed_at_once("down", "enter", "y").answers == {"a": "no", "b2": "yes"}


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (
            ("1", "1", "1", "enter", "1", "2", "y"),
            {"flies": "yes", "role": "employee", "place": "outside", "form": "yes"},
        ),
        (("1", "1", "1", "1", "enter", "1"), {"flies": "unsure", "role": "employee"}),
        (("1", "escape", "1", "2", "1", "enter", "1", "n"), {"shows": "yes", "role": "employee", "form": "no"}),
        (("1", "3", "1", "1", "3"), {"role": "employee", "place": "elsewhere"}),
        (("enter", "slash", *"kites", "enter", "1", "2"), {"role": "employee", "place": "outside"}),
        (("1", "slash", *"words", "down", "1", "1", "y"), {"role": "employee", "form": "yes"}),
    ],
)
def test_keys_typed_ahead_wait_for_the_screen_that_they_are_for(keys: tuple[str, ...], answers: dict[str, str]) -> None:
    typed = typed_into(AdvisorApp(OneShelf(starting_district())), *keys)
    unticked = [(fact, "no") for fact in (FLIES, SHOWS)]
    assert {fact: answer for fact, answer in typed.answers.items() if (fact, answer) not in unticked} == answers


@pytest.mark.parametrize("out", [("enter",), ("down", "1"), ("escape", "slash", *"words", "enter"), ("down", "enter")])
def test_keys_on_the_way_into_ones_own_words_and_out_of_them_are_taken_where_they_lead(out: tuple[str, ...]) -> None:
    typed = typed_into(AdvisorApp(OneShelf(starting_district()), SLUG), "slash", *"words", *out, "1", "n")
    assert typed.answers == {"role": "employee", "form": "no"}


@pytest.mark.parametrize("out", [("enter",), ("down", "1"), ("escape", "slash", *"words", "enter"), ("down", "enter")])
def test_keys_typed_at_once_into_ones_own_words_and_out_of_them_are_taken_where_they_lead(out: tuple[str, ...]) -> None:
    async def drive() -> Consultation:
        app = AdvisorApp(OneShelf(starting_district()), SLUG)
        async with running(app) as pilot:
            await pilot.press("slash")
            await pilot.pause()
            for key in (*"words", *out, "1", "n"):
                app.simulate_key(key)
            for _ in range(3):
                await pilot.pause()
            return consultation(app)

    assert asyncio.run(drive()).answers == {"role": "employee", "form": "no"}


@pytest.mark.parametrize(
    ("keys", "answers"),
    [
        (("2", "r", "escape", "y"), {"a": "no", "b2": "yes"}),
        (("2", "m", "escape", "y"), {"a": "no", "b2": "yes"}),
        (("r", "r", "m", "m", "2"), {"a": "no"}),
        (("2", "r", "escape", "r", "1", "escape", "n"), {"a": "no", "b2": "no"}),
    ],
)
def test_keys_typed_ahead_of_the_review_and_the_map_are_for_those(
    keys: tuple[str, ...], answers: dict[str, str]
) -> None:
    assert typed_at_once(*keys).answers == answers


@pytest.mark.parametrize(
    "keys", [("r", "down", "1", "g"), ("r", "down", "up", "down", "1", "g"), ("r", "end", "1", "g")]
)
def test_what_is_tried_in_a_review_is_tried_where_the_keys_went(keys: tuple[str, ...]) -> None:
    async def drive() -> Consultation:
        app = AdvisorApp(OneShelf(tiny_district(TREE)), DISTRICT, ["kites"])
        async with running(app) as pilot:
            await pilot.press("1", "2")
            for key in keys:
                app.simulate_key(key)
            for _ in range(4):
                await pilot.pause()
            return consultation(app)

    assert asyncio.run(drive()).answers == {"a": "yes", "b": "yes"}


def test_an_answer_and_escape_right_after_it_keep_their_order(tmp_path: Path) -> None:
    app = AdvisorApp(OneShelf(starting_district()), SLUG, ["kites"], tmp_path)

    async def drive() -> list[SavedWalk]:
        async with running(app) as pilot:
            for keys in (["2", "escape"], ["2", "1", "enter"], ["1", "escape"]):
                for key in keys:
                    app.simulate_key(key)
                for _ in range(3):
                    await pilot.pause()
            return [left.walk for left in left_over(tmp_path)]

    second, first = asyncio.run(drive())
    assert (first.topics, first.group, first.answers[Fact("place")]) == (("kites",), "", "outside")
    assert (len(second.topics), second.group, second.answers[Fact("role")]) == (3, "account", "employee")


def test_a_number_right_after_going_back_from_the_verdict_answers_the_question() -> None:
    async def drive() -> Consultation:
        app = AdvisorApp(OneShelf(tiny_district(TREE)), DISTRICT, ["kites"])
        async with running(app) as pilot:
            await pilot.press("1", "1")
            await pilot.pause()
            for key in ("u", "2"):
                app.simulate_key(key)
            for _ in range(3):
                await pilot.pause()
            return consultation(app)

    assert asyncio.run(drive()).answers == {"a": "yes", "b": "no"}


def test_a_key_typed_ahead_of_leaving_answers_no_question_that_is_left() -> None:
    app = AdvisorApp(OneShelf(starting_district()), SLUG)

    async def drive() -> tuple[bool, bool]:
        async with running(app) as pilot:
            await pilot.press("1", "1", "enter")
            before = consultation(app)
            walking = app.screen
            assert isinstance(walking, WalkScreen)
            for key in ("u", "1"):
                app.simulate_key(key)
            for _ in range(3):
                await pilot.pause()
            return walking.consultation == before, isinstance(app.screen, FactsScreen)

    assert asyncio.run(drive()) == (True, True)


def test_keys_typed_ahead_of_the_search_wait_until_it_can_take_them() -> None:
    app = AdvisorApp(OneShelf(starting_district()), SLUG)

    async def drive() -> bool:
        async with running(app) as pilot:
            for key in ("3", "slash", "up"):
                app.simulate_key(key)
            for _ in range(3):
                await pilot.pause()
            return isinstance(app.screen, CommandPalette)

    assert asyncio.run(drive())


@pytest.mark.parametrize("size", [(1, 1), (3, 24)])
def test_in_a_window_without_room_for_a_row_the_paging_keys_do_nothing(size: tuple[int, int]) -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG)

    async def drive() -> Consultation:
        async with running(app, size) as pilot:
            await pilot.press("pagedown", "pageup", "3", "1", "enter")
            return consultation(app)

    assert asyncio.run(drive()).question


def test_enter_twice_in_the_search_closes_it_alone() -> None:
    app = AdvisorApp(OneShelf(tiny_district(TREE)), DISTRICT, ["kites"])

    async def drive() -> bool:
        async with running(app) as pilot:
            await pilot.press("slash", "down")
            for key in ("enter", "enter"):
                app.simulate_key(key)
            for _ in range(3):
                await pilot.pause()
            return bool(app.screen_stack) and not isinstance(app.screen, CommandPalette)

    assert asyncio.run(drive())


def kept_at_the_verdict(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *keys: str, then: Sequence[str] = ()
) -> tuple[list[Record], list[str]]:
    """Type keys at once at a verdict that is drawn, and others slowly; return what was kept and what was saved."""
    monkeypatch.chdir(tmp_path)
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])

    async def drive() -> None:
        async with running(app, (120, 60)) as pilot:
            await pilot.press("2", "y")
            await pilot.pause()
            for key in keys:
                app.simulate_key(key)
            for _ in range(8):
                await pilot.pause()
            await pilot.press(*then)
            await pilot.pause()

    asyncio.run(drive())
    return [read_record_file(file) for file in record_files()], sorted(file.name for file in tmp_path.glob("*.*"))


def test_a_tick_and_the_record_after_it_keep_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (record,), _ = kept_at_the_verdict(tmp_path, monkeypatch, "1", "o", "2", "o")
    assert [each.ticked for each in record.conditions] == [True, True, False, False]


def test_what_follows_a_note_is_not_typed_into_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ("w", *"by phone", "enter", "o", "e", *"x", "enter", "backspace", "enter", "o")
    (record,), saved = kept_at_the_verdict(tmp_path, monkeypatch, *keys)
    assert record.note == "by phone"
    assert saved == ["checklist-example-kites.md"]


def test_what_follows_a_line_that_is_left_is_not_typed_into_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = ("w", *"one", "enter", "w", *"two", "escape", "o", "e", "escape", "1", "o")
    (record,), saved = kept_at_the_verdict(tmp_path, monkeypatch, *keys)
    assert (record.note, [each.ticked for each in record.conditions].count(True), saved) == ("one", 1, [])


def test_what_is_kept_just_before_starting_again_is_no_record_of_the_next_walk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick, then = ("w", *"A", "enter", "o", "a"), ("2", "y", "w", *"B", "enter", "o")
    kept, _ = kept_at_the_verdict(tmp_path, monkeypatch, *quick, then=then)
    assert [each.note for each in kept] == ["B", "A"]


def test_looking_at_the_keys_in_between_makes_no_second_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (record,), _ = kept_at_the_verdict(tmp_path, monkeypatch, "o", "question_mark", "escape", "1", "o")
    assert [each.ticked for each in record.conditions].count(True) == 1


def test_a_tick_before_going_on_answers_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites", "banners"])

    async def drive() -> Consultation:
        async with running(app) as pilot:
            await pilot.press("1", "f")
            await pilot.pause()
            for key in ("1", "o", "g"):
                app.simulate_key(key)
            for _ in range(5):
                await pilot.pause()
            return consultation(app)

    assert asyncio.run(drive()).answers == {"place": "inside"}
    assert len(record_files()) == 1


def test_what_takes_a_decision_away_follows_the_answer_that_leads_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])

    async def drive(*keys: str) -> None:
        async with running(app, (120, 60)) as pilot:
            for key in keys:
                app.simulate_key(key)
            for _ in range(10):
                await pilot.pause()

    asyncio.run(drive("2", "y", "o", "w", *"by phone", "enter", "o", "e", "enter"))
    (file,) = record_files()
    assert read_record_file(file).note == "by phone"
    assert (tmp_path / "checklist-example-kites.md").exists()


def test_at_a_question_the_keys_of_a_verdict_are_no_hindrance(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert typed_at_once("1", "o", "e", "w", "2").answers == {"a": "yes", "b": "no"}
    assert not list(tmp_path.glob("*.md"))
    assert record_files() == ()
