"""Ways: counted without listing, and exactly what going through every path says."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.analysis.paths import count_paths, every_path
from advisor.analysis.ways import verdicts_below, ways_left
from advisor.domain.applicability import if_it_applies
from advisor.domain.consultation import Consultation
from advisor.domain.path import DecisionPath, Step
from advisor.domain.topic import FirstFact, Topic
from advisor.domain.tree import UNSURE, Answer, Condition, Due, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Headline, Verdict, headline
from advisor.domain.walk import walk
from advisor.library import Library
from tests.support.random_trees import sound_trees
from tests.support.trees import CLAUSE, tiny_tree
from tests.trees.shipped import DISTRICTS, ROOT

YES, NO = Answer("yes"), Answer("no")
FACTS = [Fact(f"fact-{n}") for n in range(8)]
ELSEWHERE = Fact("asked-elsewhere")
Known = Mapping[Fact, Answer]


def ends_in(path: DecisionPath, known: Known) -> Headline:
    """Return the headline of a path as a consultation would that knows something from other topics."""
    outcome, answers = path.outcome, {**known, **path.answers}
    verdict, left = outcome.verdict_given(answers), outcome.conditions_left(answers)
    return headline(verdict, allowed=outcome.allowed, conditional=bool(left))


def agree(steps: tuple[Step, ...], known: Known) -> bool:
    return all(known.get(step.fact) in (None, UNSURE, step.answer) for step in steps)


def listed(tree: SoundTree, known: Known) -> Mapping[Headline, int]:
    return Counter(ends_in(path, known) for path in every_path(tree) if agree(path.steps, known))


def from_each_place(tree: SoundTree, known: Known) -> Mapping[NodeId, set[Headline]]:
    """List what each place can end in: agreeing ways to it where there are any, else all; agreeing ways from it."""
    to_it: dict[NodeId, set[bool]] = defaultdict(set)
    ways: dict[NodeId, set[tuple[bool, Headline]]] = defaultdict(set)
    for path in every_path(tree):
        places = [*(step.question for step in path.steps), path.outcome.id]
        for at, node in enumerate(places):
            agreed = agree(path.steps[:at], known)
            to_it[node].add(agreed)
            if agree(path.steps[at:], known):
                ways[node].add((agreed, ends_in(path, known)))
    return {node: {headline for agreed, headline in ways[node] if agreed or True not in to_it[node]} for node in to_it}


@st.composite
def lifted_trees(draw: st.DrawFn) -> SoundTree:
    """A random tree whose conditions are met by the answers to any facts, also by one that another topic asks."""
    tree = draw(sound_trees())
    facts = st.dictionaries(st.sampled_from([*FACTS, ELSEWHERE]), st.sampled_from([YES, NO]), max_size=2)
    outcomes = {
        id_: replace(each, conditions=tuple(replace(c, unless=draw(facts)) for c in each.conditions))
        for id_, each in tree.outcomes.items()
    }
    return replace(tree, outcomes=outcomes)


known_answers = st.dictionaries(st.sampled_from([*FACTS, ELSEWHERE]), st.sampled_from([YES, NO, UNSURE]))


@given(lifted_trees(), known_answers)
def test_ways_are_counted_as_they_would_be_listed(tree: SoundTree, known: Known) -> None:
    assert ways_left(tree, known) == listed(tree, known)


@given(lifted_trees())
def test_before_the_first_answer_they_add_up_to_the_paths(tree: SoundTree) -> None:
    assert sum(ways_left(tree, {}).values()) == count_paths(tree)


@given(lifted_trees(), known_answers)
def test_each_place_names_what_listing_finds(tree: SoundTree, known: Known) -> None:
    found = {node: set(headlines) for node, headlines in verdicts_below(tree, known).items()}
    assert found == from_each_place(tree, known)
    assert found[tree.start] == set(ways_left(tree, known))


@given(lifted_trees(), st.data())
def test_a_finished_walk_has_one_way_and_it_is_the_decision(tree: SoundTree, data: st.DataObject) -> None:
    consultation = Consultation.begin([tree])
    while consultation.question:
        options = [option.answer for option in consultation.question.options]
        consultation = consultation.answer(data.draw(st.sampled_from(options)))
    assert consultation.decision is not None
    assert ways_left(tree, consultation.answers) == {consultation.decision.headline: 1}


@pytest.mark.parametrize("district", DISTRICTS)
def test_the_shipped_trees_are_counted_as_listed(district: str) -> None:
    for tree in Library.only(ROOT).district(district).trees.values():
        for known in ({}, *on_the_way(longest(tree))):
            assert ways_left(tree, known) == listed(tree, known)
            found = {node: set(headlines) for node, headlines in verdicts_below(tree, known).items()}
            assert found == from_each_place(tree, known)


def longest(tree: SoundTree) -> DecisionPath:
    return max(every_path(tree), key=lambda path: len(path.steps))


def on_the_way(path: DecisionPath) -> list[Known]:
    """Return what is known half way along a path, at its end, and at its end if its first question were open."""
    given = [(step.fact, step.answer) for step in path.steps]
    return [dict(given[: len(given) // 2]), dict(given), {**dict(given), **{f: UNSURE for f, _ in given[:1]}}]


def test_not_sure_follows_every_option() -> None:
    tree = tiny_tree({"a": {"yes": "b", "no": "wait"}, "b": {"yes": "fine", "no": "wait"}}, ENDS)
    assert ways_left(tree, {Fact("a"): UNSURE}) == ways_left(tree, {}) == {Headline.YES: 1, Headline.NO: 2}


def test_what_another_topic_knows_counts() -> None:
    tree = tiny_tree({"a": {"yes": "b", "no": "wait"}, "b": {"yes": "fine", "no": "wait"}}, ENDS)
    assert ways_left(tree, {Fact("b"): NO}) == {Headline.NO: 2}
    assert walk(tree, {Fact("b"): NO}).trail == ()


ENDS = {"fine": "allow", "wait": "deny"}
SILENT = replace(tiny_tree({"a": {"yes": "x"}}, {"x": "silent"}).outcomes[NodeId("x")], until_then=Verdict.ALLOW)


def allow_unless(*unless: Known) -> Outcome:
    conditions = tuple(Condition(f"do {n}", "you", Due.BEFORE, (CLAUSE,), each) for n, each in enumerate(unless))
    return Outcome(NodeId("fine"), Verdict.ALLOW, "Fine.", (CLAUSE,), conditions)


def test_a_silence_that_permits_counts_as_yes_and_one_that_does_not_as_not_yet() -> None:
    tree = tiny_tree({"a": {"yes": "x", "no": "y"}}, {"x": SILENT, "y": "silent"})
    assert ways_left(tree, {}) == {Headline.YES: 1, Headline.NOT_YET: 1}


def test_a_way_on_which_the_topic_does_not_apply_is_not_counted() -> None:
    tree = tiny_tree({"a": {"yes": "fine", "no": "wait"}}, ENDS)
    shows = FirstFact(Fact("shows"), "It shows somebody", {})
    asking = if_it_applies(tree, Topic(tree.topic, tree.title, "post", {shows.fact: YES}), [shows])
    assert ways_left(asking, {}) == {Headline.YES: 1, Headline.NO: 1}
    assert ways_left(asking, {shows.fact: NO}) == {}
    assert verdicts_below(asking, {shows.fact: NO})[asking.start] == ()


def test_a_condition_is_met_by_the_answer_on_the_way_or_by_one_known_elsewhere() -> None:
    chain = {"a": {"yes": "b", "no": "b"}, "b": {"yes": "fine", "no": "wait"}}
    tree = tiny_tree(chain, {"fine": allow_unless({Fact("a"): YES}, {ELSEWHERE: YES}), "wait": "deny"})
    assert ways_left(tree, {}) == {Headline.YES_IF: 2, Headline.NO: 2}
    assert ways_left(tree, {ELSEWHERE: YES}) == {Headline.YES: 1, Headline.YES_IF: 1, Headline.NO: 2}
    assert ways_left(tree, {ELSEWHERE: YES, Fact("a"): NO}) == {Headline.YES_IF: 1, Headline.NO: 1}


def test_a_place_names_both_while_it_is_open_whether_its_condition_is_met_before() -> None:
    tree = tiny_tree(
        {"a": {"yes": "b", "no": "b"}, "b": {"yes": "fine", "no": "wait"}},
        {"fine": allow_unless({Fact("a"): YES}), "wait": "deny"},
    )
    both = (Headline.YES, Headline.YES_IF)
    assert verdicts_below(tree, {})[NodeId("fine")] == both
    assert verdicts_below(tree, {})[NodeId("b")] == (*both, Headline.NO)
    assert verdicts_below(tree, {Fact("a"): UNSURE})[NodeId("fine")] == both
    assert verdicts_below(tree, {Fact("a"): YES})[NodeId("fine")] == (Headline.YES,)
    assert verdicts_below(tree, {Fact("a"): NO})[NodeId("fine")] == (Headline.YES_IF,)


def test_a_place_that_the_answers_rule_out_is_seen_as_by_somebody_who_answered_otherwise() -> None:
    tree = tiny_tree(
        {"a": {"yes": "b", "no": "wait"}, "b": {"yes": "fine", "no": "wait"}},
        {"fine": allow_unless({Fact("a"): YES}), "wait": "deny"},
    )
    below = verdicts_below(tree, {Fact("a"): NO})
    assert below[NodeId("a")] == (Headline.NO,)
    assert below[NodeId("b")] == (Headline.YES, Headline.NO)


def test_a_tree_with_more_paths_than_anyone_can_list_is_counted_at_once() -> None:
    diamonds = {f"q{n}": {"yes": f"q{n + 1}", "no": f"q{n + 1}"} for n in range(60)}
    tree = tiny_tree({**diamonds, "q60": {"yes": "fine", "no": "wait"}}, ENDS)
    assert ways_left(tree, {}) == {Headline.YES: 2**60, Headline.NO: 2**60}
    assert set(verdicts_below(tree, {}).values()) == {(Headline.YES, Headline.NO), (Headline.YES,), (Headline.NO,)}


def test_with_more_conditions_than_can_be_kept_apart_ways_still_add_up_and_none_is_too_welcome() -> None:
    early, late = [Fact(f"early-{n}") for n in range(8)], [Fact(f"late-{n}") for n in range(8)]
    asked = [*early, *late]
    after: list[str] = [*asked[1:], "fine"]
    chain: dict[str, dict[str, str]] = {
        each: {"yes": then, "no": then} for each, then in zip(asked, after, strict=True)
    }
    pairs = [dict.fromkeys(pair, YES) for pair in zip(early, late, strict=True)]
    tree = tiny_tree(chain, {"fine": allow_unless(*pairs)})
    ways = ways_left(tree, {})
    assert sum(ways.values()) == 4**8
    assert ways.get(Headline.YES, 0) < 3**8
    assert ways_left(tree, dict.fromkeys(asked, YES)) == {Headline.YES: 1}
    assert ways_left(tree, dict.fromkeys(late[2:], YES)) == {Headline.YES: 9 * 2**6, Headline.YES_IF: 7 * 2**6}
    assert verdicts_below(tree, {})[NodeId("late-4")] == (Headline.YES, Headline.YES_IF)
