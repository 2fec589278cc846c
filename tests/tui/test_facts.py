"""What is true of the thing that a person would like to do, ticked in one list; by keys only."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import pytest

from advisor.domain.tree import Answer, Fact
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf, consultation, frame, running
from tests.tui.sample import SLUG, starting_district


def after(*keys: str) -> str:
    """Choose what to do on the first screen, press more keys and return what is then shown."""

    async def drive() -> str:
        app = AdvisorApp(OneShelf(starting_district()), SLUG)
        async with running(app) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            return frame(app)

    return asyncio.run(drive())


def answers_after(*keys: str) -> Mapping[Fact, Answer]:
    async def drive() -> Mapping[Fact, Answer]:
        app = AdvisorApp(OneShelf(starting_district()), SLUG)
        async with running(app) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return consultation(app).answers

    return asyncio.run(drive())


def test_it_lists_the_facts_of_what_the_person_would_do_and_no_others() -> None:
    assert "1  ☐ Something flies" in after("1")
    assert "Words can be read on it" not in after("1")
    assert "1  ☐ Words can be read on it" in after("2")


@pytest.mark.parametrize("key", ["1", "space"])
def test_a_fact_is_ticked_then_not_sure_then_neither(key: str) -> None:
    assert "1  ☑ Something flies  ← yes" in after("1", key)
    assert "1  ? Something flies  ← not sure" in after("1", key, key)
    assert "1  ☐ Something flies" in after("1", key, key, key)


def test_enter_goes_on_with_what_is_ticked_and_the_rest_does_not_hold() -> None:
    assert answers_after("1", "1", "enter") == {"flies": "yes", "shows": "no"}
    assert answers_after("1", "1", "1", "enter") == {"flies": "unsure", "shows": "no"}


@pytest.mark.parametrize("keys", [("0",), ("enter",), ("down", "enter"), ("2",), ("1", "0"), ("1", "down", "enter")])
def test_none_of_these_says_whom_to_ask_and_begins_nothing(keys: tuple[str, ...]) -> None:
    seen = after("1", *keys)
    assert "If none of these fits: ask the front office before you go ahead" in " ".join(seen.split())
    assert "1  ☐ Something flies" in seen
    assert "What is it about?" in after("1", *keys, "a")


def test_a_tick_takes_the_advice_back() -> None:
    assert "front office" not in after("1", "0", "1")


@pytest.mark.parametrize("back", [("u",), ("escape",), ("1", "u", "u"), ("1", "escape")])
def test_back_from_the_first_question_leads_here_with_the_ticks_kept(back: tuple[str, ...]) -> None:
    assert "1  ? Something flies  ← not sure" in after("1", "1", "1", "enter", *back)


def test_back_leads_here_too_when_it_is_known_who_the_person_is() -> None:
    after("1", "1", "enter", "1", "1")
    assert "Where would the kite be flown?" in after("1", "1", "enter")
    assert "☑ Something flies" in after("1", "1", "enter", "u")


def test_who_ticks_one_thing_more_is_not_asked_again_what_was_answered() -> None:
    two = starting_district()
    both = (*two.topics.topics[:1], replace(two.topics.topics[1], group="post"), *two.topics.topics[2:])
    app = AdvisorApp(OneShelf(replace(two, topics=replace(two.topics, topics=both))), SLUG)

    async def drive() -> Mapping[Fact, Answer]:
        async with running(app) as pilot:
            await pilot.press("1", "1", "enter", "1", "2", "escape", "2", "enter")
            await pilot.pause()
            question = consultation(app).question
            assert question is not None
            assert question.fact == "form"
            return consultation(app).answers

    assert asyncio.run(drive()) == {"role": "employee", "flies": "yes", "shows": "yes", "place": "outside"}


def test_what_is_begun_from_the_first_screen_begins_anew() -> None:
    begun = answers_after("1", "1", "enter", "1", "2", "escape", "escape", "1", "1", "enter")
    assert begun == {"flies": "yes", "shows": "no"}
