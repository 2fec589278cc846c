"""Keys typed faster than the screen is drawn: each answers the question that it would have answered slowly, or none."""

import asyncio

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.tree import Answer
from advisor.tui.app import AdvisorApp
from tests.support.screens import OneShelf, consultation, running
from tests.support.trees import DISTRICT, tiny_district, tiny_tree

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
    app = AdvisorApp(OneShelf(tiny_district(TREE)), DISTRICT, ["kites"])

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
