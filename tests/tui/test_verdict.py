"""The verdict screen: what to do, with ticks, what would change a no, what to find out, and each topic's verdict."""

import asyncio
from dataclasses import replace

import pytest

from advisor.domain.district import District
from advisor.domain.tree import Answer, NodeId
from advisor.storage.official_words import imported, keep
from advisor.tui.app import AdvisorApp
from tests.support.screens import SMALL, WIDE, OneShelf, frame, held, running, shown
from tests.support.trees import DISTRICT, tiny_district, tiny_tree
from tests.tui.sample import INDOORS, KITES, SIGNED, SLUG, sample_district

TALL = (80, 60)


def after(*keys: str, topics: tuple[str, ...] = ("kites",), size: tuple[int, int] = TALL) -> str:
    """Press keys and return the screen with single spaces."""
    app = AdvisorApp(OneShelf(sample_district()), SLUG, topics)

    async def drive() -> str:
        async with running(app, size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            return " ".join(text_pane(frame(app)).split())

    return asyncio.run(drive())


def text_pane(drawn: str) -> str:
    """Return what stands left of what was answered."""
    return "\n".join(line.split("│")[0].strip("▏▌▎ ") for line in drawn.splitlines())


def test_a_number_ticks_a_condition_and_takes_the_tick_away() -> None:
    assert "2 ☐ Hold the string." in after("2", "y")
    ticked = after("2", "y", "2")
    assert "2 ☑ Hold the string." in ticked
    assert "1 ☐ Check the wind." in ticked
    assert "2 ☐ Hold the string." in after("2", "y", "2", "2")
    assert "☑" not in after("2", "y", "9")


def test_a_number_that_was_typed_ahead_ticks_nothing() -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ("kites",))

    async def drive() -> str:
        async with running(app, TALL) as pilot:
            for key in ("2", "y", "1", "2"):
                app.simulate_key(key)
            await pilot.pause()
            await pilot.pause()
            return frame(app)

    drawn = asyncio.run(drive())
    assert "☐ Check the wind." in drawn
    assert "☑" not in drawn


@pytest.mark.parametrize("press", ["space", "enter"])
def test_tab_leads_to_each_condition_and_a_key_ticks_it(press: str) -> None:
    assert "2 ☑ Hold the string." in after("2", "y", "tab", "tab", press)


def test_a_tick_outlasts_a_look_at_the_answers_and_the_map() -> None:
    assert "1 ☑ Check the wind." in after("2", "y", "1", "r", "escape", "m", "escape")
    assert "1 ☑ Check the wind." in after("2", "y", "1", "u", "y")


def test_conditions_stand_in_the_order_in_which_they_fall_due() -> None:
    seen = after("2", "y")
    headings = ["Before", "When posting", "Afterwards", "Every year"]
    assert [seen.index(each) for each in headings] == sorted(seen.index(each) for each in headings)
    assert "Check the wind. the teacher · II ¶2 s1" in seen


def test_a_no_says_what_would_change_it_and_where_a_yes_parted() -> None:
    seen = after("2", "n")
    assert "What would change it Have the principal sign the form. Then: Check the wind (the teacher)" in seen
    assert "Where a yes parted from this Did the principal sign the form? You answered “No”." in seen
    assert "☐" not in seen


def test_of_many_ways_to_change_it_the_last_are_folded() -> None:
    names = [f"way-{n}" for n in range(1, 9)]
    tree = tiny_tree({"how": {"no": "refused", **dict.fromkeys(names, "fine")}}, {"fine": "allow", "refused": "deny"})
    how = tree.questions[NodeId("how")]
    obtainable = replace(how, obtain={Answer(name): f"Take {name}." for name in names})
    app = AdvisorApp(
        OneShelf(tiny_district(replace(tree, questions={how.id: obtainable}))), DISTRICT, [str(tree.topic)]
    )

    async def drive() -> list[str]:
        async with running(app, TALL) as pilot:
            seen: list[str] = []
            for keys in (["1"], ["tab", "enter"], ["enter"]):
                await pilot.press(*keys)
                await pilot.pause()
                seen.append(" ".join(text_pane(frame(app)).split()))
            return seen

    folded, unfolded, again = asyncio.run(drive())
    assert "1 Take way-1." in folded
    assert "6 Take way-6. ▸ 2 more like these" in folded
    assert "way-7" not in folded
    assert "▾ 2 more like these 7 Take way-7. 8 Take way-8." in unfolded
    assert "way-7" not in again


