"""When a topic applies: the facts of the first screen, and who is bound."""

from dataclasses import replace

import pytest

from advisor.domain.applicability import as_named, if_bound, if_it_applies, own_steps
from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Headline, Verdict
from tests.support.trees import tiny_district, tiny_tree

YES, NO = Answer("yes"), Answer("no")
SHOWN = FirstFact(Fact("shows-students"), "It shows students", {NO: "Crop them out."})
LOGO = FirstFact(Fact("uses-logo"), "It uses the logo", {})
UNBOUND = Outcome(
    NodeId("free"), Verdict.SILENT, "It binds staff.", ask="the office", until_then=Verdict.ALLOW, unbound=True
)


def photos() -> SoundTree:
    return tiny_tree({"consent": {"yes": "agreed", "no": "refused"}}, {"agreed": "allow", "refused": "deny"}, "photos")


def scope() -> SoundTree:
    return tiny_tree(
        {"role": {"staff": "where", "helper": "coach", "guest": "free"}, "coach": {"yes": "where", "no": "free"},
         "where": {"site": "bound", "paper": "bound"}},
        {"free": UNBOUND, "bound": "allow"},
        SCOPE,
    )  # fmt: skip


def district() -> District:
    listed = (
        Topic(TopicSlug("photos"), "Photos", "post", {SHOWN.fact: YES}),
        Topic(TopicSlug("logo"), "Logo", "post", {SHOWN.fact: YES, LOGO.fact: YES}),
        Topic(SCOPE, "Who is bound", "always", {}),
    )
    logo = tiny_tree({"permitted": {"yes": "fine", "no": "wrong"}}, {"fine": "allow", "wrong": "deny"}, "logo")
    return replace(tiny_district(photos(), logo, scope()), topics=Topics((SHOWN, LOGO), listed))


def staff(**answers: str) -> Consultation:
    given = {Fact("role"): Answer("staff"), Fact("where"): Answer("site")}
    more = {Fact(fact.replace("_", "-")): Answer(answer) for fact, answer in answers.items()}
    return district().consult_by_first_facts({**given, **more})


def topics_of(consultation: Consultation) -> list[str]:
    assert consultation.decision is not None
    return [topic.topic for topic in consultation.decision.topics]


def test_a_topic_that_nothing_touches_is_not_asked_and_not_decided() -> None:
    untouched = staff()
    assert untouched.question is None
    assert topics_of(untouched) == ["scope"]


def test_a_fact_of_the_first_screen_brings_its_topics() -> None:
    touched = staff(shows_students="yes")
    assert touched.question is not None
    assert touched.question.fact == "consent"
    assert topics_of(touched.answer(YES)) == ["scope", "photos"]


def test_the_facts_of_the_first_screen_count_from_the_first_question_on_and_are_not_asked_again() -> None:
    begun = district().consult_by_first_facts({SHOWN.fact: YES})
    assert begun.answers == {SHOWN.fact: YES, LOGO.fact: NO}
    assert begun.dormant == {}
    asked = []
    while begun.question:
        asked.append(begun.question.fact)
        begun = begun.answer(begun.question.options[0].answer)
    assert asked == ["role", "where", "consent"]


def test_a_topic_that_needs_two_facts_applies_when_both_hold() -> None:
    assert topics_of(staff(uses_logo="yes")) == ["scope"]
    assert topics_of(staff(shows_students="yes", uses_logo="yes", consent="yes", permitted="no")) == [
        "scope",
        "photos",
        "logo",
    ]


def test_where_no_topic_applies_there_is_nothing_to_decide() -> None:
    without_scope = district()
    trees = {topic: tree for topic, tree in without_scope.trees.items() if topic != SCOPE}
    untouched = replace(without_scope, trees=trees).consult_by_first_facts({LOGO.fact: YES})
    assert (untouched.question, untouched.decision, untouched.so_far) == (None, None, None)


def test_not_sure_whether_a_topic_applies_makes_its_deny_depend_on_that() -> None:
    unsure = staff(shows_students="unsure").answer(NO)
    assert unsure.decision is not None
    assert (unsure.decision.verdict, unsure.decision.headline) == (Verdict.DEPENDS, Headline.NOT_YET)
    assert [question.ask for question in unsure.decision.find_out] == ["It shows students"]
    fine = staff(shows_students="unsure").answer(YES)
    assert fine.decision is not None
    assert fine.decision.allowed


def test_whom_the_policy_does_not_bind_is_asked_nothing_more() -> None:
    helper = district().consult(["photos", "scope"]).answer(Answer("helper")).answer(NO)
    assert helper.question is None
    assert topics_of(helper) == ["scope"]
    assert helper.decision is not None
    assert (helper.decision.verdict, helper.decision.allowed) == (Verdict.SILENT, True)


def test_who_is_bound_is_asked_first_and_without_that_topic_not_at_all() -> None:
    asked = district().consult(["photos", "scope"]).question
    assert asked is not None
    assert asked.fact == "role"
    alone = district().consult(["photos"]).question
    assert alone is not None
    assert alone.fact == "consent"


def test_not_sure_who_one_is_leaves_a_deny_open() -> None:
    unsure = district().consult(["photos", "scope"], {Fact("role"): UNSURE, Fact("where"): Answer("site")})
    decision = unsure.so_far
    assert decision is not None
    assert decision.verdict is Verdict.DEPENDS
    denied = unsure.revise(Fact("consent"), NO).so_far
    assert denied is not None
    assert denied.verdict is Verdict.DEPENDS
    assert {question.fact for question in denied.find_out} == {"role", "coach"}


def test_the_steps_in_front_are_not_the_trees_own() -> None:
    decision = staff(shows_students="yes", consent="yes").decision
    assert decision is not None
    (photo,) = (topic for topic in decision.topics if topic.topic == "photos")
    assert [step.fact for step in photo.path.steps] == ["shows-students", "role", "consent"]
    assert [step.fact for step in own_steps(photo.path)] == ["consent"]


@pytest.mark.parametrize(
    "tree", [if_bound(photos(), scope()), if_it_applies(photos(), district().topics.topics[0], [SHOWN])]
)
def test_what_stands_in_front_can_be_walked(tree: SoundTree) -> None:
    assert set(tree.order) == set(tree.questions)
    for question, option in tree.edges():
        assert option.then in {*tree.questions, *tree.outcomes}
        if option.then in tree.questions:
            assert tree.order.index(question.id) < tree.order.index(option.then)


def test_nothing_stands_in_front_of_a_topic_that_always_applies() -> None:
    assert if_it_applies(scope(), district().topics.topics[2], [SHOWN, LOGO]) == scope()
    assert if_bound(photos(), photos()) == photos()


def test_a_topic_that_was_named_applies() -> None:
    (asking, always), known = as_named([photos(), scope()], district().topics, {Fact("role"): Answer("staff")})
    assert asking.questions[asking.start].fact == SHOWN.fact
    assert always == scope()
    assert known == {"role": "staff", "shows-students": "yes"}


def test_a_tree_that_asks_already_whether_its_topic_applies_is_not_asked_twice() -> None:
    asking = if_it_applies(photos(), district().topics.topics[0], [SHOWN])
    assert as_named([asking], district().topics, {}) == ((asking,), {})


def test_a_topic_that_cannot_apply_or_is_not_listed_stays_as_it_is() -> None:
    known = {SHOWN.fact: NO}
    assert as_named([photos()], district().topics, known) == ((photos(),), known)
    assert as_named([photos()], Topics((), ()), {}) == ((photos(),), {})
