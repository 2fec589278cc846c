"""The map: every place drawn once where a person's way comes by, and what it takes to come to it."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.analysis.paths import every_path
from advisor.analysis.ways import verdicts_below, ways_left
from advisor.domain.applicability import if_it_applies
from advisor.domain.topic import FirstFact, Topic
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, SoundTree
from advisor.domain.verdict import Headline
from advisor.domain.walk import walk
from advisor.render.map import MapRow, Standing, drawn, latest_lit, map_rows, map_text, place, way_to
from advisor.render.wording import ways_words
from tests.render.samples import HOSTILE, hostile, photos
from tests.support.random_trees import sound_trees
from tests.support.trees import tiny_tree

DIAMOND = tiny_tree(
    {
        "public": {"yes": "form", "no": "own"},
        "own": {"yes": "form", "no": "wait"},
        "form": {"a": "fine", "b": "wait", "c": "wait"},
    },
    {"fine": "allow", "wait": "deny"},
)
Rows = tuple[MapRow, ...]


def rows_of(tree: SoundTree, answers: Mapping[str, str]) -> Rows:
    known = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    return map_rows(walk(tree, known), known, verdicts_below(tree, known))


def text_of(tree: SoundTree, answers: Mapping[str, str], width: int = 80) -> str:
    known = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    return map_text(rows_of(tree, answers), tree.title, ways_words(ways_left(tree, known)), width)


def answers_to(tree: SoundTree, *answers: str) -> st.SearchStrategy[dict[str, str]]:
    facts: list[str] = sorted(question.fact for question in tree.questions.values())
    return st.dictionaries(st.sampled_from(facts), st.sampled_from(answers))


def find(rows: Rows, node: str) -> int:
    return next(index for index, row in enumerate(rows) if row.node == node and not row.refers)


def steps(rows: Rows, node: str) -> list[tuple[str, tuple[str, ...], str]]:
    return [(needed.ask, needed.labels, needed.given) for needed in way_to(rows, find(rows, node))]


def test_a_map_as_text() -> None:
    assert text_of(DIAMOND, {"public": "no"}) == (
        "Map: Student images\n"
        "From here: 1 way to YES · 3 to NO\n"
        "● your way   ▸ you are here   ○ still ahead   - ruled out by your answers\n"
        "\n"
        "● Public? [YES · NO]\n"
        "  - Yes → see (1) Form?\n"
        "  ▸ No → Own? [YES · NO]\n"
        "    ○ Yes → (1) Form? [YES · NO]\n"
        "      ○ A → YES: Because of fine.\n"
        "      ○ B or C → NO: Because of wait.\n"
        "    ○ No → NO: Because of wait.\n"
    )


def test_a_question_is_drawn_where_the_way_comes_by() -> None:
    before, after = rows_of(DIAMOND, {}), rows_of(DIAMOND, {"public": "no", "own": "yes"})
    assert [row.labels for row in before if row.node == "form" and not row.refers] == [("Yes",)]
    assert before[find(before, "form")].depth == 1
    assert after[find(after, "form")].depth == 2
    assert [row.standing for row in after if not row.ends] == [
        Standing.ANSWERED,
        Standing.RULED_OUT,
        Standing.ANSWERED,
        Standing.HERE,
    ]


def test_a_reference_leads_to_where_the_question_is_drawn() -> None:
    rows = rows_of(DIAMOND, {"public": "no"})
    reference = next(index for index, row in enumerate(rows) if row.refers)
    assert drawn(rows, reference) == find(rows, "form") != reference
    assert drawn(rows, find(rows, "own")) == find(rows, "own")
    assert rows[reference].number == rows[find(rows, "form")].number == 1


def test_what_is_still_ahead_takes_the_answers_from_here_on() -> None:
    rows = rows_of(DIAMOND, {"public": "no"})
    assert steps(rows, "form") == [("Own?", ("Yes",), "")]
    assert steps(rows, "fine") == [("Own?", ("Yes",), ""), ("Form?", ("A",), "")]
    assert rows[latest_lit(rows, find(rows, "fine"))].node == "own"
    assert steps(rows, "public") == steps(rows, "own") == []


def test_what_is_ruled_out_takes_another_answer_where_the_way_parted() -> None:
    rows = rows_of(photos(), {"public": "yes"})
    assert steps(rows, "told") == [("Public?", ("No",), "Yes"), ("Consent?", ("Yes",), "")]
    assert rows[latest_lit(rows, find(rows, "told"))].node == "public"
    assert {row.node for row in rows if row.standing is Standing.HERE} == {"fine"}


def test_what_is_known_from_another_topic_is_not_asked_for() -> None:
    tree = tiny_tree(
        {"a": {"yes": "b", "no": "wait"}, "b": {"yes": "c", "no": "wait"}, "c": {"yes": "fine", "no": "wait"}},
        {"fine": "allow", "wait": "deny"},
    )
    assert steps(rows_of(tree, {"b": "yes"}), "c") == [("A?", ("Yes",), "")]
    known = rows_of(tree, {"b": "no"})
    assert steps(known, "c") == [("A?", ("Yes",), ""), ("B?", ("Yes",), "No")]
    assert known[find(known, "c")].standing is Standing.RULED_OUT
    assert known[find(known, "b")].headlines == (Headline.NO,)


def test_not_sure_lights_every_option_and_one_question_is_next() -> None:
    tree = tiny_tree(
        {"a": {"yes": "b", "no": "c"}, "b": {"yes": "fine", "no": "d"}, "c": {"yes": "d", "no": "wait"}}
        | {"d": {"yes": "fine", "no": "wait"}},
        {"fine": "allow", "wait": "deny"},
    )
    rows = rows_of(tree, {"a": UNSURE})
    assert [rows[find(rows, node)].standing for node in "abcd"] == [
        Standing.ANSWERED,
        Standing.HERE,
        Standing.WAITING,
        Standing.AHEAD,
    ]
    assert steps(rows, "d") == [("B?", ("No",), "")]
    settled = rows_of(tree, {"a": UNSURE, "b": "no", "c": "yes"})
    assert [(row.standing, row.refers) for row in settled if row.node == "d"] == [
        (Standing.HERE, False),
        (Standing.HERE, True),
    ]


def test_a_tree_that_asks_nothing_has_one_row() -> None:
    asking = tiny_tree({"a": {"yes": "fine"}}, {"fine": "allow"})
    silent = SoundTree(
        asking.district, asking.topic, asking.title, NodeId("fine"), questions={}, outcomes=asking.outcomes, order=()
    )
    (row,) = rows_of(silent, {})
    assert (row.standing, row.ends, place(row)) == (Standing.HERE, True, "YES: Because of fine.")


def test_questions_that_only_say_whether_the_topic_applies_are_left_out_once_it_does() -> None:
    shows, where = FirstFact(Fact("shows"), "It shows somebody", {}), FirstFact(Fact("where"), "It is at school", {})
    when = {shows.fact: Answer("yes"), where.fact: Answer("yes")}
    tree = if_it_applies(DIAMOND, Topic(DIAMOND.topic, DIAMOND.title, "post", when), [shows, where])
    own = rows_of(tree, {"shows": "yes", "where": "yes"})
    assert [(row.node, row.number) for row in own[:2]] == [("public", 0), ("form", 1)]
    asking = rows_of(tree, {"shows": "yes"})
    assert [row.text for row in asking[:2]] == ["It shows somebody", "It is at school"]
    assert [place(row) for row in asking if row.ends and not row.headlines] == ["It does not touch this topic."] * 2


def test_a_question_none_of_whose_options_was_given_elsewhere_has_no_headline() -> None:
    assert "  ○ Yes → B?\n" in text_of(
        tiny_tree({"a": {"yes": "b", "no": "wait"}, "b": {"yes": "fine"}}, {"fine": "allow", "wait": "deny"}),
        {"b": "perhaps"},
    )


@given(sound_trees(), st.data())
def test_every_place_is_drawn_once_and_every_arrow_has_a_row(tree: SoundTree, data: st.DataObject) -> None:
    given_ = data.draw(answers_to(tree, "yes", "no", UNSURE))
    rows = rows_of(tree, given_)
    assert sorted(row.node for row in rows if not row.ends and not row.refers) == sorted(tree.questions)
    arrows = {(question.id, option.then) for question, option in tree.edges()}
    assert len(rows) == len(arrows) + 1
    assert {(rows[row.above].node, row.node) for row in rows[1:]} == arrows
    assert [row.depth for row in rows[1:]] == [rows[row.above].depth + 1 for row in rows[1:]]


@given(sound_trees(), st.data())
def test_following_what_it_takes_leads_there(tree: SoundTree, data: st.DataObject) -> None:
    given_ = data.draw(answers_to(tree, "yes", "no"))
    rows = rows_of(tree, given_)
    asked = {question.ask: question for question in tree.questions.values()}
    for index, row in enumerate(rows):
        answers = {Fact(fact): Answer(answer) for fact, answer in given_.items()}
        for needed in way_to(rows, index):
            question = asked[needed.ask]
            answers[question.fact] = next(o.answer for o in question.options if o.label == needed.labels[0])
        after = walk(tree, answers)
        reached = {*(s.question for s in after.trail), *(q.id for q in after.open), *(o.id for o in after.outcomes)}
        assert row.node in reached
        assert not row.standing.lit or not way_to(rows, index)


@given(sound_trees(), st.data())
def test_a_question_is_drawn_where_the_fewest_answers_would_have_to_change(
    tree: SoundTree, data: st.DataObject
) -> None:
    given_ = data.draw(answers_to(tree, "yes", "no"))
    rows = rows_of(tree, given_)
    for node in tree.questions:
        changes = [
            sum(given_.get(step.fact, step.answer) != step.answer for step in path.steps[: places.index(node)])
            for path in every_path(tree)
            if node in (places := [step.question for step in path.steps])
        ]
        assert sum(bool(each[2]) for each in steps(rows, node)) == min(changes)


def test_after_not_sure_the_way_leads_through_a_question_that_does_not_matter() -> None:
    tree = tiny_tree({"a": {"yes": "b", "no": "b"}, "b": {"yes": "refused", "no": "refused"}}, {"refused": "deny"})
    standings = [row.standing for row in rows_of(tree, {"a": UNSURE})]
    assert standings == [Standing.ANSWERED, Standing.WAITING, Standing.HERE]


@given(sound_trees(), st.data())
def test_what_the_walk_reached_is_lit_from_the_start_without_a_gap(tree: SoundTree, data: st.DataObject) -> None:
    given_ = data.draw(answers_to(tree, "yes", "no", UNSURE))
    rows = rows_of(tree, given_)
    walked = walk(tree, {Fact(fact): Answer(answer) for fact, answer in given_.items()})
    reached = {*(s.question for s in walked.trail), *(q.id for q in walked.open), *(o.id for o in walked.outcomes)}
    assert {row.node for row in rows if row.standing.lit} == reached
    behind = {*(s.question for s in walked.trail), *(q.id for q in walked.passed)}
    assert all(rows[row.above].node in behind for row in rows[1:] if row.standing.lit)
    if walked.question:
        assert rows[find(rows, walked.question.id)].standing is Standing.HERE


@pytest.mark.parametrize("width", [20, 40, 60, 80])
def test_no_line_is_wider_than_asked_however_deep_the_tree(width: int) -> None:
    deep = {f"q{n}": {"yes": f"q{n + 1}", "no": "wait"} for n in range(60)}
    tree = tiny_tree({**deep, "q60": {"yes": "fine", "no": "wait"}}, {"fine": "allow", "wait": "deny"})
    assert max(len(line) for line in text_of(tree, {}, width).splitlines()) <= width


def test_hostile_text_is_shown_and_line_ends_in_it_are_not_obeyed() -> None:
    text = text_of(hostile(), {}, 300)
    assert text.count(HOSTILE) == 4
    assert r"- No\u{a}# no" not in text
    assert r"○ No\u{a}# no → NO: Because of refused." in text


def test_a_map_of_more_paths_than_anyone_can_list_is_drawn_in_a_row_an_arrow() -> None:
    diamonds = {f"q{n}": {"yes": f"q{n + 1}", "no": f"r{n}"} for n in range(60)}
    sides = {f"r{n}": {"yes": f"q{n + 1}"} for n in range(60)}
    tree = tiny_tree({**diamonds, **sides, "q60": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    assert len(rows_of(tree, {})) == 60 * 3 + 2
    assert "From here: over a billion ways to YES\n" in text_of(tree, {})
