from dataclasses import replace

from advisor.domain.tree import Answer, Example, Fact, NodeId
from tests.analysis.drafts import concerns, consent_tree, draft_of, places

SIGNED = Example("Signed.", {Fact("consent"): Answer("yes")}, NodeId("fine"))
UNSIGNED = Example("Not signed.", {Fact("consent"): Answer("no")}, NodeId("wait"))


def test_an_outcome_that_no_example_expects() -> None:
    (concern,) = concerns("outcome-without-example", draft_of(replace(consent_tree(), examples=(SIGNED,))))
    assert concern.place == ("outcomes", "wait")
    assert concern.message == 'no example expects the outcome "wait"'


def test_an_example_in_another_tree_does_not_count() -> None:
    tested = replace(consent_tree("team-accounts"), examples=(SIGNED, UNSIGNED))
    assert len(places("outcome-without-example", draft_of(consent_tree(), tested))) == 2


def test_every_outcome_is_expected() -> None:
    tree = replace(consent_tree(), examples=(UNSIGNED, SIGNED))
    assert places("outcome-without-example", draft_of(tree)) == []
