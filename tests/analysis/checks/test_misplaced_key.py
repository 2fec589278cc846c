from dataclasses import replace

import pytest

from advisor.domain.topic import SCOPE
from advisor.domain.tree import Condition, Due, NodeId, Outcome
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of, places, with_outcome
from tests.support.trees import CLAUSE

CONDITION = Condition("Ask.", "you", Due.BEFORE, (CLAUSE,))
BARE = Outcome(NodeId("fine"), Verdict.ALLOW, "It is.", (CLAUSE,))
SILENT = replace(BARE, verdict=Verdict.SILENT, ask="the office", until_then=Verdict.DENY, near=(CLAUSE,))


def misplaced(outcome: Outcome) -> list[str]:
    return [str(place[-1]) for place in places("misplaced-key", draft_of(with_outcome(consent_tree(), outcome)))]


@pytest.mark.parametrize("verdict", [Verdict.ALLOW, Verdict.DENY])
def test_the_keys_of_a_silent_outcome_on_another(verdict: Verdict) -> None:
    assert misplaced(replace(SILENT, verdict=verdict)) == ["ask", "until_then", "near"]


@pytest.mark.parametrize("outcome", [replace(BARE, verdict=Verdict.DENY), SILENT])
def test_conditions_of_what_is_not_allowed(outcome: Outcome) -> None:
    assert misplaced(replace(outcome, conditions=(CONDITION,))) == ["conditions"]


@pytest.mark.parametrize("outcome", [SILENT, BARE, replace(BARE, conditions=(CONDITION,))])
def test_keys_where_they_belong(outcome: Outcome) -> None:
    assert misplaced(outcome) == []


def test_only_the_topic_of_who_is_bound_can_leave_a_person_unbound() -> None:
    assert misplaced(replace(SILENT, unbound=True)) == ["unbound"]
    assert misplaced(replace(BARE, unbound=True)) == ["unbound", "unbound"]
    scope = replace(with_outcome(consent_tree(), replace(SILENT, unbound=True)), topic=SCOPE)
    assert places("misplaced-key", draft_of(scope)) == []


def test_the_message_names_both_verdicts() -> None:
    draft = draft_of(with_outcome(consent_tree(), replace(BARE, verdict=Verdict.DENY, ask="the office")))
    (concern,) = concerns("misplaced-key", draft)
    assert concern.message == '"ask" belongs to an outcome that is silent, and "fine" is deny'
