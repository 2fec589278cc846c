from dataclasses import replace

import pytest

from advisor.analysis.concern import Concern
from advisor.domain.policy import Locator
from advisor.domain.tree import Answer, Condition, Due, Fact, Never, NodeId, Reading, Tree
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import clause, concerns, consent_tree, draft_of, places, with_outcome, with_question

REGISTER = [clause("IV.C ¶8"), clause("IV.C ¶9 s1"), clause("I ¶1")]


def asked_because(*cites: str) -> Tree:
    tree = consent_tree()
    question = replace(tree.questions[NodeId("consent")], cites=tuple(Locator(cite) for cite in cites))
    return with_question(tree, "consent", question)


def found(*cites: str) -> list[Concern]:
    return concerns("unknown-clause", draft_of(asked_because(*cites), clauses=REGISTER))


def test_only_the_unknown_one_of_several_is_reported() -> None:
    (concern,) = found("IV.C ¶8", "IV.C ¶88")
    assert concern.place == ("questions", "consent", "cites", 1)
    assert concern.message == 'no clause of the register is "IV.C ¶88" — did you mean "IV.C ¶8"?'


@pytest.mark.parametrize("cite", ["IV.C ¶8", "IV.C", "IV", "IV.C ¶9", "IV.C ¶9 s1"])
def test_a_clause_or_a_unit_that_holds_one_is_known(cite: str) -> None:
    assert found(cite) == []


def test_a_part_of_a_clause_is_unknown_and_the_clause_is_offered() -> None:
    (concern,) = found("IV.C ¶8 s1")
    assert concern.message.endswith('did you mean "IV.C ¶8"?')


def test_nothing_is_offered_where_nothing_is_near() -> None:
    (concern,) = found("Handbook")
    assert concern.message == 'no clause of the register is "Handbook"'


def test_every_kind_of_citation_is_checked() -> None:
    wrong = (Locator("X ¶1"),)
    tree = asked_because("X ¶1")
    outcome = replace(
        tree.outcomes[NodeId("fine")],
        cites=wrong,
        near=wrong,
        conditions=(Condition("Ask.", "you", Due.BEFORE, wrong),),
        readings=(Reading("So.", Verdict.DENY, wrong),),
    )
    never = Never(Verdict.ALLOW, {Fact("consent"): Answer("no")}, wrong)
    draft = draft_of(replace(with_outcome(tree, outcome), never=(never,)))
    assert places("unknown-clause", draft) == [
        ("questions", "consent", "cites", 0),
        ("outcomes", "fine", "cites", 0),
        ("outcomes", "fine", "near", 0),
        ("outcomes", "fine", "conditions", 0, "cites", 0),
        ("outcomes", "fine", "readings", 0, "cites", 0),
        ("never", 0, "cites", 0),
    ]
