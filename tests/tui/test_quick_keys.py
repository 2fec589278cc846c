"""Keys typed faster than the screen is drawn: each answers the question that it would have answered slowly, or none."""

import asyncio

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.tree import Answer
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf, consultation, running
from tests.support.trees import DISTRICT, tiny_district, tiny_tree
from tests.tui.sample import FLIES, SHOWS, SLUG, starting_district

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
