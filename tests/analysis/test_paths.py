"""Paths: listed in the author's order, and counted exactly as they would be listed."""

import subprocess
import sys

import pytest
from hypothesis import given

from advisor.analysis.paths import bottom_up, count_paths, every_path, follow, listed_paths, longest_path
from advisor.domain.path import Step
from advisor.domain.tree import Answer, Fact, NodeId, SoundTree
from advisor.domain.walk import walk
from advisor.errors import AdvisorError
from tests.analysis.drafts import as_written
from tests.support.random_trees import sound_trees
from tests.support.trees import tiny_tree

DIAMOND = {
    "public": {"yes": "form", "no": "own"},
    "own": {"yes": "form", "no": "wait"},
    "form": {"a": "fine", "b": "wait"},
}


def diamond() -> SoundTree:
    return tiny_tree(DIAMOND, {"fine": "allow", "wait": "deny"})


def test_every_path_in_the_authors_order() -> None:
    shown = [
        (" ".join(f"{s.question}={s.answer}" for s in path.steps), path.outcome.id) for path in every_path(diamond())
    ]
    assert shown == [
        ("public=yes form=a", "fine"),
        ("public=yes form=b", "wait"),
        ("public=no own=yes form=a", "fine"),
        ("public=no own=yes form=b", "wait"),
        ("public=no own=no", "wait"),
    ]


def test_paths_are_counted_as_listed() -> None:
    assert count_paths(diamond()) == 5
    assert longest_path(diamond()) == 3


def test_a_tree_that_starts_with_its_outcome_has_one_empty_path() -> None:
    tree = as_written({"unused": {"yes": "fine"}}, {"fine": "allow"}, start="fine")
    assert [path.steps for path in every_path(tree)] == [()]
    assert (count_paths(tree), longest_path(tree)) == (1, 0)


def test_a_deep_tree_is_counted_exactly_and_listed_lazily() -> None:
    depth = 3_000
    questions = {f"q{n}": {"yes": f"q{n + 1}", "no": f"q{n + 1}"} for n in range(depth)}
    tree = as_written({**questions, f"q{depth}": {"yes": "fine"}}, {"fine": "allow"})
    assert count_paths(tree) == 2**depth
    assert longest_path(tree) == depth + 1
    assert len(next(every_path(tree)).steps) == depth + 1


@given(sound_trees())
def test_listing_and_counting_agree(tree: SoundTree) -> None:
    listed = list(every_path(tree))
    assert count_paths(tree) == len(listed) == len({path.steps for path in listed})
    assert longest_path(tree) == max(len(path.steps) for path in listed)


@given(sound_trees())
def test_every_path_is_what_a_walk_does(tree: SoundTree) -> None:
    for path in every_path(tree):
        assert walk(tree, path.answers).path == path
        assert follow(tree, path.answers).steps == path.steps


@given(sound_trees())
def test_bottom_up_puts_every_question_after_what_it_leads_to(tree: SoundTree) -> None:
    order = bottom_up(tree)
    assert sorted(order) == sorted(tree.questions)
    at = {node: place for place, node in enumerate(order)}
    assert all(at[option.then] < at[question.id] for question, option in tree.edges() if option.then in at)


@pytest.mark.parametrize(
    ("answers", "steps", "end"),
    [
        ({"public": "no", "own": "no"}, 2, "wait"),
        ({"public": "no"}, 1, "own"),
        ({"public": "no", "own": "perhaps"}, 1, "own"),
        ({"own": "no"}, 0, "public"),
        ({"public": "no", "own": "no", "form": "a"}, 2, "wait"),
    ],
)
def test_follow_goes_as_far_as_the_answers_lead(answers: dict[str, str], steps: int, end: str) -> None:
    trail = follow(diamond(), {Fact(fact): Answer(answer) for fact, answer in answers.items()})
    assert (len(trail.steps), trail.end) == (steps, end)


def test_follow_records_place_fact_and_answer() -> None:
    trail = follow(diamond(), {Fact("public"): Answer("yes")})
    assert trail.steps == (Step(NodeId("public"), Fact("public"), Answer("yes")),)


def test_paths_are_known_without_networkx() -> None:
    program = "import sys, advisor.analysis.paths; sys.exit('networkx' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_a_tree_with_too_many_paths_is_not_listed() -> None:
    diamonds = {f"q{n}": {"yes": f"q{n + 1}", "no": f"q{n + 1}"} for n in range(59)}
    tree = tiny_tree({**diamonds, "q59": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    with pytest.raises(AdvisorError, match=r"has over a billion paths; at most 10,000 .*too-many-paths"):
        listed_paths(tree)


@pytest.mark.parametrize(("questions", "listed"), [(300, True), (301, False)])
def test_a_tree_with_too_long_a_path_is_not_listed(questions: int, *, listed: bool) -> None:
    chain = {f"q{n}": {"yes": f"q{n + 1}", "no": "wait"} for n in range(questions - 1)}
    tree = tiny_tree({**chain, f"q{questions - 1}": {"yes": "fine", "no": "wait"}}, {"fine": "allow", "wait": "deny"})
    if listed:
        assert listed_paths(tree) == tuple(every_path(tree))
    else:
        with pytest.raises(AdvisorError, match="has a path of 301 questions; paths of at most 300 are listed"):
            listed_paths(tree)
