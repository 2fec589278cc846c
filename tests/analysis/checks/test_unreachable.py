from tests.analysis.drafts import as_written, concerns, draft_of, places


def test_a_question_and_an_outcome_beside_all_paths() -> None:
    tree = as_written(
        {"a": {"yes": "fine", "no": "wait"}, "b": {"yes": "fine", "no": "lost"}},
        {"fine": "allow", "wait": "deny", "lost": "deny"},
    )
    found = concerns("unreachable", draft_of(tree))
    assert [concern.place for concern in found] == [("questions", "b"), ("outcomes", "lost")]
    assert found[0].message == 'no path from the start, "a", leads to "b"'


def test_whatever_one_path_reaches_is_reachable() -> None:
    tree = as_written(
        {"b": {"yes": "fine", "no": "fine"}, "a": {"yes": "b", "no": "fine"}}, {"fine": "allow"}, start="a"
    )
    assert places("unreachable", draft_of(tree)) == []


def test_a_start_that_is_an_outcome_reaches_itself_alone() -> None:
    tree = as_written({"a": {"yes": "fine", "no": "fine"}}, {"fine": "allow"}, start="fine")
    assert places("unreachable", draft_of(tree)) == [("questions", "a")]


def test_an_unknown_target_is_to_be_corrected_first() -> None:
    tree = as_written({"a": {"yes": "fine", "no": "wiat"}}, {"fine": "allow", "wait": "deny"})
    assert places("unreachable", draft_of(tree)) == []


def test_an_unknown_start_is_to_be_corrected_first() -> None:
    tree = as_written({"a": {"yes": "fine", "no": "fine"}}, {"fine": "allow"}, start="nowhere")
    assert places("unreachable", draft_of(tree)) == []
