"""Not sure, carried answers, and a NO that is certain before the last question, as a person meets them in the app."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from advisor.domain.policy import TopicSlug
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import Answer, Fact, SoundTree
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.home import HomeScreen
from advisor.tui.screens.walk import WalkScreen
from tests.support.screens import OneShelf, consultation, running, shown
from tests.support.trees import DISTRICT, tiny_district, tiny_tree
from tests.tui.sample import SLUG, sample_district

TWO = {"fine": "allow", "refused": "deny"}


def first() -> SoundTree:
    return tiny_tree({"where": {"site": "refused", "paper": "fine"}}, TWO, "first")


def second() -> SoundTree:
    return tiny_tree(
        {"where": {"site": "consent", "paper": "consent"}, "consent": {"yes": "fine", "no": "refused"}}, TWO, "second"
    )


def about(*topics: str) -> AdvisorApp:
    return AdvisorApp(OneShelf(tiny_district(first(), second())), DISTRICT, topics)


def seen_after(app: AdvisorApp, keys: Sequence[str], *selectors: str) -> tuple[str, ...]:
    async def drive() -> tuple[str, ...]:
        async with running(app) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return shown(app, *selectors)

    return asyncio.run(drive())


def test_after_not_sure_a_question_says_on_which_branch_it_stands() -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])
    only_if, ask = seen_after(app, ["4"], "#only-if", "#ask")
    assert only_if == "Only if: Where would the kite be flown? Outside, on a field of the school"
    assert ask == "Did the principal sign the form?"


def test_not_sure_has_a_key_and_ends_in_not_yet() -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ["kites"])
    assert seen_after(app, ["2", "s"], "#headline") == ("? NOT YET",)
    assert app.decision is not None
    assert [question.fact for question in app.decision.find_out] == ["form"]


def test_an_answer_that_carries_over_is_shown_as_carried() -> None:
    carried, ask = seen_after(about("first", "second"), ["2"], "#carried", "#ask")
    assert (carried, ask) == ("Carried over: Where? Paper", "Consent?")
    assert seen_after(about("second"), ["2"], "#carried") == ("",)


def test_a_deny_shows_that_it_is_settled_and_does_not_hide_the_other_questions() -> None:
    app = about("first", "second")
    already, standing, ask = seen_after(app, ["1"], "#already", "#standing", "#ask")
    assert already.startswith("✗ Already NO, whatever")
    assert standing == "Second · topic 2 of 2 · last question Ways left in this topic: 1 YES · 1 NO"
    assert ask == "Consent?"
    assert seen_after(about("first", "second"), ["2"], "#already") == ("",)


def test_where_it_can_only_be_asked_about_no_no_is_promised() -> None:
    unsaid = tiny_tree({"where": {"site": "unsaid", "paper": "unsaid"}}, {"unsaid": "silent"}, "first")
    app = AdvisorApp(OneShelf(tiny_district(unsaid, second())), DISTRICT, ("first", "second"))
    (already,) = seen_after(app, ["1"], "#already")
    assert already.startswith("? No YES any more, whatever")


def test_the_certain_verdict_can_be_seen_and_the_questions_gone_on_with() -> None:
    async def drive() -> list[str]:
        app = about("first", "second")
        seen: list[str] = []
        async with running(app) as pilot:
            for keys in (["1", "f"], ["g"], ["y"]):
                await pilot.press(*keys)
                await pilot.pause()
                seen += shown(app, "#headline", "#ask")
        assert app.decision is not None
        return seen

    assert asyncio.run(drive()) == ["✗ NO", "", "", "Consent?", "✗ NO", ""]


def test_nothing_is_stopped_before_it_is_certain() -> None:
    assert seen_after(about("first", "second"), ["2", "f"], "#headline", "#ask") == ("", "Consent?")


def test_taking_back_after_stopping_asks_again() -> None:
    assert seen_after(about("first", "second"), ["1", "f", "u"], "#headline", "#ask") == ("", "Where?")


def test_what_was_ticked_on_the_first_screen_stands_in_the_trail_and_is_taken_back_there() -> None:
    ticked = FirstFact(Fact("shows-it"), "It shows it", {})
    other = FirstFact(Fact("tells-it"), "It tells it", {})
    yes = Answer("yes")
    listed = (
        Topic(TopicSlug("first"), "First", "post", {ticked.fact: yes}),
        Topic(TopicSlug("second"), "Second", "post", {other.fact: yes}),
    )
    district = replace(tiny_district(first(), second()), topics=Topics((ticked, other), listed))

    async def drive() -> tuple[str, bool]:
        app = AdvisorApp(OneShelf(district), DISTRICT)
        async with running(app) as pilot:
            app.push_screen(WalkScreen(district.consult_by_first_facts({ticked.fact: yes}), district))
            await pilot.pause()
            (trail,) = shown(app, "#trail")
            assert consultation(app).answers == {"shows-it": "yes", "tells-it": "no"}
            await pilot.press("u")
            await pilot.pause()
            return trail, isinstance(app.screen, HomeScreen)

    assert asyncio.run(drive()) == ("It shows it → Yes", True)
