from dataclasses import replace

from advisor.domain.finding import Position, Source
from tests.analysis.drafts import as_written, asking, concerns, draft_of, places


def test_both_places_are_named() -> None:
    tree = as_written(
        {"a": {"yes": "b", "no": "end"}, "b": {"yes": "c", "no": "end"}, "c": {"yes": "end", "no": "end"}},
        {"end": "deny"},
    )
    draft = draft_of(asking(tree, c="a"))
    source = Source("student-images.yaml", (), keys={("questions", "a"): Position(12, 3)})
    (concern,) = concerns("repeated-fact", replace(draft, trees=(replace(draft.trees[0], source=source),)))
    assert concern.place == ("questions", "c")
    assert concern.message == '"c" asks the fact "a" again after "a" (line 12)'


def test_one_way_that_repeats_it_is_enough() -> None:
    tree = as_written(
        {"a": {"yes": "c", "no": "b"}, "b": {"yes": "c", "no": "end"}, "c": {"yes": "end", "no": "end"}},
        {"end": "deny"},
    )
    assert places("repeated-fact", draft_of(asking(tree, c="b"))) == [("questions", "c")]


def test_every_repetition_is_reported_against_the_nearest_earlier_place() -> None:
    tree = as_written(
        {"a": {"yes": "b", "no": "end"}, "b": {"yes": "c", "no": "end"}, "c": {"yes": "end", "no": "end"}},
        {"end": "deny"},
    )
    messages = [concern.message for concern in concerns("repeated-fact", draft_of(asking(tree, b="a", c="a")))]
    assert messages == [
        '"b" asks the fact "a" again after "a" (line 1)',
        '"c" asks the fact "a" again after "b" (line 1)',
    ]


def test_places_on_different_branches_may_ask_one_fact() -> None:
    tree = as_written(
        {
            "a": {"yes": "b", "no": "c"},
            "b": {"yes": "d", "no": "end"},
            "c": {"yes": "d", "no": "end"},
            "d": {"x": "end"},
        },
        {"end": "deny"},
    )
    assert places("repeated-fact", draft_of(asking(tree, c="b"))) == []


def test_each_of_many_facts_is_told_apart() -> None:
    tree = as_written(
        {
            "a": {"yes": "b1", "no": "b2"},
            "b1": {"yes": "c1", "no": "c1"},
            "b2": {"yes": "c2", "no": "c2"},
            "c1": {"yes": "end", "no": "end"},
            "c2": {"yes": "end", "no": "end"},
        },
        {"end": "deny"},
    )
    assert places("repeated-fact", draft_of(asking(tree, b1="b", b2="b", c1="c", c2="c"))) == []
    assert places("repeated-fact", draft_of(asking(tree, b1="b", b2="c", c1="c", c2="c"))) == [("questions", "c2")]


def test_the_way_that_asked_it_is_told_from_a_way_that_asked_another_repeated_fact() -> None:
    tree = as_written(
        {
            "a": {"x": "b1", "y": "c1", "z": "b2"},
            "b1": {"yes": "c2", "no": "end"},
            "c1": {"yes": "c2", "no": "end"},
            "b2": {"yes": "end", "no": "end"},
            "c2": {"yes": "end", "no": "end"},
        },
        {"end": "deny"},
    )
    (concern,) = concerns("repeated-fact", draft_of(asking(tree, b1="b", b2="b", c1="c", c2="c")))
    assert concern.message == '"c2" asks the fact "c" again after "c1" (line 1)'
