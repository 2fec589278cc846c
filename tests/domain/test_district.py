"""A district: its topics, chosen by name."""

from dataclasses import replace

import pytest

from advisor.domain.policy import TopicSlug
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import Answer, Fact, NodeId
from advisor.errors import UnknownNameError
from tests.support.trees import tiny_district, tiny_tree

QUESTIONS, OUTCOMES = {"public": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}
DISTRICT = tiny_district(*(tiny_tree(QUESTIONS, OUTCOMES, topic) for topic in ("photos", "logo", "clubs")))


@pytest.mark.parametrize(
    ("named", "chosen"),
    [
        (["photos"], ["photos"]),
        (["clubs", "photos"], ["photos", "clubs"]),
        (["logo", "photos", "logo"], ["photos", "logo"]),
        ([], []),
    ],
)
def test_topics_are_chosen_in_menu_order_each_once(named: list[str], chosen: list[str]) -> None:
    assert [tree.topic for tree in DISTRICT.choose(topic for topic in named)] == chosen


def test_the_first_topic_that_there_is_not_is_named() -> None:
    with pytest.raises(UnknownNameError) as error:
        DISTRICT.choose(["logo", "fotos", "clbs"])
    assert str(error.value) == 'there is no topic "fotos" in example — did you mean "photos"?'


def listed(topic: str, group: str, *facts: str) -> Topic:
    return Topic(TopicSlug(topic), topic, group, {Fact(fact): Answer("yes") for fact in facts})


SHOWN, AT_WORK, LOST = (FirstFact(Fact(fact), fact, {}) for fact in ("shown", "at-work", "lost"))
SCREEN = replace(
    DISTRICT,
    topics=Topics(
        (AT_WORK, SHOWN, LOST),
        (
            listed("photos", "post", "shown", "at-work"),
            listed("logo", "post", "shown"),
            listed("clubs", "always"),
            listed("not-here", "post", "lost"),
        ),
    ),
)


def test_the_facts_of_some_groups_stand_once_each_in_the_order_of_the_first_screen() -> None:
    assert SCREEN.first_facts("post", "when") == (AT_WORK, SHOWN)
    assert SCREEN.first_facts("account") == ()


def test_topics_without_a_condition_are_always_asked() -> None:
    assert SCREEN.always == ("clubs",)


@pytest.mark.parametrize(
    ("answers", "touched"),
    [
        ({}, False),
        ({"shown": "no"}, False),
        ({"shown": "unsure"}, True),
        ({"at-work": "yes"}, True),
        ({"x": "yes"}, False),
    ],
)
def test_it_is_touched_by_a_fact_of_the_first_screen_that_holds_or_may_hold(
    answers: dict[str, str], touched: bool
) -> None:
    assert SCREEN.is_touched({Fact(fact): Answer(answer) for fact, answer in answers.items()}) == touched


def test_whom_to_ask_is_whom_the_topic_of_who_is_bound_names_first() -> None:
    asks = {"role": {"staff": "where", "guest": "fine"}, "where": {"site": "fine", "paper": "fine"}}
    scope = tiny_tree(asks, {"fine": "allow"}, SCOPE)
    where = replace(scope.questions[NodeId("where")], ask_whom="the office")
    naming = replace(scope, questions={NodeId("where"): where, NodeId("role"): scope.questions[NodeId("role")]})
    assert tiny_district(naming).ask_whom == "the office"
    assert tiny_district(scope).ask_whom == DISTRICT.ask_whom == "your supervisor"


def test_about_the_person_is_what_who_is_bound_begins_with_and_what_no_other_topic_asks() -> None:
    asked = {
        "role": {"yes": "coaches", "no": "medium"},
        "coaches": {"yes": "medium", "no": "medium"},
        "medium": {"yes": "fine", "no": "fine"},
    }
    other = tiny_tree(
        {"role": {"yes": "medium", "no": "fine"}, "medium": {"yes": "fine", "no": "fine"}}, {"fine": "allow"}
    )
    bound = tiny_district(tiny_tree(asked, {"fine": "allow"}, SCOPE), other)
    assert [*bound.about_the_person] == ["role", "coaches"]
    assert DISTRICT.about_the_person == {}


def test_what_it_is_about_counts_as_answered_last_so_that_it_is_taken_back_first() -> None:
    role = tiny_tree({"role": {"yes": "fine", "no": "fine"}}, {"fine": "allow"}, SCOPE)
    asking = replace(
        SCREEN,
        trees={SCOPE: role, **SCREEN.trees},
        topics=replace(SCREEN.topics, topics=(*SCREEN.topics.topics, listed(SCOPE, "always"))),
    )
    begun = asking.consult_by_first_facts({Fact("shown"): Answer("yes"), Fact("role"): Answer("yes")})
    assert next(iter(begun.answers)) == "role"
    assert next(iter(begun.back().answers)) == "role"
