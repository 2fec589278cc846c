from tests.analysis.drafts import as_written, concerns, consent_tree, draft_of


def test_a_question_with_one_option() -> None:
    (concern,) = concerns("lone-option", draft_of(as_written({"consent": {"yes": "fine"}}, {"fine": "allow"})))
    assert concern.place == ("questions", "consent")
    assert concern.message == 'question "consent" offers only the answer "yes"'


def test_two_options_and_none() -> None:
    assert concerns("lone-option", draft_of(consent_tree())) == []
    assert concerns("lone-option", draft_of(as_written({"consent": {}}, {"fine": "allow"}))) == []