def test_where_nothing_would_change_it_that_is_said() -> None:
    assert "No change this tree knows of would allow it." in after("1")
    assert "No change these trees know of would allow it." in after("1", "n", topics=("kites", "banners"))
    assert "What would change it" not in after("2", "y")


def test_what_is_not_known_is_named_with_who_knows_and_how_to_bring_it_about() -> None:
    seen = after("2", "s")
    assert "? NOT YET It depends on what is not known yet." in seen
    assert "Find out 1 Did the principal sign the form? Ask the principal. Yes: Have the principal sign" in seen


def test_what_settles_most_is_named_first() -> None:
    seen = after("4", "s")
    assert "Find out, the first before the others 1 Where would the kite be flown?" in seen
    assert seen.index("1 Where would the kite") < seen.index("2 Did the principal sign")


def test_each_topic_is_folded_and_unfolds_to_why() -> None:
    both = ("kites", "banners")
    folded = after("1", "y", topics=both)
    assert "▸ ✗ NO Kites ▸ ✓ YES Banners" in folded
    assert "A banner may be flown" not in folded
    unfolded = after("1", "y", "tab", "tab", "enter", topics=both)
    assert "▸ ✗ NO Kites ▾ ✓ YES Banners A banner may be flown with the form. II ¶2 s1 Outdoors" in unfolded
    assert "A banner may be flown" not in after("1", "y", "tab", "tab", "enter", "enter", topics=both)


def test_the_verdict_that_is_certain_already_says_how_much_is_left_and_what_would_change_it() -> None:
    seen = after("1", "f", topics=("kites", "banners"))
    assert "✗ NO Flying indoors is ruled out." in seen
    assert "This is certain already. At most 1 question left; g goes on." in seen
    assert "No change this tree knows of would allow it." in seen


def with_official_words() -> District:
    """Return the district after a person imported what its policy says under one of its clauses."""
    district = sample_district()
    policy = replace(district.policy, clauses=tuple(replace(each, digest="d") for each in district.policy.clauses))
    keep(imported(policy, {SIGNED: "A form signed by the principal is required outdoors."}))
    return replace(district, policy=policy)


@pytest.mark.parametrize(("size", "places"), [(SMALL, ("#cites", "#why")), (WIDE, ("#aside-text", "#aside-text"))])
def test_the_official_words_stand_under_their_clause(size: tuple[int, int], places: tuple[str, str]) -> None:
    app = AdvisorApp(OneShelf(with_official_words()), SLUG, ("kites",))

    async def drive() -> tuple[str, ...]:
        async with running(app, size) as pilot:
            at_first = held(app, places[1])
            await pilot.press("2")
            asked = held(app, places[1])
            await pilot.press("n")
            await pilot.pause()
            return (*at_first, *asked, *held(app, places[0]))

    first, asked, decided = asyncio.run(drive())
    assert "“" not in first
    assert "“ A form signed by the principal is required outdoors.”" in asked
    assert "“ A form signed by the principal is required outdoors.”" in decided


def test_clauses_stand_beside_the_text_where_there_is_room_and_below_it_elsewhere() -> None:
    def where(size: tuple[int, int]) -> tuple[str, ...]:
        app = AdvisorApp(OneShelf(sample_district()), SLUG, (KITES,))

        async def drive() -> tuple[str, ...]:
            async with running(app, size) as pilot:
                before = held(app, "#why", "#aside-text")
                await pilot.press("1")
                await pilot.pause()
                return (*before, *held(app, "#cites", "#aside-text"))

        return asyncio.run(drive())

    assert [bool(text) for text in where((119, 40))] == [True, False, True, False]
    assert [bool(text) for text in where(WIDE)] == [False, True, False, True]
    assert where(WIDE)[3] == f"Rests on 100 {INDOORS} Nothing is flown indoors."


def test_the_headline_stays_in_sight_however_long_the_text() -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG, (KITES,))

    async def drive() -> tuple[str, ...]:
        async with running(app, SMALL) as pilot:
            await pilot.press("2", "y", "end", "end")
            await pilot.pause()
            assert "Check the wind" not in frame(app)
            return shown(app, "#headline")

    assert asyncio.run(drive()) == ("✓… YES, IF",)
