from dataclasses import replace

from advisor.domain.policy import TopicSlug
from advisor.domain.topic import Topic
from advisor.domain.tree import Answer, Condition, Due, Fact, Never, NodeId, Tree
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of, places, with_outcome
from tests.support.trees import CLAUSE, tiny_tree


def never(**when: str) -> Tree:
    case = {Fact(fact.replace("_", "-")): Answer(answer) for fact, answer in when.items()}
    return replace(consent_tree(), never=(Never(Verdict.ALLOW, case, (CLAUSE,)),))


def test_a_fact_that_nothing_asks() -> None:
    (concern,) = concerns("unknown-fact", draft_of(never(consent="no", consnet="no")))
    assert concern.place == ("never", 0, "when", "consnet")
    assert concern.message == 'nothing asks the fact "consnet" — did you mean "consent"?'


def test_an_answer_that_nothing_offers() -> None:
    (concern,) = concerns("unknown-fact", draft_of(never(consent="none")))
    assert concern.place == ("never", 0, "when", "consent")
    assert concern.message == 'the fact "consent" is never answered "none" — did you mean "no"?'


def test_a_condition_that_nothing_can_lift() -> None:
    tree = consent_tree()
    unless = {Fact("consent"): Answer("yes"), Fact("signed"): Answer("yes")}
    condition = Condition("Sign.", "you", Due.BEFORE, (CLAUSE,), unless)
    outcome = replace(tree.outcomes[NodeId("fine")], conditions=(condition,))
    assert places("unknown-fact", draft_of(with_outcome(tree, outcome))) == [
        ("outcomes", "fine", "conditions", 0, "unless", "signed")
    ]


def test_a_fact_of_another_topic_or_of_the_first_screen_is_known() -> None:
    other = tiny_tree({"medium": {"paper": "wait", "web": "wait"}}, {"wait": "deny"}, "team-accounts")
    assert concerns("unknown-fact", draft_of(never(medium="paper", shows_students="no"), other)) == []


def test_the_first_screen_knows_only_yes_and_no() -> None:
    assert places("unknown-fact", draft_of(never(shows_students="some"))) == [("never", 0, "when", "shows-students")]


def test_a_topic_applies_by_the_facts_of_the_first_screen_alone() -> None:
    draft = draft_of(consent_tree())
    topics = tuple(
        Topic(TopicSlug(fact), fact, "post", {Fact(fact): Answer("yes")}) for fact in ("shows-students", "consent")
    )
    (concern,) = concerns("unknown-fact", replace(draft, topics=replace(draft.topics, topics=topics)))
    assert (concern.source.file, concern.place) == ("topics.yaml", ("topics", 1, "when", "consent"))
