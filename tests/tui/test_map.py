"""The map in the app, by keys: where a person is, what each place takes, and the way back to a question."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest
from textual.pilot import Pilot

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.tree import UNSURE, Answer, Fact
from advisor.tui.app import AdvisorApp
from advisor.tui.screens.keys import KeysScreen
from advisor.tui.screens.map import MapScreen
from advisor.tui.screens.walk import WalkScreen
from tests.support.screens import SMALL, USUAL, WIDE, OneShelf, consultation, frame, running, shown
from tests.support.trees import tiny_district, tiny_tree
from tests.tui.sample import sample_district

Steps = Callable[[AdvisorApp, "Pilot[Decision | None]"], Awaitable[None]]

DIAMOND = tiny_tree(
    {
        "public": {"yes": "form", "no": "own"},
        "own": {"yes": "form", "no": "wait"},
        "form": {"yes": "fine", "no": "wait"},
    },
    {"fine": "allow", "wait": "deny"},
    "diamond",
)


def use(district: District, topics: list[str], *keys: str, size: tuple[int, int] = USUAL, steps: Steps) -> None:
    app = AdvisorApp(OneShelf(district), district.slug, topics)

    async def drive() -> None:
        async with running(app, size) as pilot:
            await pilot.press(*keys)
            await pilot.pause()
            await steps(app, pilot)

    asyncio.run(drive())


def seen(*keys: str, topics: tuple[str, ...] = ("kites",), size: tuple[int, int] = USUAL) -> str:
    """Press keys in a walk through invented topics and return what the screen then shows."""
    frames: list[str] = []

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        frames.append(frame(app))

    use(sample_district(), list(topics), *keys, size=size, steps=steps)
    return frames[0]


def in_diamond(*keys: str, steps: Steps) -> None:
    use(tiny_district(DIAMOND), ["diamond"], *keys, steps=steps)


def expect(*parts: str) -> Steps:
    """Return steps that expect words in the highlighted place, which is shown in full."""

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert shown(app, "#place-text", "#place-ends", "#place-way") == parts

    return steps


@pytest.mark.parametrize("size", [SMALL, USUAL, WIDE])
def test_the_question_says_how_many_ways_are_left(size: tuple[int, int]) -> None:
    assert "Ways left: 1 YES, IF · 2 NO · 1 NOT YET" in seen(size=size)
    assert "Ways left: 1 YES, IF · 1 NO" in seen("2", size=size)
    assert "Ways left in this topic: 1 YES, IF · 1 NO" in seen("2", topics=("kites", "banners"), size=size)
    assert "Ways left" not in seen("1", size=size)


def test_the_map_lights_the_way_and_says_what_each_place_can_end_in() -> None:
    shown_map = seen("2", "m", size=WIDE)
    rows = [" ".join(line.split()) for line in shown_map.splitlines()]
    assert "From here: 1 way to YES, IF · 1 to NO" in rows
    assert "● Where would the kite be flown? ✓… ✗" in rows
    assert "- Inside a school building → NO: Flying indoors is ruled out. ✗" in rows
    assert "▸ Outside, on a field of the school → Did the principal sign the form? ✓… ✗" in rows
    assert "○ Yes → YES, IF: A signed form lifts the rule. ✓…" in rows


@pytest.mark.parametrize("close", ["escape", "m", "enter"])
def test_closing_the_map_changes_nothing(close: str) -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert isinstance(app.screen, MapScreen)
        await pilot.press(close)
        await pilot.pause()
        assert consultation(app).answers == {"public": "no"}
        assert consultation(app).question == DIAMOND.questions[DIAMOND.order[1]]

    in_diamond("n", "m", steps=steps)


def test_enter_on_an_answered_question_asks_it_again_and_offers_what_was_answered_since() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        begun = consultation(app)
        assert begun.question is not None
        assert (begun.question.id, begun.offered, dict(begun.dormant)) == (
            "public",
            "no",
            {"public": "no", "own": "yes"},
        )
        await pilot.press("n")
        await pilot.pause()
        assert consultation(app).offered == "yes"

    in_diamond("n", "y", "m", "g", "enter", steps=steps)


def test_at_the_verdict_the_map_shows_the_way_and_leads_back_too() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert shown(app, "#place-text", "#place-ends", "#place-way") == (
            "No → Because of wait.",
            "Ends in ✗ NO",
            "Your answers end here.",
        )
        await pilot.press("k", "k", "enter")
        await pilot.pause()
        assert consultation(app).question == DIAMOND.questions[DIAMOND.order[1]]
        assert consultation(app).answers == {"public": "no"}

    in_diamond("n", "n", "m", steps=steps)


@pytest.mark.parametrize(
    ("keys", "parts"),
    [
        ((), ("No → Own?", "Can end in ✓ YES · ✗ NO", "You are here.")),
        (
            ("g",),
            (
                "Public?",
                "Can end in ✓ YES · ✗ NO",
                "You answered this. Enter goes back to it; what you answered since is offered again.",
            ),
        ),
        (
            ("j", "down"),
            ("Yes → Because of fine.", "Ends in ✓ YES", "To come here, answer: • Own? → Yes • Form? → Yes"),
        ),
        (
            ("k",),
            (
                "Yes → Form?",
                "Can end in ✓ YES · ✗ NO",
                "Your answers rule this out. To come here, answer: • Public? → Yes, instead of No",
            ),
        ),
        (("G",), ("No → Because of wait.", "Ends in ✗ NO", "To come here, answer: • Own? → No")),
    ],
)
def test_the_highlighted_place_is_shown_with_what_it_takes(keys: tuple[str, ...], parts: tuple[str, ...]) -> None:
    in_diamond("n", "m", *keys, steps=expect(*parts))


@pytest.mark.parametrize(
    ("keys", "node"),
    [(("j", "enter"), "own"), (("j", "j", "enter"), "own"), (("k", "enter"), "form"), (("k", "enter", "enter"), "own")],
)
def test_enter_on_a_place_that_takes_answers_goes_to_what_comes_first_and_answers_nothing(
    keys: tuple[str, ...], node: str
) -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert isinstance(app.screen, MapScreen)
        (text,) = shown(app, "#place-text")
        assert text.endswith(f"{node.capitalize()}?")
        await pilot.press("escape")
        await pilot.pause()
        assert consultation(app).answers == {"public": "no"}

    in_diamond("n", "m", *keys, steps=steps)


def test_from_a_place_that_is_ruled_out_enter_leads_to_where_the_way_parted_and_then_back_to_it() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert consultation(app).question == sample_district().questions[Fact("place")]
        assert set(consultation(app).dormant.values()) == {"outside"}

    use(sample_district(), ["kites"], "2", "m", "G", "enter", "enter", steps=steps)


def test_with_several_topics_it_is_the_map_of_the_one_at_hand_and_at_the_end_of_the_strictest() -> None:
    assert "Map · Kites" in seen("m", topics=("kites", "banners"))
    assert "From here, in this topic: 1 way to YES, IF · 2 to NO · 1 to NOT YET" in seen(
        "m", topics=("kites", "banners")
    )
    assert "Map · Banners" in seen("1", "m", topics=("kites", "banners"))
    assert "Map · Kites" in seen("1", "y", "m", topics=("kites", "banners"))


def test_a_number_or_a_letter_on_the_map_answers_nothing() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.press("1", "y", "u", "escape")
        await pilot.pause()
        assert consultation(app).answers == {"public": "no"}

    in_diamond("n", "m", steps=steps)


def test_a_quick_key_before_the_map_is_followed_first() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        for key in "nmmm":
            app.simulate_key(key)
        for _ in range(3):
            await pilot.pause()
        assert [type(screen) for screen in app.screen_stack[-2:]] == [WalkScreen, MapScreen]
        assert shown(app, "#place-text") == ("No → Own?",)

    in_diamond(steps=steps)


def test_a_long_text_of_a_place_is_read_on_with_space() -> None:
    deep = {f"q{n}": {"yes": f"q{n + 1}", "no": "wait"} for n in range(20)}
    tree = tiny_tree({**deep, "q20": {"yes": "fine", "no": "wait"}}, {"fine": "allow", "wait": "deny"}, "deep")

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert isinstance(app.screen, MapScreen)
        before = app.screen.reading.scroll_y
        await pilot.press("space")
        await pilot.pause()
        assert app.screen.reading.scroll_y > before
        await pilot.press("k")
        await pilot.pause()
        assert app.screen.reading.scroll_y == 0

    use(tiny_district(tree), ["deep"], "m", *["j"] * 20, size=SMALL, steps=steps)


@pytest.mark.parametrize("size", [(40, 12), SMALL, USUAL, WIDE])
def test_where_you_are_is_in_sight_when_the_map_opens(size: tuple[int, int]) -> None:
    deep = {f"q{n}": {"no": "wait", "yes": f"q{n + 1}"} for n in range(60)}
    tree = tiny_tree({**deep, "q60": {"yes": "fine", "no": "wait"}}, {"fine": "allow", "wait": "deny"}, "deep")

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        (rows,) = shown(app, "#map")
        assert "▸ Yes → " in rows

    use(tiny_district(tree), ["deep"], *["y"] * 40, "m", size=size, steps=steps)


def test_what_not_sure_leaves_open_is_shown_as_well() -> None:
    unsure = Consultation.begin([DIAMOND]).answer(UNSURE)

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert isinstance(app.screen, WalkScreen)
        app.screen.consultation = unsure
        await pilot.press("m")
        await pilot.pause()
        assert shown(app, "#place-text", "#place-way") == ("No → Own?", "You are here.")
        await pilot.press("g", "j")
        await pilot.pause()
        assert shown(app, "#place-way") == ("Your answers lead here as well.",)
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app, "#place-way") == ("You are here.",)
        await pilot.press("enter")
        await pilot.pause()
        app.screen.consultation = unsure.answer(UNSURE).answer(UNSURE)
        await pilot.press("m")
        await pilot.pause()
        assert shown(app, "#place-way") == ("Your answers end here.",)

    in_diamond(steps=steps)


def test_the_list_of_keys_names_those_of_the_map() -> None:
    assert "Go to that question, or to what comes first" in " ".join(seen("m", "question_mark", size=(120, 60)).split())
    assert "Show the tree and where you are in it" in seen("question_mark", size=(80, 60))


def test_where_you_are_is_the_question_itself_and_no_reference_to_it() -> None:
    tree = tiny_tree(
        {"a": {"yes": "b", "no": "c"}, "b": {"yes": "e", "no": "wait"}, "c": {"yes": "d", "no": "wait"}}
        | {"e": {"yes": "d", "no": "wait"}, "d": {"yes": "fine", "no": "wait"}},
        {"fine": "allow", "wait": "deny"},
        "meeting",
    )
    unsure = Consultation.begin([tree], {Fact("a"): UNSURE} | dict.fromkeys(map(Fact, "bce"), Answer("yes")))

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert isinstance(app.screen, WalkScreen)
        app.screen.consultation = unsure
        await pilot.press("m", "enter")
        await pilot.pause()
        assert isinstance(app.screen, WalkScreen)

    use(tiny_district(tree), ["meeting"], steps=steps)


def test_after_not_sure_the_answers_end_behind_the_questions_that_do_not_matter() -> None:
    either = tiny_tree(
        {"a": {"yes": "b", "no": "c"}, "b": {"yes": "never", "no": "wait"}, "c": {"yes": "wait", "no": "never"}},
        {"never": "deny", "wait": "deny"},
        "either",
    )

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        end = ("Yes → Because of never.", "Your answers end here.")
        assert shown(app, "#place-text", "#place-way") == end
        await pilot.press("k")
        await pilot.pause()
        assert shown(app, "#place-text", "#place-way") == ("Yes → B?", "Your answers lead here as well.")
        await pilot.press("enter")
        await pilot.pause()
        assert shown(app, "#place-text", "#place-way") == end
        await pilot.press("enter")
        await pilot.pause()
        assert consultation(app).answers == {"a": UNSURE}

    use(tiny_district(either), ["either"], "s", "m", steps=steps)


def test_a_choice_on_the_map_closes_no_screen_above_it() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert isinstance(app.screen, MapScreen)
        app.screen.places.choose(0)
        app.action_keys()  # before the map is told of the choice
        for _ in range(3):
            await pilot.pause()
        assert [type(screen) for screen in app.screen_stack] == [WalkScreen, MapScreen, KeysScreen]
        await pilot.press("escape", "m")
        await pilot.pause()
        assert [type(screen) for screen in app.screen_stack] == [WalkScreen]

    in_diamond("n", "m", steps=steps)
