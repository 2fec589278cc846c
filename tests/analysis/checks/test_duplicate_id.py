from tests.analysis.drafts import as_written, clause, consent_tree, draft_of, places


def test_a_question_and_an_outcome_of_one_tree() -> None:
    tree = as_written({"consent": {"yes": "fine", "no": "consent"}}, {"fine": "allow", "consent": "deny"})
    assert places("duplicate-id", draft_of(tree)) == [("outcomes", "consent")]


def test_two_clauses_of_the_register() -> None:
    clauses = [clause("I ¶1"), clause("I ¶2"), clause("I ¶1")]
    assert places("duplicate-id", draft_of(clauses=clauses)) == [("clauses", 2, "id")]


def test_two_topics() -> None:
    assert places("duplicate-id", draft_of(topics=["scope", "scope"])) == [("topics", 1, "topic")]


def test_one_id_in_two_trees_and_a_paragraph_beside_its_sentence_are_fine() -> None:
    trees = (consent_tree(), consent_tree("team-accounts"))
    assert places("duplicate-id", draft_of(*trees, clauses=[clause("I ¶1"), clause("I ¶1 s1")])) == []
