from dataclasses import replace

from advisor.domain.finding import Place
from advisor.domain.tree import Condition, Due, NodeId, Outcome, Reading
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of, places, with_outcome
from tests.support.trees import CLAUSE

ALLOW = Outcome(NodeId("fine"), Verdict.ALLOW, "It is.", (CLAUSE,))


def found(outcome: Outcome) -> list[Place]:
    return places("uncited-outcome", draft_of(with_outcome(consent_tree(), outcome)))


def test_an_allow_or_a_deny_without_a_clause() -> None:
    for verdict in (Verdict.ALLOW, Verdict.DENY):
        draft = draft_of(with_outcome(consent_tree(), replace(ALLOW, verdict=verdict, cites=())))
        (concern,) = concerns("uncited-outcome", draft)
        assert concern.place == ("outcomes", "fine")
        assert concern.message == f'the verdict "{verdict}" of outcome "fine" cites no clause'


def test_a_silent_outcome_needs_no_clause() -> None:
    assert found(replace(ALLOW, verdict=Verdict.SILENT, cites=())) == []


def test_a_condition_without_a_clause() -> None:
    conditions = tuple(Condition("Ask.", "you", Due.BEFORE, cites) for cites in ((CLAUSE,), ()))
    assert found(replace(ALLOW, conditions=conditions)) == [("outcomes", "fine", "conditions", 1)]


def test_a_reading_without_a_clause() -> None:
    readings = tuple(Reading("So.", Verdict.DENY, cites) for cites in ((), (CLAUSE,)))
    assert found(replace(ALLOW, verdict=Verdict.DENY, readings=readings)) == [("outcomes", "fine", "readings", 0)]


def test_one_clause_for_each_is_enough() -> None:
    conditions = (Condition("Ask.", "you", Due.BEFORE, (CLAUSE,)),)
    assert found(replace(ALLOW, conditions=conditions, readings=(Reading("So.", Verdict.DENY, (CLAUSE,)),))) == []
