"""The review: every answer, what another one would come to, and that nothing changes before it is kept."""

import asyncio
from collections.abc import Sequence

from advisor.domain.consultation import Consultation
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.walk import WalkScreen
from tests.support.screens import OneShelf, consultation, frame, running, shown
from tests.tui.sample import SLUG, sample_district, starting_district

BOTH = ("kites", "banners")


def seen_after(keys: Sequence[str], topics: tuple[str, ...] = BOTH) -> tuple[str, AdvisorApp]:
    """Press keys and return the screen with single spaces, and the app."""
    app = AdvisorApp(OneShelf(sample_district()), SLUG, topics)

    async def drive() -> str:
        async with running(app) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return " ".join(frame(app).split())

    return asyncio.run(drive()), app


def walked_on(keys: Sequence[str], topics: tuple[str, ...] = BOTH) -> Consultation:
    """Press keys and return the consultation that the walk then stands at."""
    app = AdvisorApp(OneShelf(sample_district()), SLUG, topics)

    async def drive() -> Consultation:
        async with running(app) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return consultation(app)

    return asyncio.run(drive())


def test_every_answer_stands_there_with_what_others_would_come_to() -> None:
    seen, _ = seen_after(["2", "n", "r"])
    assert "✗ NO Without the form the rule stands." in seen
    assert "Kites Where would the kite be flown? Outside, on a field of the school" in seen
    assert "Did the principal sign the form? No" in seen
    assert "1 Inside a school building → ✗ NO" in seen
    assert "2 Outside, on a field of the school ← as it stands" in seen


def test_another_answer_moves_the_verdict_and_changes_nothing_yet() -> None:
    seen, app = seen_after(["2", "n", "r", "down", "1"])
    assert "✗ NO → ✓… YES, IF A signed form lifts the rule." in seen
    assert "Did the principal sign the form? Yes ← was: No" in seen
    assert app.consultation is not None
    assert app.consultation.answers == {"place": "outside", "form": "no"}


def test_escape_drops_what_was_tried() -> None:
    assert walked_on(["2", "n", "r", "down", "1", "escape"]).answers == {"place": "outside", "form": "no"}


def test_g_goes_on_with_it() -> None:
    kept = walked_on(["2", "n", "r", "down", "1", "g"])
    assert kept.answers == {"place": "outside", "form": "yes"}
    assert kept.question is None


def test_after_a_change_only_what_it_brings_up_is_asked() -> None:
    kept = walked_on(["1", "r", "2", "g"], ("kites",))
    assert kept.answers == {"place": "outside"}
    assert kept.question is not None
    assert kept.question.fact == "form"
    back_again = walked_on(["1", "r", "2", "g", "y"], ("kites",))
    assert back_again.decision is not None
    assert back_again.decision.headline == "YES, IF"


def test_what_a_change_brings_up_can_be_answered_there_too() -> None:
    seen, _ = seen_after(["1", "r", "2"], ("kites",))
    assert "✗ NO → at most 1 more question" in seen
    assert "Still to answer Did the principal sign the form?" in seen
    seen, _ = seen_after(["1", "r", "2", "1"], ("kites",))
    assert "✗ NO → ✓… YES, IF" in seen
    assert "Did the principal sign the form? Yes ← new" in seen


def test_the_answers_can_be_chosen_with_enter_and_escape_leads_back_to_the_list() -> None:
    kept = walked_on(["2", "n", "r", "down", "enter", "up", "enter", "g"])
    assert kept.answers == {"place": "outside", "form": "yes"}
    seen, _ = seen_after(["2", "n", "r", "enter", "escape"])
    assert "Nothing counts until you keep it." in seen


def test_one_change_can_be_taken_back() -> None:
    seen, _ = seen_after(["2", "n", "r", "down", "1", "up", "1", "u"])
    assert "✗ NO → ✓… YES, IF" in seen
    seen, _ = seen_after(["2", "n", "r", "down", "1", "u"])
    assert "✗ NO Without the form the rule stands. Move to an answer" in seen


def test_it_opens_in_the_middle_of_a_walk_and_keeps_an_answer_of_not_sure() -> None:
    seen, _ = seen_after(["2", "r"])
    assert "at most 1 more question" in seen
    assert "Still to answer Did the principal sign the form?" in seen
    assert walked_on(["2", "r", "down", "3", "g"]).answers == {"place": "outside", "form": "unsure"}


def test_before_the_first_answer_there_is_only_the_question() -> None:
    seen, _ = seen_after(["r"])
    assert "Still to answer Where would the kite be flown?" in seen


def test_where_nothing_is_left_that_it_is_about_it_says_whom_to_ask_and_cannot_be_kept() -> None:
    app = AdvisorApp(OneShelf(starting_district()), SLUG)

    async def drive() -> tuple[str, bool]:
        async with running(app) as pilot:
            await pilot.press("1", "1", "enter", "1", "1", "r", "2")
            await pilot.pause()
            words = shown(app, "#moves", "#moves-because")
            await pilot.press("g")
            await pilot.pause()
            return " ".join(words), isinstance(app.screen, WalkScreen)

    said, left = asyncio.run(drive())
    assert said.startswith("✗ NO → nothing is left that it is about Ask the front office before")
    assert not left


def test_u_after_keeping_takes_back_what_was_changed_last() -> None:
    assert walked_on(["2", "n", "r", "down", "1", "g", "u"]).answers == {"place": "outside"}


def first_fact_tried(*keys: str) -> tuple[str, AdvisorApp]:
    """Say that something flies and who one is, then press keys at the review."""
    app = AdvisorApp(OneShelf(starting_district()), SLUG)

    async def drive() -> str:
        async with running(app, (80, 30)) as pilot:
            await pilot.press("1", "1", "enter", "1", "2", "r", *keys)
            await pilot.pause()
            return f"{type(app.screen).__name__} {' '.join(frame(app).split())}"

    return asyncio.run(drive()), app


def test_a_tick_of_the_first_screen_that_is_tried_away_can_be_put_back() -> None:
    seen, _ = first_fact_tried("2")
    assert "Something flies: No ← was: Yes" in seen
    assert "This cannot be kept: u takes a change back, Escape drops all." in seen
    assert "Still to answer" not in seen
    seen, _ = first_fact_tried("2", "1")
    assert "Something flies: Yes" in seen
    assert "← was" not in seen


def test_u_after_keeping_another_fact_of_the_first_screen_stays_in_the_walk() -> None:
    seen, app = first_fact_tried("3", "g")
    assert seen.startswith("WalkScreen")
    assert app.decision is None
    seen, _ = first_fact_tried("3", "g", "u")
    assert seen.startswith("WalkScreen")
    assert "Something flies" in seen


def test_in_the_smallest_window_every_other_answer_can_be_brought_in_sight() -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG, BOTH)

    async def drive() -> list[str]:
        async with running(app, (40, 12)) as pilot:
            await pilot.press("2", "n", "r", "home", "enter")
            seen: list[str] = []
            for _ in range(4):
                await pilot.pause()
                seen.append(" ".join(frame(app).split()))
                await pilot.press("down")
            return seen

    seen = asyncio.run(drive())
    assert all(each.endswith("q Quit") for each in seen)
    for words in ("1 Inside", "2 Outside", "3 Somewhere", "4 Not sure"):
        assert any(words in each for each in seen)
