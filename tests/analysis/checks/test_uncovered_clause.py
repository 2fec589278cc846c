from dataclasses import replace

from advisor.domain.policy import Clause, ClauseKind, Locator
from advisor.domain.tree import Answer, Fact, Never, NodeId
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import clause, concerns, consent_tree, draft_of, places, with_outcome

CITED = clause("I ¶1")


def test_a_clause_that_nothing_cites() -> None:
    (concern,) = concerns("uncovered-clause", draft_of(consent_tree(), clauses=[CITED, clause("I ¶2")]))
    assert (concern.source.file, concern.place) == ("policy.yaml", ("clauses", 1))
    assert concern.message.startswith('no tree cites "I ¶2": ')


def test_a_clause_set_aside_and_a_heading() -> None:
    clauses: list[Clause] = [CITED, clause("I ¶2", sets_aside="An aim."), clause("I", ClauseKind.HEADING)]
    assert places("uncovered-clause", draft_of(consent_tree(), clauses=clauses)) == []


def test_a_never_alone_does_not_cover_a_clause() -> None:
    never = Never(Verdict.ALLOW, {Fact("consent"): Answer("no")}, (Locator("I ¶2"),))
    draft = draft_of(replace(consent_tree(), never=(never,)), clauses=[CITED, clause("I ¶2")])
    assert places("uncovered-clause", draft) == [("clauses", 1)]


def test_the_closest_clause_of_a_silent_outcome_is_covered() -> None:
    tree = consent_tree()
    near = with_outcome(tree, replace(tree.outcomes[NodeId("wait")], near=(Locator("I ¶2"),)))
    assert places("uncovered-clause", draft_of(near, clauses=[CITED, clause("I ¶2")])) == []
