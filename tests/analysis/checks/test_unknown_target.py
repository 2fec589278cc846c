from tests.analysis.drafts import as_written, concerns, draft_of


def test_an_option_that_leads_nowhere_is_offered_the_nearest_name() -> None:
    tree = as_written({"consent": {"yes": "fine", "no": "deny-optout"}}, {"fine": "allow", "deny-opt-out": "deny"})
    (concern,) = concerns("unknown-target", draft_of(tree))
    assert concern.place == ("questions", "consent", "options", "no")
    assert concern.message == (
        'option "no" leads to "deny-optout", which is not defined — did you mean "deny-opt-out"?'
    )


def test_a_start_that_is_not_defined() -> None:
    tree = as_written({"consent": {"yes": "fine", "no": "fine"}}, {"fine": "allow"}, start="consnet")
    (concern,) = concerns("unknown-target", draft_of(tree))
    assert concern.place == ("start",)
    assert concern.message == 'the start, "consnet", is not defined — did you mean "consent"?'


def test_questions_and_outcomes_are_targets_and_so_is_an_outcome_as_start() -> None:
    tree = as_written({"a": {"yes": "b", "no": "fine"}, "b": {"yes": "fine"}}, {"fine": "allow"}, start="fine")
    assert concerns("unknown-target", draft_of(tree)) == []
