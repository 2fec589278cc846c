from tests.analysis.drafts import as_written, concerns, draft_of, places
from tests.support.trees import tiny_tree


def test_the_loop_is_printed_and_reported_at_the_option_that_closes_it() -> None:
    tree = as_written(
        {"in": {"yes": "a", "no": "end"}, "a": {"yes": "b", "no": "end"}, "b": {"some": "a", "no": "end"}},
        {"end": "deny"},
    )
    (concern,) = concerns("cycle", draft_of(tree))
    assert concern.place == ("questions", "b", "options", "some")
    assert concern.message == "these questions go round in a circle: a=yes -> b=some -> a"


def test_two_separate_loops_are_both_reported() -> None:
    tree = as_written({"a": {"yes": "a", "no": "b"}, "b": {"yes": "b", "no": "end"}}, {"end": "deny"})
    assert sorted(places("cycle", draft_of(tree))) == [
        ("questions", "a", "options", "yes"),
        ("questions", "b", "options", "yes"),
    ]


def test_one_question_reached_on_two_ways_is_no_loop() -> None:
    tree = tiny_tree(
        {"a": {"yes": "c", "no": "b"}, "b": {"yes": "c", "no": "end"}, "c": {"yes": "end", "no": "end"}},
        {"end": "deny"},
    )
    assert concerns("cycle", draft_of(tree)) == []
