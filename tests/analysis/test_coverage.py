"""Coverage: every citation is found, with its place, and counts for all that it holds."""

from dataclasses import replace

from advisor.analysis.coverage import citations, coverage
from advisor.domain.finding import Position, Source
from advisor.domain.policy import Locator
from advisor.domain.register import Citation, Citing
from advisor.domain.tree import Answer, Condition, Due, Fact, Never, NodeId, Outcome, Reading, Tree
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import clause, consent_tree, draft_of, with_outcome, with_question


def cites(*locators: str) -> tuple[Locator, ...]:
    return tuple(Locator(locator) for locator in locators)


def citing_everywhere() -> Tree:
    """A tree that cites another clause in each kind of place."""
    tree = consent_tree()
    tree = with_question(tree, "consent", replace(tree.questions[NodeId("consent")], cites=cites("A ¶1")))
    outcome = Outcome(
        id=NodeId("fine"),
        verdict=Verdict.ALLOW,
        because="It is.",
        cites=cites("B ¶1 s1", "B ¶1 s2"),
        conditions=(Condition("Ask.", "you", Due.BEFORE, cites("C ¶1")),),
        near=cites("D ¶1"),
        readings=(Reading("One.", Verdict.ALLOW, ()), Reading("Two.", Verdict.DENY, cites("E ¶1"))),
    )
    never = Never(Verdict.ALLOW, {Fact("consent"): Answer("no")}, cites("F ¶1"))
    wait = replace(tree.outcomes[NodeId("wait")], cites=cites("B ¶1"))
    return replace(with_outcome(with_outcome(tree, outcome), wait), never=(never,))


def test_every_kind_of_citation_is_found_where_it_stands() -> None:
    found = [(c.locator, c.kind, c.id, c.place) for c in citations(draft_of(citing_everywhere()))]
    assert found == [
        ("A ¶1", Citing.QUESTION, "consent", ("questions", "consent", "cites", 0)),
        ("B ¶1 s1", Citing.OUTCOME, "fine", ("outcomes", "fine", "cites", 0)),
        ("B ¶1 s2", Citing.OUTCOME, "fine", ("outcomes", "fine", "cites", 1)),
        ("D ¶1", Citing.NEAR, "fine", ("outcomes", "fine", "near", 0)),
        ("C ¶1", Citing.CONDITION, "fine", ("outcomes", "fine", "conditions", 0, "cites", 0)),
        ("E ¶1", Citing.READING, "fine", ("outcomes", "fine", "readings", 1, "cites", 0)),
        ("B ¶1", Citing.OUTCOME, "wait", ("outcomes", "wait", "cites", 0)),
        ("F ¶1", Citing.NEVER, "", ("never", 0, "cites", 0)),
    ]


def test_a_citation_of_a_unit_counts_for_every_clause_in_it() -> None:
    clauses = [clause(id_) for id_ in ("B ¶1 s1", "B ¶1 s2", "B ¶11", "A ¶1 s1")]
    covered = coverage(draft_of(citing_everywhere(), clauses=clauses))
    assert {id_: [(c.locator, c.id) for c in found] for id_, found in covered.items()} == {
        "B ¶1 s1": [("B ¶1 s1", "fine"), ("B ¶1", "wait")],
        "B ¶1 s2": [("B ¶1 s2", "fine"), ("B ¶1", "wait")],
        "B ¶11": [],
        "A ¶1 s1": [("A ¶1", "consent")],
    }


def test_clauses_stand_in_the_order_of_the_register() -> None:
    clauses = [clause("F ¶1"), clause("A ¶1")]
    assert list(coverage(draft_of(citing_everywhere(), clauses=clauses))) == ["F ¶1", "A ¶1"]


def test_a_citation_knows_its_topic_file_and_position() -> None:
    source = Source("some.yaml", (), values={("questions", "consent", "cites", 0): Position(7, 12)})
    draft = draft_of(citing_everywhere())
    first = next(citations(replace(draft, trees=(replace(draft.trees[0], source=source),))))
    assert isinstance(first, Citation)
    assert (first.topic, first.file, first.position) == ("student-images", "some.yaml", Position(7, 12))
