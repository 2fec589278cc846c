"""What a person can do in the app, by keys and by mouse."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Input

from advisor.domain.decision import Decision
from advisor.domain.policy import DistrictSlug
from advisor.domain.replay import Same, replay
from advisor.domain.tree import Fact
from advisor.errors import UnknownNameError
from advisor.storage.records import read_record_file, record_files, records_folder
from advisor.tui.app import AdvisorApp
from advisor.tui.remembered import Remembered, recall, remember, remembered_file
from advisor.tui.screens.review import ReviewScreen
from advisor.tui.screens.walk import WalkScreen
from tests.support.screens import USUAL, OneShelf, consultation, frame, running, shown
from tests.tui.sample import SLUG, sample_district, starting_district

Steps = Callable[[AdvisorApp, "Pilot[Decision | None]"], Awaitable[None]]


def shelf() -> OneShelf:
    return OneShelf(sample_district())


def use(app: AdvisorApp, steps: Steps, size: tuple[int, int] = USUAL) -> AdvisorApp:
    async def drive() -> None:
        async with running(app, size) as pilot:
            await steps(app, pilot)

    asyncio.run(drive())
    return app


def after(app: AdvisorApp, *keys: str, size: tuple[int, int] = USUAL) -> str:
    """Press keys and return what the screen then shows."""
    seen: list[str] = []

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        seen.append(frame(app))

    use(app, steps, size)
    return seen[0]


def walking(*topics: str) -> AdvisorApp:
    return AdvisorApp(shelf(), SLUG, topics or ("kites",))


def test_without_arguments_it_leads_from_district_to_verdict() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        assert "Example Public Schools" in frame(app)
        for key, leads_to in (
            ("1", "What would you like to do?"),
            ("1", "Post something: which of these are true?"),
            ("1", "← yes"),
            ("enter", "Which of these are you?"),
            ("1", "Where would the kite be flown?"),
        ):
            await pilot.press(key)
            await pilot.pause()
            assert leads_to in frame(app)
        await pilot.press("1")
        await pilot.pause()
        assert shown(app, "#headline", "#because") == ("✗ NO", "Flying indoors is ruled out.")

    app = use(AdvisorApp(OneShelf(starting_district())), steps)
    assert app.decision is not None
    assert app.decision.because == "Flying indoors is ruled out."


def test_the_district_is_remembered_and_can_be_changed() -> None:
    after(AdvisorApp(shelf()), "1")
    assert recall(remembered_file()).district == SLUG
    assert "What would you like to do?" in after(AdvisorApp(shelf()))
    assert "Whose rules are yours?" in after(AdvisorApp(shelf()), "d")
    assert "What would you like to do?" in after(AdvisorApp(shelf()), "d", "escape")


@pytest.mark.parametrize("kept", ["atlantis", "../../etc/passwd", "[red]x", ""])
def test_a_remembered_district_that_does_not_exist_is_ignored(kept: str) -> None:
    remember(remembered_file(), Remembered(kept, "no-such-theme"))
    app = AdvisorApp(shelf())
    assert app.theme == "advisor-dark"
    assert "Whose rules are yours?" in after(app)


def test_an_unsound_district_is_named_and_cannot_be_chosen() -> None:
    class Unsound(OneShelf):
        @property
        def districts(self) -> tuple[DistrictSlug, ...]:
            return (DistrictSlug("atlantis"), *super().districts)

    seen = after(AdvisorApp(Unsound(sample_district())))
    assert '"atlantis"' in seen
    assert "1  Example Public Schools" in seen


def test_an_unknown_district_or_topic_is_an_error_before_anything_is_drawn() -> None:
    with pytest.raises(UnknownNameError, match="atlantis"):
        AdvisorApp(shelf(), "atlantis")
    with pytest.raises(UnknownNameError, match="kites"):
        AdvisorApp(shelf(), SLUG, ["kite"])


def test_the_walk_opens_at_its_first_question() -> None:
    app = walking()
    assert isinstance(app.get_default_screen(), WalkScreen)
    seen = after(app)
    for part in (
        "Where would the kite be flown?",
        "A covered walk counts",
        "II ¶1",
        "the caretaker",
        "at most 2 questions left",
    ):
        assert part in seen


@pytest.mark.parametrize(
    "keys",
    [("2", "1"), ("down", "enter", "y"), ("j", "enter", "enter"), ("2", "j", "k", "enter"), ("2", "j", "n", "u", "y")],
)
def test_every_way_of_answering_leads_to_the_same_verdict(keys: tuple[str, ...]) -> None:
    seen = after(walking(), *keys)
    assert "✓…  YES, IF" in seen


def test_a_number_without_an_answer_does_nothing() -> None:
    assert "Where would the kite be flown?" in after(walking(), "9")


@pytest.mark.parametrize("back", ["u", "backspace", "z"])
def test_back_takes_the_last_answer_back_and_offers_it_again(back: str) -> None:
    seen = after(walking(), "2", "n", back)
    assert "Did the principal sign the form?" in seen
    assert "2  No  ← you answered this before" in seen
    assert "✗  NO" in after(walking(), "2", "n", back, "enter")


def test_back_at_the_start_changes_nothing() -> None:
    assert "at most 2 questions left" in after(walking(), "u", "u")


def test_escape_goes_up_one_level_to_the_district() -> None:
    assert "What would you like to do?" in after(walking(), "2", "escape")
    assert "Whose rules are yours?" in after(walking(), "2", "escape", "escape")


def test_escape_from_a_chosen_topic_goes_back_to_the_topics_with_what_was_marked() -> None:
    seen = after(AdvisorApp(OneShelf(starting_district()), SLUG), "3", "space", "down", "enter", "escape")
    assert "1  ✓ Kites" in seen
    assert "2  ✓ Banners" in seen


def test_the_trail_shows_each_question_with_its_answer_and_leads_back_to_it() -> None:
    seen = after(walking(), "2", "n")
    assert "→ Outside, on a" in seen
    assert "→ No" in seen

    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.press("2", "n", "tab", "down", "enter")
        await pilot.pause()
        assert consultation(app).question == sample_district().questions[Fact("place")]
        assert set(consultation(app).dormant.values()) == {"outside", "no"}

    use(walking(), steps)


def test_the_mouse_answers_too() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.click("#answers", offset=(6, 1))
        await pilot.pause()
        assert shown(app, "#headline") == ("✗ NO",)
        await pilot.click("#key-bar", offset=(3, 0))
        await pilot.pause()
        assert consultation(app).answers == {}

    use(walking(), steps)


def test_several_topics_are_one_consultation_in_which_no_fact_is_asked_twice() -> None:
    seen = after(walking("kites", "banners"), "2", "y", size=(80, 60))
    assert "✓…  YES, IF" in seen
    assert "▸ ✓…  YES, IF  Kites" in seen
    assert "▸ ✓  YES       Banners" in seen


def test_marked_topics_are_asked_about_together() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.press("3", "space", "down", "enter")
        await pilot.pause()
        assert [tree.topic for tree in consultation(app).trees] == ["scope", "kites", "banners"]

    use(AdvisorApp(OneShelf(starting_district()), SLUG), steps)


def test_headings_are_no_rows_to_choose() -> None:
    seen = after(AdvisorApp(OneShelf(starting_district()), SLUG), "3")
    rows = [line.strip() for line in seen[seen.index("Post") :].splitlines()]
    assert rows[:6] == ["Post", "1  Kites", "Account", "2  Banners", "Always", "3  Who is bound"]
    assert "Which of these are you?" in after(AdvisorApp(OneShelf(starting_district()), SLUG), "3", "3")


def test_the_verdict_shows_everything_it_rests_on() -> None:
    seen = after(walking(), "2", "y", size=(80, 60))
    due = [
        seen.index(word) for word in ("Check the wind.", "Hold the string.", "Take the kite down", "Renew the form.")
    ]
    assert due == sorted(due)
    assert "100 II ¶2 s1" in seen
    assert "the teacher" in seen


def test_a_silent_policy_names_whom_to_ask_and_a_disputed_one_its_readings() -> None:
    silent = after(walking(), "3", size=(80, 60))
    assert "?  NOT YET" in silent
    assert "The policy does not say. Ask before you go ahead." in " ".join(silent.split())
    assert "Ask the district office." in silent
    assert "Closest in the policy" in silent
    assert "It governs flying only. → yes" in after(walking(), "2", "n", size=(80, 60))


def test_start_again_asks_the_first_question_anew() -> None:
    seen = after(walking(), "1", "a")
    assert "at most 2 questions left" in seen
    assert "before" not in seen


def test_quitting_returns_the_last_decision_and_interrupting_does_with_130() -> None:
    async def quit_with(app: AdvisorApp, key: str) -> None:
        async with running(app) as pilot:
            await pilot.press("1", "u", key)
            await pilot.pause()

    for key, code in (("q", 0), ("ctrl+q", 0), ("ctrl+c", 130)):
        app = walking()
        asyncio.run(quit_with(app, key))
        assert app.return_code == code
        assert app.return_value is not None
        assert app.return_value.because == "Flying indoors is ruled out."


def test_the_keys_list_names_the_keys_of_the_screen_below() -> None:
    for key in ("question_mark", "f1"):
        seen = after(walking(), key)
        assert "Take the last answer back" in seen
        assert "Choose by number" in seen
    assert "Save it as a checklist" in after(walking(), "1", "question_mark", size=(80, 40))
    assert "Where would the kite be flown?" in after(walking(), "question_mark", "escape")


@pytest.mark.parametrize("opened", [("ctrl+p",), ("3", "slash")])
@pytest.mark.parametrize("words", ["banner", "my bnaners"])
def test_the_palette_finds_a_topic_by_a_persons_own_words(words: str, opened: tuple[str, ...]) -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.press(*opened, *(key.replace(" ", "space") for key in words))
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert [tree.topic for tree in consultation(app).trees] == ["scope", "banners"]

    use(AdvisorApp(OneShelf(starting_district()), SLUG), steps)


def test_the_palette_has_what_the_keys_do_each_thing_once() -> None:
    async def steps(app: AdvisorApp, pilot: Pilot[Decision | None]) -> None:
        await pilot.press("2", "n", "slash")
        await app.workers.wait_for_complete()
        await pilot.pause()
        drawn = frame(app)
        assert drawn.count("Take the last answer back") == 1
        assert "Choose by number" not in drawn
        await pilot.press(*"review")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert isinstance(app.screen, ReviewScreen)

    use(walking(), steps)


def test_the_theme_is_changed_and_remembered() -> None:
    app = walking()
    after(app, "t")
    assert app.theme == "advisor-light"
    assert json.loads(remembered_file().read_text())["theme"] == "advisor-light"
    assert walking().theme == "advisor-light"


def test_saving_proposes_a_name_that_is_free_and_says_where(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "checklist-example-kites.md").write_text("mine")
    seen = after(walking(), "1", "e", "enter", size=(200, 30))
    assert (tmp_path / "checklist-example-kites.md").read_text() == "mine"
    assert "Flying indoors is ruled out." in (tmp_path / "checklist-example-kites-2.md").read_text()
    assert "checklist-example-kites-2.md" in "".join(seen.split())


def test_another_ending_is_another_format(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    after(walking(), "1", "e", "backspace", "backspace", *"html", "enter")
    assert (tmp_path / "checklist-example-kites.html").read_text().startswith("<!DOCTYPE html>")


def test_a_name_that_cannot_be_taken_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    seen = after(walking(), "1", "e", "x", "enter")
    assert "does not end in a known format" in " ".join(seen.split())
    after(walking(), "1", "e", "x", "enter", "backspace", "enter")
    assert [file.name for file in tmp_path.glob("check*")] == ["checklist-example-kites.md"]


def test_escape_saves_nothing_and_leads_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "✗  NO" in after(walking(), "1", "e", "escape")
    assert not list(tmp_path.glob("check*"))


def test_a_folder_that_cannot_be_written_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    seen = after(walking(), "1", "e", "enter", size=(120, 30))
    assert "cannot write" in seen
    assert "Traceback" not in seen


def test_ticks_and_a_note_are_kept_on_record_and_stand_on_the_checklist(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    seen = after(walking(), "2", "y", "2", "w", *"by phone", "enter", "o", "e", "enter", size=(120, 60))
    assert "Your note" in seen
    assert "by phone" in seen
    (file,) = record_files()
    record = read_record_file(file)
    assert [each.duty.do for each in record.conditions if each.ticked] == ["Hold the string."]
    assert (record.note, record.topics[0].topic, record.by_first_facts) == ("by phone", "kites", False)
    text = (tmp_path / "checklist-example-kites.md").read_text(encoding="utf-8")
    assert "## Note\n\nby phone\n" in text
    assert "- [x] Hold the string (" in text
    assert "- [ ] Check the wind (" in text


def test_a_decision_that_is_kept_again_stays_one_record() -> None:
    seen = after(walking(), "2", "y", "o", "2", "o", size=(120, 60))
    assert "On record anew" in seen
    (file,) = record_files()
    assert [each.ticked for each in read_record_file(file).conditions].count(True) == 1
    after(walking(), "2", "y", "o", "u", "n", "o")
    assert len(record_files()) == 3


def test_another_walk_is_another_record_and_begins_without_ticks_and_note() -> None:
    app = AdvisorApp(OneShelf(starting_district()), SLUG)
    once = ("1", "space", "enter", "1", "2", "y")
    after(app, *once, "1", "w", *"A", "enter", "o", "a", "1", "2", "y", "o", "escape", "enter", "o")
    kept = [read_record_file(file) for file in record_files()]
    assert [(each.note, any(one.ticked for one in each.conditions)) for each in kept] == [
        ("", False),
        ("", False),
        ("A", True),
    ]


def test_what_is_pasted_is_taken_whole() -> None:
    app = walking()

    async def paste(app: AdvisorApp, pilot: "Pilot[Decision | None]") -> None:
        await pilot.press("1", "w")
        app.post_message(Paste("one\r\ntwo\rthree\nfour\x1b"))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert "one two three four\\u{1b}" in frame(app)

    use(app, paste)


def test_a_walk_that_began_with_facts_is_decided_again_by_its_facts() -> None:
    app = AdvisorApp(OneShelf(starting_district()), SLUG)
    after(app, "1", "space", "enter", "1", "1", "o", size=(120, 60))
    (file,) = record_files()
    record = read_record_file(file)
    assert record.by_first_facts
    assert isinstance(replay(record, starting_district()), Same)


def test_a_verdict_that_is_certain_early_is_decided_again_as_it_was() -> None:
    app = AdvisorApp(OneShelf(sample_district()), SLUG, ("kites", "banners"))
    after(app, "1", "f", "o", size=(120, 60))
    (file,) = record_files()
    assert isinstance(replay(read_record_file(file), sample_district()), Same)


def test_a_record_that_cannot_be_kept_is_one_clear_line() -> None:
    records_folder().parent.mkdir(parents=True, exist_ok=True)
    records_folder().write_text("in the way")
    seen = after(walking(), "1", "o", size=(120, 30))
    assert "cannot write in" in seen
    assert "Traceback" not in seen


def test_a_note_that_is_too_long_is_asked_for_again() -> None:
    app = walking()

    async def paste(app: AdvisorApp, pilot: "Pilot[Decision | None]") -> None:
        await pilot.press("1", "w")
        app.screen.query_one(Input).value = "x" * 2001
        await pilot.press("enter")
        await pilot.pause()
        assert "the note is too long" in frame(app)

    use(app, paste)


def test_copying_sends_the_checklist_and_promises_nothing_more() -> None:
    app = walking()
    seen = after(app, "1", "y", size=(120, 30))
    assert "Flying indoors is ruled out." in app.clipboard
    assert "Sent to your terminal's clipboard." in seen


def test_a_copy_says_what_would_change_it() -> None:
    app = walking()
    after(app, "1", "y", size=(120, 30))
    assert "What would change it" in app.clipboard


def test_there_is_nothing_to_save_before_the_verdict(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    after(walking(), "e")
    assert not list(tmp_path.glob("*.md"))


@pytest.mark.parametrize("size", [(39, 24), (80, 11), (20, 5), (1, 1)])
def test_a_window_that_is_too_small_asks_for_a_larger_one(size: tuple[int, int]) -> None:
    seen = after(walking(), size=size)
    assert "flown" not in seen
    assert "larger" in seen or size[0] < 12


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40), (40, 12)])
def test_every_answer_and_the_headline_are_in_sight_at_once(size: tuple[int, int]) -> None:
    seen = after(walking(), size=size)
    assert all(f"{place}  {answer}" in seen for place, answer in ((1, "Inside"), (2, "Outside"), (3, "Somewhere")))
    assert "✓…  YES, IF" in after(walking(), "2", "y", size=size)
