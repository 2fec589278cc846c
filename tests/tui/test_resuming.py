"""Walks that are left over: offered on the first screen, taken up exactly there, or deleted."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug
from advisor.domain.tree import Answer, Fact, NodeId, SoundTree
from advisor.storage.saved_walks import SavedWalk
from advisor.storage.walk_files import WalkFile, left_over
from advisor.tui.app import AdvisorApp
from tests.support.screens import USUAL, OneShelf, consultation, frame, running, words_of
from tests.tui.sample import BANNERS, KITES, SLUG, YES, starting_district

Answers = Mapping[Fact, Answer]


def save(folder: Path, district: District, topics: Sequence[str], answers: dict[str, str], group: str = "") -> None:
    """Leave a walk over."""
    given = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    begun = district.consult_by_first_facts(given) if group else district.consult(topics, given)
    file = WalkFile.begin(folder)
    assert file.save(SavedWalk.of(begun, group))
    file.release()


def after(folder: Path, *keys: str, shelf: Sequence[District] = (), topics: Sequence[str] = ()) -> str:
    """Press keys on the first screen, then quit; return what was shown, and behind that what popped up."""

    async def drive() -> str:
        app = AdvisorApp(OneShelf(*(shelf or [starting_district()])), SLUG, topics, folder)
        async with running(app, USUAL) as pilot:
            for key in keys:
                await pilot.press(key)
                await pilot.pause()
            seen = " ".join([*frame(app).split(), *words_of(app, app.screen.query("Toast"))])
            await pilot.press("q")
        return seen

    return asyncio.run(drive())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "walks"


def test_nothing_is_offered_where_nothing_is_left_over(folder: Path) -> None:
    assert "Go on" not in after(folder)


@pytest.mark.parametrize("key", ["r", "enter"])
def test_a_walk_goes_on_at_its_question_with_its_trail(key: str, folder: Path) -> None:
    save(folder, starting_district(), [KITES], {"place": "outside"})
    assert "r Go on where you were: Kites, 1 answer 1 Post something" in after(folder)
    seen = after(folder, key)
    assert "Did the principal sign the form?" in seen
    assert "→ Outside, on a" in seen


def test_a_walk_that_is_going_on_is_saved_in_its_own_file_until_it_is_finished(folder: Path) -> None:
    save(folder, starting_district(), [KITES], {"place": "outside"})
    after(folder, "r", "u", "1", "u", "2")
    (left,) = left_over(folder)
    assert left.walk.answers == {"place": "outside"}
    after(folder, "r", "y")
    assert list(folder.iterdir()) == []


def test_a_finished_walk_opens_at_its_verdict(folder: Path) -> None:
    save(folder, starting_district(), [KITES], {"place": "inside"})
    assert "r See what you had found out: Kites, 1 answer" in after(folder)
    assert "✗ NO" in after(folder, "r")
    assert left_over(folder) == ()


def test_a_walk_that_facts_began_leads_back_to_them(folder: Path) -> None:
    save(folder, starting_district(), (), {"flies": "unsure", "role": "employee", "place": "outside"}, "post")
    assert "Go on where you were: Kites, 3 answers" in after(folder)
    assert "Did the principal sign the form?" in after(folder, "r")
    assert "1 ? Something flies ← not sure" in after(folder, "r", "escape")


def test_several_topics_are_counted_and_several_walks_listed_the_newest_first(folder: Path) -> None:
    save(folder, starting_district(), [KITES, BANNERS], {"place": "outside"})
    for _ in range(4):
        save(folder, starting_district(), [BANNERS], {"form": "unsure"})
    seen = after(folder)
    assert seen.count("Banners, 1 answer") == 3
    for _ in range(3):
        after(folder, "x")
    assert "r Go on where you were: Kites and 1 more, 1 answer" in after(folder)


def test_numbers_choose_the_same_rows_as_without_a_walk(folder: Path) -> None:
    save(folder, starting_district(), [KITES], {"place": "outside"})
    assert "Post something: which of these" in after(folder, "1")


def test_a_walk_can_be_deleted(folder: Path) -> None:
    save(folder, starting_district(), [KITES], {"place": "outside"})
    assert "Go on where" in after(folder, "down", "x")
    assert "Go on where" not in after(folder, "x")
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("key", ["r", "x"])
def test_a_walk_that_another_window_took_meanwhile_is_left_alone(key: str, folder: Path) -> None:
    save(folder, starting_district(), [KITES], {"place": "outside"})

    async def drive() -> str:
        app = AdvisorApp(OneShelf(starting_district()), SLUG, (), folder)
        async with running(app) as pilot:
            other = WalkFile.claim(left_over(folder)[0])
            await pilot.press(key)
            await pilot.pause()
            assert other
            other.release()
            return " ".join([*frame(app).split(), *words_of(app, app.screen.query("Toast"))])

    seen = asyncio.run(drive())
    assert "It is open in another window, or gone." in seen
    assert "What would you like to do?" in seen
    assert len(left_over(folder)) == 1


def test_a_walk_of_another_district_names_it_and_turns_to_it(folder: Path) -> None:
    other = starting_district()
    policy = replace(other.policy, district=DistrictSlug("other"), district_name="Other Schools")
    trees = {topic: replace(tree, district=DistrictSlug("other")) for topic, tree in other.trees.items()}
    other = replace(other, slug=DistrictSlug("other"), policy=policy, trees=trees)
    save(folder, other, [KITES], {"place": "outside"})
    shelf = [starting_district(), other]
    assert "Kites, 1 answer · Other Schools" in after(folder, shelf=shelf)
    assert after(folder, "r", shelf=shelf).startswith("Other Schools")
    assert after(folder, "r", "escape", shelf=shelf).startswith("Other Schools")
    assert "Go on" not in after(folder)


def changed(district: District, tree: SoundTree) -> District:
    return replace(district, trees={**district.trees, tree.topic: tree})


def test_what_changed_in_between_is_said_and_what_could_not_be_kept(folder: Path) -> None:
    before = starting_district()
    save(folder, before, [KITES, BANNERS], {"place": "outside"})
    kites = before.trees[KITES]
    place = kites.questions[NodeId("place")]
    fewer = replace(place, options=(place.options[0], place.options[2]))
    today = changed(before, replace(kites, questions={**kites.questions, fewer.id: fewer}))
    seen = after(folder, "r", shelf=[today])
    assert "The advice on Kites has changed since; your answers were kept as far as they still are asked." in seen
    assert "Not kept: Where would the kite be flown?" in seen
    assert "has changed" not in after(folder, "r", shelf=[today])


def test_a_topic_that_there_is_no_longer_is_named(folder: Path) -> None:
    before = starting_district()
    save(folder, before, [KITES, BANNERS], {"place": "outside", "form": "unsure"})
    today = replace(before, trees={topic: tree for topic, tree in before.trees.items() if topic != KITES})
    seen = after(folder, "r", shelf=[today])
    assert "There is no advice on kites any more. Not kept: place" in seen


def test_walking_straight_to_a_topic_tells_of_the_same_walk_and_of_no_other(folder: Path) -> None:
    save(folder, starting_district(), ["scope", KITES], {"role": "employee"})
    assert "A walk about this can go on: Escape leads to it." in after(folder, topics=[KITES])
    assert "can go on" not in after(folder, topics=[BANNERS])
    assert "r Go on where you were: Kites" in after(folder, "escape", topics=[KITES])


def test_a_walk_that_was_taken_back_to_its_beginning_is_not_left_over(folder: Path) -> None:
    after(folder, "1", "1", "enter", "1", "u", "u")
    assert left_over(folder) == ()


def test_escape_leads_to_a_screen_that_offers_the_walk(folder: Path) -> None:
    seen = after(folder, "3", "1", "1", "escape", "escape")
    assert "r Go on where you were: Kites, 1 answer" in seen


def test_the_trail_of_a_walk_that_goes_on_is_the_one_it_had(folder: Path) -> None:
    district = starting_district()
    save(folder, district, (), {"flies": YES, "role": "employee", "place": "outside"}, "post")

    async def drive() -> None:
        app = AdvisorApp(OneShelf(district), SLUG, (), folder)
        async with running(app) as pilot:
            await pilot.press("r")
            await pilot.pause()
            assert dict(consultation(app).answers) == {
                "flies": "yes",
                "shows": "no",
                "role": "employee",
                "place": "outside",
            }

    asyncio.run(drive())
