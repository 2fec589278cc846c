"""A tree as a graph: no option is lost, loops are found with their options, and the order is the author's."""

import pytest

from advisor.analysis.graph import Edge, TreeGraph
from advisor.domain.tree import Answer, NodeId
from tests.analysis.drafts import as_written
from tests.support.trees import tiny_tree


def edge(question: str, answer: str, then: str) -> Edge:
    return Edge(NodeId(question), Answer(answer), NodeId(then))


def test_two_options_with_one_target_stay_two_edges() -> None:
    tree = tiny_tree({"consent": {"yes": "wait", "no": "wait"}}, {"wait": "deny"})
    assert TreeGraph(tree).edges == (edge("consent", "yes", "wait"), edge("consent", "no", "wait"))


def test_an_undefined_target_is_no_place() -> None:
    tree = as_written({"consent": {"yes": "fine", "no": "nowhere"}}, {"fine": "allow"})
    graph = TreeGraph(tree)
    assert graph.edges == (edge("consent", "yes", "fine"),)
    assert graph.reachable(tree.start) == {"consent", "fine"}


def test_a_tree_has_no_loops() -> None:
    tree = tiny_tree({"a": {"yes": "b", "no": "end"}, "b": {"yes": "end", "no": "end"}}, {"end": "deny"})
    assert list(TreeGraph(tree).loops()) == []


def test_a_loop_begins_with_its_first_question() -> None:
    tree = as_written(
        {"in": {"yes": "b", "no": "end"}, "a": {"yes": "b", "no": "end"}, "b": {"yes": "end", "no": "a"}},
        {"end": "deny"},
    )
    assert list(TreeGraph(tree).loops()) == [(edge("a", "yes", "b"), edge("b", "no", "a"))]


def test_a_loop_closes_where_it_was_entered() -> None:
    tree = as_written(
        {"a": {"yes": "c", "no": "end"}, "b": {"yes": "c", "no": "a"}, "c": {"yes": "b", "no": "end"}},
        {"end": "deny"},
    )
    assert list(TreeGraph(tree).loops()) == [(edge("c", "yes", "b"), edge("b", "yes", "c"))]


def test_a_question_that_leads_to_itself_is_a_loop() -> None:
    tree = as_written({"a": {"yes": "end", "no": "a"}}, {"end": "deny"})
    assert list(TreeGraph(tree).loops()) == [(edge("a", "no", "a"),)]


def test_separate_knots_give_a_loop_each() -> None:
    tree = as_written(
        {"a": {"yes": "a", "no": "b"}, "b": {"yes": "b", "no": "end"}},
        {"end": "deny"},
    )
    assert {loop[0].question for loop in TreeGraph(tree).loops()} == {"a", "b"}


def test_reachable_includes_the_place_itself_and_nothing_above_it() -> None:
    tree = tiny_tree({"a": {"yes": "b", "no": "end"}, "b": {"yes": "end", "no": "end"}}, {"end": "deny"})
    assert TreeGraph(tree).reachable(NodeId("b")) == {"b", "end"}


def test_equals_keep_the_authors_order() -> None:
    tree = as_written(
        {
            "start": {"x": "ape", "y": "zoo"},
            "zoo": {"yes": "last", "no": "end"},
            "ape": {"yes": "last", "no": "end"},
            "last": {"yes": "end", "no": "end"},
        },
        {"end": "deny"},
    )
    assert TreeGraph(tree).order() == ("start", "zoo", "ape", "last", "end")


def test_topological_order_wins_over_the_authors() -> None:
    tree = as_written({"b": {"yes": "end", "no": "end"}, "a": {"yes": "b", "no": "end"}}, {"end": "deny"}, start="a")
    assert TreeGraph(tree).order() == ("a", "b", "end")


def test_a_loop_has_no_order() -> None:
    tree = as_written({"a": {"yes": "a", "no": "end"}}, {"end": "deny"})
    with pytest.raises(ValueError, match="loop"):
        TreeGraph(tree).order()
