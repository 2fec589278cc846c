"""What a person would like to do: chosen from the menu, or said in their own words; by keys only."""

import asyncio
from dataclasses import replace

import pytest
from textual.widgets import Input

from advisor.domain.district import District
from advisor.domain.topic import Topics
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf, consultation, frame, running
from tests.tui.sample import SLUG, starting_district


def after(*keys: str, district: District | None = None) -> str:
    """Press keys on the first screen and return what is then shown."""

    async def drive() -> str:
        app = AdvisorApp(OneShelf(district or starting_district()), SLUG)
        async with running(app) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            return frame(app)

    return asyncio.run(drive())


def topics_after(*keys: str) -> list[str]:
    """Press keys on the first screen and return the topics that are asked about."""

    async def drive() -> list[str]:
        app = AdvisorApp(OneShelf(starting_district()), SLUG)
        async with running(app) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return [tree.topic for tree in consultation(app).trees]

    return asyncio.run(drive())


def test_it_offers_what_there_is_something_to_ask_about() -> None:
    seen = after()
    assert "What would you like to do?" in seen
    assert [line.strip() for line in seen.splitlines() if line.strip()[:1].isdigit()] == [
        "1  Post something",
        "2  Set up or run an account",
        "3  See all topics",
    ]


def test_a_district_without_first_facts_leads_to_its_topics() -> None:
    bare = starting_district()
    seen = after("1", district=replace(bare, topics=Topics((), bare.topics.topics)))
    assert "What is it about?" in seen


@pytest.mark.parametrize(
    ("keys", "leads_to"),
    [
        ("1", "Post something: which of these are true?"),
        ("2", "Set up or run an account: which of these are true?"),
        ("3", "What is it about?"),
        ("d", "Whose rules are yours?"),
    ],
)
def test_each_row_leads_on_and_escape_leads_back(keys: str, leads_to: str) -> None:
    assert leads_to in after(keys)
    assert "What would you like to do?" in after(keys, "escape")


def test_own_words_list_topics_best_first_and_escape_takes_them_back() -> None:
    seen = after("slash", *"kites")
    assert "1  Kites" in seen
    assert "Post something" not in seen
    assert "Banners" not in seen
    assert "1  Post something" in after("slash", *"kites", "escape")


def test_enter_begins_with_the_topic_that_fits_best_and_those_that_are_always_asked() -> None:
    assert topics_after("slash", *"kiets", "enter") == ["scope", "kites"]


def test_several_found_topics_are_marked_and_asked_about_together() -> None:
    assert topics_after("slash", *"kites banners".replace(" ", "_"), "down", "space", "down", "enter") == [
        "scope",
        "kites",
        "banners",
    ]


def test_a_number_chooses_from_the_list_and_not_while_words_are_typed() -> None:
    assert topics_after("slash", *"words", "down", "1") == ["scope", "banners"]
    assert "▌ words1" in after("slash", *"words1")


def test_words_that_find_nothing_say_so_and_whom_to_ask() -> None:
    seen = after("slash", *"zzzzqq")
    assert "Nothing found for these words." in seen
    assert "or ask the front office." in " ".join(seen.split())
    assert "1  See all topics" in seen
    assert "What is it about?" in after("slash", *"zzzzqq", "down", "enter")
    assert "Nothing found" not in after("slash", "z", "z")


def test_what_is_pasted_cannot_act_on_the_terminal() -> None:
    async def drive() -> str:
        app = AdvisorApp(OneShelf(starting_district()), SLUG)
        async with running(app) as pilot:
            app.screen.query_one(Input).value = "\x1b]52;c;UFdO\x07 [@click=app.bell]x[/]"
            await pilot.pause()
            return frame(app)

    seen = asyncio.run(drive())
    assert "\x1b" not in seen
    assert "[@click=app.bell]x[/]" in seen


def test_back_from_the_first_question_leads_to_the_words_that_found_it() -> None:
    assert "▌ kites" in after("slash", *"kites", "enter", "escape")


def test_who_the_person_is_is_asked_once_shown_and_forgotten_on_demand() -> None:
    assert "You:" not in after()
    assert "You: An employee\n" in after("3", "1", "1", "1", "escape", "escape")
    assert "You: An employee\n" in after()
    assert "Where would the kite be flown?" in after("3", "1")
    seen = after("c")
    assert "You:" not in seen
    assert "Which of these are you?" in after("3", "1")
