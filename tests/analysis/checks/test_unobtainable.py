from dataclasses import replace

from advisor.domain.tree import Answer, NodeId, Tree
from tests.analysis.drafts import SHOWS_STUDENTS, concerns, consent_tree, draft_of, with_question


def obtaining(answer: str) -> Tree:
    tree = consent_tree()
    question = replace(tree.questions[NodeId("consent")], obtain={Answer(answer): "Ask a parent."})
    return with_question(tree, "consent", question)


def test_an_answer_that_is_not_offered() -> None:
    (concern,) = concerns("unobtainable", draft_of(obtaining("yess")))
    assert concern.place == ("questions", "consent", "obtain", "yess")
    assert concern.message == '"consent" does not offer the answer "yess" — did you mean "yes"?'


def test_an_answer_that_is_offered() -> None:
    assert concerns("unobtainable", draft_of(obtaining("no"))) == []


def test_a_fact_of_the_first_screen_has_only_yes_and_no() -> None:
    draft = draft_of(consent_tree())
    odd = replace(SHOWS_STUDENTS, obtain={Answer("none"): "Crop them out."})
    (concern,) = concerns("unobtainable", replace(draft, topics=replace(draft.topics, facts=(odd,))))
    assert (concern.source.file, concern.place) == ("topics.yaml", ("facts", "shows-students", "obtain", "none"))
