"""A consultation under way: what is left, what applies, what was carried over, and a NO that is certain."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.progress import (
    carried,
    first_facts,
    is_about_nothing,
    is_already_no,
    most_left,
    refusal,
    topics_asked,
)
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Headline, Verdict
from tests.support.random_trees import districts_topics
from tests.support.trees import tiny_district, tiny_tree

YES, NO = Answer("yes"), Answer("no")
ENDS = {"in": "allow", "out": "deny"}
LONG = tiny_tree(
    {"a": {"yes": "b", "no": "out"}, "b": {"yes": "c", "no": "in"}, "c": {"yes": "in", "no": "out"}}, ENDS, "long"
)
SHORT = tiny_tree({"b": {"yes": "in", "no": "out"}}, ENDS, "short")
UNSAID = tiny_tree({"d": {"yes": "unsaid", "no": "in"}}, {"unsaid": "silent", "in": "allow"}, "unsaid")


def topics(consultation: Consultation) -> list[str]:
    return [each.tree.topic for each in topics_asked(consultation)]


def test_every_fact_that_may_still_be_asked_counts_once() -> None:
    begun = Consultation.begin([LONG])
    assert [most_left(each) for each in (begun, begun.answer(YES), begun.answer(NO))] == [3, 2, 0]


def test_what_several_topics_ask_counts_once_and_a_known_answer_not_at_all() -> None:
    begun = Consultation.begin([SHORT, LONG])
    assert [most_left(each) for each in (begun, begun.answer(NO), begun.answer(YES))] == [3, 1, 2]


def test_after_not_sure_all_branches_count() -> None:
    fork = tiny_tree(
        {"a": {"yes": "b", "no": "c"}, "b": {"yes": "in", "no": "out"}, "c": {"yes": "in", "no": "out"}}, ENDS, "fork"
    )
    begun = Consultation.begin([fork])
    assert [most_left(each) for each in (begun, begun.answer(YES), begun.answer(UNSURE))] == [3, 1, 2]


@given(districts_topics(), st.data())
def test_never_are_more_questions_asked_than_were_left(trees: list[SoundTree], data: st.DataObject) -> None:
    consultation = Consultation.begin(trees)
    left: list[int] = []
    while question := consultation.question:
        left.append(most_left(consultation))
        consultation = consultation.answer(
            data.draw(st.sampled_from([UNSURE, *(option.answer for option in question.options)]))
        )
    assert most_left(consultation) == 0
    assert all(most >= len(left) - asked for asked, most in enumerate(left))


def test_a_topic_that_cannot_apply_any_more_is_not_counted() -> None:
    shown = FirstFact(Fact("shown"), "It shows students", {})
    gone = Outcome(NodeId("gone"), Verdict.SILENT, "Not you.", ask="you", until_then=Verdict.ALLOW, unbound=True)
    scope = tiny_tree({"role": {"staff": "in", "guest": "gone"}}, {"in": "allow", "gone": gone}, SCOPE)
    quiet = replace(UNSAID, topic=TopicSlug("quiet"), questions={}, order=(), start=NodeId("unsaid"))
    listed = (
        Topic(TopicSlug("long"), "Long", "post", {shown.fact: YES}),
        *(Topic(tree.topic, tree.title, "always", {}) for tree in (scope, SHORT, quiet)),
    )
    district = replace(tiny_district(scope, LONG, SHORT, quiet), topics=Topics((shown,), listed))
    begun = district.consult_by_first_facts({shown.fact: YES})
    assert topics(begun) == ["scope", "long", "short"]
    assert topics(begun.answer(Answer("staff"))) == ["scope", "long", "short"]
    assert topics(begun.answer(Answer("guest"))) == ["scope"]
    assert topics(district.consult_by_first_facts({})) == ["scope", "short"]
    assert first_facts(begun.answer(Answer("staff"))) == {"shown"}
    assert [is_about_nothing(each) for each in (begun, begun.revise(shown.fact, NO))] == [False, True]
    assert not is_about_nothing(district.consult(["long"]))


def test_what_an_earlier_topic_answered_is_carried_until_the_topic_has_an_answer_of_its_own() -> None:
    later = tiny_tree({"b": {"yes": "d", "no": "d"}, "d": {"yes": "e", "no": "in"}, "e": {"yes": "in", "no": "in"}},
                      {"in": "allow"}, "later")  # fmt: skip
    begun = Consultation.begin([SHORT, later])
    second = begun.answer(YES)
    assert carried(begun) == ()
    assert [(question.fact, answer) for question, answer in carried(second)] == [("b", "yes")]
    assert carried(second.answer(YES)) == ()
    assert carried(second.answer(NO)) == ()


@pytest.mark.parametrize(
    ("answers", "certain"),
    [({}, None), ({"b": "yes"}, None), ({"b": "no"}, ["short"]), ({"b": "no", "a": "no"}, ["short", "long"])],
)
def test_a_no_is_certain_once_a_topic_refuses_and_rests_on_what_is_known(
    answers: dict[str, str], certain: list[str] | None
) -> None:
    given = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    begun = Consultation.begin([SHORT, LONG, UNSAID], given)
    decision = refusal(begun)
    assert is_already_no(begun) == bool(certain)
    assert (decision and [topic.topic for topic in decision.topics]) == certain
    assert decision is None or decision.headline is Headline.NO


def test_what_an_open_topic_could_come_to_is_no_reason_yet() -> None:
    begun = Consultation.begin([UNSAID, SHORT], {Fact("d"): YES})
    decision = refusal(begun)
    assert decision is not None
    assert (decision.verdict, decision.because) == (Verdict.SILENT, "Because of unsaid.")


def test_a_topic_that_refuses_by_itself_need_not_be_finished() -> None:
    doomed = tiny_tree({"e": {"yes": "out", "no": "worse"}}, {"out": "deny", "worse": "deny"}, "doomed")
    decision = refusal(Consultation.begin([doomed, SHORT]))
    assert decision is not None
    assert [topic.topic for topic in decision.topics] == ["doomed"]


def test_topics_that_only_together_leave_no_way_are_all_shown() -> None:
    against = tiny_tree({"b": {"yes": "out", "no": "in"}}, ENDS, "against")
    decision = refusal(Consultation.begin([SHORT, against]))
    assert decision is not None
    assert [topic.topic for topic in decision.topics] == ["short", "against"]


def test_a_finished_consultation_has_its_decision_and_no_early_one() -> None:
    finished = Consultation.begin([SHORT]).answer(NO)
    assert not is_already_no(finished)
    assert refusal(finished) is None
