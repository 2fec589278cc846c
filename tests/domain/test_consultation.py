"""A consultation: answers by fact, back, revise, live and dormant answers, and the combined decision."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.consultation import Consultation
from advisor.domain.tree import UNSURE, Answer, Condition, Due, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Headline, Verdict
from advisor.errors import UnknownNameError
from tests.support.random_trees import districts_topics
from tests.support.trees import CLAUSE, tiny_tree

YES, NO = Answer("yes"), Answer("no")


def images() -> SoundTree:
    return tiny_tree(
        {"public": {"yes": "in-public", "no": "consent"}, "consent": {"yes": "consented", "no": "refused"}},
        {"in-public": "allow", "consented": "allow", "refused": "deny"},
    )


def allow_if(do: str, due: Due, **unless: str) -> Outcome:
    met_by = {Fact(fact): Answer(answer) for fact, answer in unless.items()}
    condition = Condition(do, "you", due, (CLAUSE,), met_by)
    return Outcome(NodeId("fine"), Verdict.ALLOW, "It is fine.", (CLAUSE,), (condition,))


def verdict_tree(topic: str, verdict: str) -> SoundTree:
    return tiny_tree({f"{topic}-q": {"yes": "end", "no": "end"}}, {"end": verdict}, topic)


def test_it_asks_until_the_verdict() -> None:
    begun = Consultation.begin([images()])
    asked = begun.answer(NO)
    finished = asked.answer(NO)
    assert begun.question is not None
    assert begun.question.fact == "public"
    assert asked.question is not None
    assert asked.question.fact == "consent"
    assert finished.question is None
    assert begun.decision is None
    assert finished.decision is not None
    assert finished.decision.verdict is Verdict.DENY
    assert finished.decision.headline is Headline.NO


def test_not_sure_that_settles_its_topic_need_not_be_found_out() -> None:
    settled = tiny_tree({"first": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    split = tiny_tree({"second": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, topic="logo")
    consultation = Consultation.begin([settled, split], {Fact("first"): UNSURE, Fact("second"): UNSURE})
    assert consultation.decision is not None
    assert [question.fact for question in consultation.decision.find_out] == ["second"]


def test_no_fact_is_asked_twice() -> None:
    second = tiny_tree({"public": {"yes": "end", "no": "end"}}, {"end": "allow"}, "premises")
    finished = Consultation.begin([images(), second]).answer(YES)
    assert finished.question is None
    assert finished.decision is not None
    assert [topic.topic for topic in finished.decision.topics] == ["student-images", "premises"]


def test_an_answer_that_leaves_the_trail_is_offered_again_and_never_counted_silently() -> None:
    refused = Consultation.begin([images()]).answer(NO).answer(NO)
    revised = refused.revise(Fact("public"), YES)
    assert revised.answers == {"public": "yes"}
    assert revised.dormant == {"consent": "no"}
    again = revised.revise(Fact("public"), NO)
    assert again.question is not None
    assert again.question.fact == "consent"
    assert again.offered == NO
    assert again.decision is None


def test_revising_keeps_later_answers_that_are_still_on_the_trail() -> None:
    tree = tiny_tree(
        {"first": {"yes": "second", "no": "second"}, "second": {"yes": "a", "no": "b"}}, {"a": "allow", "b": "deny"}
    )
    finished = Consultation.begin([tree]).answer(YES).answer(NO)
    assert finished.revise(Fact("first"), NO).answers == {"first": "no", "second": "no"}


def test_back_takes_the_latest_answer_back_even_after_a_revision() -> None:
    finished = Consultation.begin([images()]).answer(YES).revise(Fact("public"), NO).answer(YES)
    assert finished.back().answers == {"public": "no"}
    assert finished.back().offered == YES
    assert Consultation.begin([images()]).back() == Consultation.begin([images()])


def test_an_answer_that_is_not_offered_names_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match='no answer "yess" to public — did you mean "yes"'):
        Consultation.begin([images()]).answer(Answer("yess"))


def test_a_finished_consultation_takes_no_answer() -> None:
    with pytest.raises(ValueError, match="finished"):
        Consultation.begin([images()]).answer(YES).answer(YES)


def test_facts_that_no_question_asks_are_dormant() -> None:
    begun = Consultation.begin([images()], {Fact("logo"): YES, Fact("public"): YES})
    assert begun.dormant == {"logo": "yes"}
    assert begun.answers == {"public": "yes"}


def test_a_condition_that_an_answer_meets_is_not_left() -> None:
    tree = tiny_tree(
        {"registered": {"yes": "fine", "no": "fine"}},
        {"fine": allow_if("Register it.", Due.BEFORE, registered="yes")},
    )
    met = Consultation.begin([tree]).answer(YES).decision
    unmet = Consultation.begin([tree]).answer(NO).decision
    assert met is not None
    assert unmet is not None
    assert (met.verdict, met.headline, met.conditions) == (Verdict.ALLOW, Headline.YES, ())
    assert (unmet.verdict, unmet.headline) == (Verdict.ALLOW_WITH_CONDITIONS, Headline.YES_IF)
    assert [condition.do for condition in unmet.conditions] == ["Register it."]


def test_a_fact_of_another_topic_can_meet_a_condition() -> None:
    first = tiny_tree({"a": {"yes": "fine", "no": "fine"}}, {"fine": allow_if("Do it.", Due.AFTER, done="yes")}, "one")
    second = tiny_tree({"done": {"yes": "end", "no": "end"}}, {"end": "allow"}, "two")
    decision = Consultation.begin([first, second], {Fact("a"): YES, Fact("done"): YES}).decision
    assert decision is not None
    assert decision.verdict is Verdict.ALLOW


def test_a_dormant_answer_meets_no_condition() -> None:
    tree = tiny_tree({"a": {"yes": "fine", "no": "fine"}}, {"fine": allow_if("Do it.", Due.AFTER, done="yes")})
    decision = Consultation.begin([tree], {Fact("a"): YES, Fact("done"): YES}).decision
    assert decision is not None
    assert decision.verdict is Verdict.ALLOW_WITH_CONDITIONS


def test_conditions_add_up_once_each_in_the_order_in_which_they_fall_due() -> None:
    late = tiny_tree({"a": {"yes": "fine", "no": "fine"}}, {"fine": allow_if("Last.", Due.YEARLY)}, "one")
    soon = tiny_tree({"b": {"yes": "fine", "no": "fine"}}, {"fine": allow_if("First.", Due.BEFORE)}, "two")
    same = tiny_tree({"c": {"yes": "fine", "no": "fine"}}, {"fine": allow_if("Last.", Due.YEARLY)}, "three")
    answers = {Fact("a"): YES, Fact("b"): YES, Fact("c"): YES}
    decision = Consultation.begin([late, soon, same], answers).decision
    assert decision is not None
    assert [condition.do for condition in decision.conditions] == ["First.", "Last."]
    assert decision.to_do == decision.conditions


def test_conditions_are_no_help_while_another_topic_stands_in_the_way() -> None:
    fine = tiny_tree({"a": {"yes": "fine", "no": "fine"}}, {"fine": allow_if("First.", Due.BEFORE)}, "one")
    decision = Consultation.begin([fine, verdict_tree("two", "deny")], {Fact("a"): YES, Fact("two-q"): YES}).decision
    assert decision is not None
    assert decision.conditions
    assert decision.to_do == ()


@pytest.mark.parametrize(
    ("verdicts", "combined", "allowed", "headline"),
    [
        (["allow", "allow"], Verdict.ALLOW, True, Headline.YES),
        (["allow", "silent"], Verdict.SILENT, False, Headline.NOT_YET),
        (["silent", "deny"], Verdict.DENY, False, Headline.NO),
        (["deny", "allow"], Verdict.DENY, False, Headline.NO),
    ],
)
def test_the_strictest_topic_decides(verdicts: list[str], combined: Verdict, allowed: bool, headline: Headline) -> None:
    trees = [verdict_tree(f"topic-{n}", verdict) for n, verdict in enumerate(verdicts)]
    decision = Consultation.begin(trees, {Fact(f"topic-{n}-q"): YES for n in range(len(verdicts))}).decision
    assert decision is not None
    assert (decision.verdict, decision.allowed, decision.headline) == (combined, allowed, headline)


def test_the_reason_is_not_who_is_bound_while_another_topic_says_as_much() -> None:
    def ends_in(topic: str, end: str, verdict: str) -> SoundTree:
        return tiny_tree({topic: {"yes": end, "no": end}}, {end: verdict}, topic)

    def because(bound: str, photos: str) -> str:
        trees = [ends_in("scope", "bound", bound), ends_in("photos", "shown", photos)]
        decision = Consultation.begin(trees).answer(Answer("yes")).answer(Answer("yes")).decision
        assert decision is not None
        return decision.because

    assert because("allow", "allow") == "Because of shown."
    assert because("deny", "allow") == "Because of bound."


def test_the_cites_of_a_deny_are_those_of_the_topics_that_stand_in_the_way() -> None:
    allowed = verdict_tree("one", "allow")
    denied = tiny_tree(
        {"x": {"yes": "end", "no": "end"}},
        {"end": Outcome(NodeId("end"), Verdict.DENY, "No.", (CLAUSE, CLAUSE))},
        "two",
    )
    decision = Consultation.begin([allowed, denied], {Fact("one-q"): YES, Fact("x"): NO}).decision
    assert decision is not None
    assert decision.cites == (CLAUSE,)
    assert decision.because == "No."


def test_not_sure_follows_every_option() -> None:
    unsure = Consultation.begin([images()]).answer(UNSURE)
    walk = unsure.walks[0]
    assert [outcome.id for outcome in walk.outcomes] == ["in-public"]
    assert [question.id for question in walk.open] == ["consent"]
    finished = unsure.answer(NO)
    assert {outcome.id for outcome in finished.walks[0].outcomes} == {"in-public", "refused"}
    assert finished.decision is not None
    assert finished.decision.verdict is Verdict.DEPENDS


def test_open_names_each_fact_once_the_one_to_ask_first_at_the_front() -> None:
    second = tiny_tree({"public": {"yes": "e", "no": "e"}}, {"e": "allow"}, "premises")
    third = tiny_tree({"logo": {"yes": "e", "no": "e"}}, {"e": "allow"}, "logo")
    begun = Consultation.begin([images(), second, third])
    assert [(walk.tree.topic, question.fact) for walk, question in begun.open] == [
        ("student-images", "public"),
        ("logo", "logo"),
    ]


@given(districts_topics(), st.data())
def test_every_consultation_ends_and_back_undoes_answer(trees: list[SoundTree], data: st.DataObject) -> None:
    consultation = Consultation.begin(trees)
    asked = 0
    while consultation.question is not None:
        options = [option.answer for option in consultation.question.options]
        answered = consultation.answer(data.draw(st.sampled_from(options)))
        assert answered.back().answers == consultation.answers
        assert answered.back().question == consultation.question
        consultation = answered
        asked += 1
    assert asked <= len({question.fact for tree in trees for question in tree.questions.values()})
    assert consultation.decision is not None


@given(districts_topics(), st.data())
def test_combination_does_not_depend_on_the_order_of_topics(trees: list[SoundTree], data: st.DataObject) -> None:
    answers = {
        question.fact: data.draw(st.sampled_from([option.answer for option in question.options]))
        for tree in trees
        for question in tree.questions.values()
    }
    decision = Consultation.begin(trees, answers).decision
    shuffled = Consultation.begin(data.draw(st.permutations(trees)), answers).decision
    assert decision is not None
    assert shuffled is not None
    assert (decision.verdict, decision.allowed, decision.headline) == (
        shuffled.verdict,
        shuffled.allowed,
        shuffled.headline,
    )
    assert set(decision.cites) == set(shuffled.cites)
    assert {c.do for c in decision.conditions} == {c.do for c in shuffled.conditions}
    assert [c.due for c in decision.conditions] == [c.due for c in shuffled.conditions]


@given(districts_topics(), st.data())
def test_live_answers_stand_on_a_trail_and_dormant_ones_do_not(trees: list[SoundTree], data: st.DataObject) -> None:
    consultation = Consultation.begin(trees)
    for _ in range(12):
        if consultation.question is not None and data.draw(st.booleans()):
            options = [option.answer for option in consultation.question.options]
            consultation = consultation.answer(data.draw(st.sampled_from(options)))
        elif consultation.answers:
            fact = data.draw(st.sampled_from(sorted(consultation.answers)))
            consultation = consultation.revise(fact, data.draw(st.sampled_from([YES, NO])))
        on_trails = {step.fact for walk in consultation.walks for step in walk.trail}
        assert set(consultation.answers) == on_trails
        assert not set(consultation.dormant) & on_trails
