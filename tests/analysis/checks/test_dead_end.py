from tests.analysis.drafts import as_written, draft_of, places


def test_a_question_without_options() -> None:
    tree = as_written({"a": {"yes": "b", "no": "fine"}, "b": {}}, {"fine": "allow"})
    assert places("dead-end", draft_of(tree)) == [("questions", "b")]


def test_one_option_is_a_way_out() -> None:
    tree = as_written({"a": {"yes": "b", "no": "fine"}, "b": {"yes": "fine"}}, {"fine": "allow"})
    assert places("dead-end", draft_of(tree)) == []
