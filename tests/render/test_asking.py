"""What a consultation says line by line: where a topic begins, what is certain, a review, and what if."""

from dataclasses import replace

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Outcome
from advisor.domain.verdict import Headline, Verdict
from advisor.render.asking import already_no, answers_given, heading, only_if, review, what_if
from tests.support.trees import tiny_district, tiny_tree

YES, NO = Answer("yes"), Answer("no")
ENDS = {"fine": "allow", "refused": "deny"}
PHOTOS = tiny_tree(
    {"medium": {"site": "consent", "app": "consent", "paper": "fine"}, "consent": {"yes": "fine", "no": "refused"}},
    ENDS,
    "photos",
)
LOGO = tiny_tree({"medium": {"site": "permitted", "app": "permitted", "paper": "fine"},
                  "permitted": {"yes": "fine", "no": "refused"}}, ENDS, "logo")  # fmt: skip
SHOWN = FirstFact(Fact("shown"), "It shows students", {})


def given(**answers: str) -> dict[Fact, Answer]:
    return {Fact(fact): Answer(answer) for fact, answer in answers.items()}


def begun(**answers: str) -> Consultation:
    return Consultation.begin([PHOTOS, LOGO], given(**answers))


def by_first_facts(**answers: str) -> Consultation:
    topics = Topics((SHOWN,), (Topic(TopicSlug("photos"), "Photos", "post", {SHOWN.fact: YES}),))
    return replace(tiny_district(PHOTOS), topics=topics).consult_by_first_facts(given(**answers))


def headed(consultation: Consultation) -> list[str]:
    assert consultation.current is not None
    return heading(consultation, consultation.current)


def standing(consultation: Consultation, *, in_front: bool = False) -> list[str]:
    assert consultation.current is not None
    assert consultation.question is not None
    return only_if(consultation.current, consultation.question, in_front=in_front)


def test_a_topic_begins_with_its_place_what_is_left_and_what_it_takes_over() -> None:
    assert headed(begun()) == ["Photos (1 of 2), at most 3 more questions"]
    assert headed(begun(medium="app", consent="no")) == [
        "Logo (2 of 2), at most 1 more question",
        "Carried over: Medium? App",
    ]
    assert headed(Consultation.begin([PHOTOS])) == ["Photos, at most 2 more questions"]


def test_after_not_sure_a_question_says_on_which_answers_it_stands() -> None:
    assert standing(begun()) == []
    assert standing(begun(medium="unsure")) == ["Only if: Medium? Site; or App"]
    assert standing(begun(medium="unsure"), in_front=True) == []


def test_whether_a_topic_applies_is_said_apart() -> None:
    unsure = by_first_facts(shown="unsure")
    assert standing(unsure, in_front=True) == ["Only if: It shows students: Yes"]
    assert standing(unsure) == []
    assert standing(by_first_facts(shown="yes"), in_front=True) == []


def test_what_both_the_topic_and_who_is_bound_stand_on_is_said_once() -> None:
    gone = Outcome(NodeId("gone"), Verdict.SILENT, "Not here.", ask="you", until_then=Verdict.ALLOW, unbound=True)
    scope = tiny_tree(
        {"medium": {"site": "fine", "app": "fine", "paper": "gone"}}, {"fine": "allow", "gone": gone}, SCOPE
    )
    unsure = tiny_district(scope, PHOTOS).consult(["photos", "scope"], given(medium="unsure"))
    assert standing(unsure, in_front=True) == ["Only if: Medium? Site; or App"]
    assert standing(unsure) == []


@pytest.mark.parametrize("answers", [{}, {"medium": "paper"}, {"medium": "site", "consent": "unsure"}])
def test_while_nothing_is_denied_nothing_is_said(answers: dict[str, str]) -> None:
    assert already_no(begun(**answers)) == ""


def test_a_no_names_its_topic_and_why() -> None:
    assert already_no(begun(medium="site", consent="no")).startswith("Already NO: Photos: Because of refused. Go on")


def test_a_silence_is_no_no() -> None:
    quiet = tiny_tree({"said": {"yes": "unsaid", "no": "unsaid"}}, {"unsaid": "silent"}, "quiet")
    assert already_no(Consultation.begin([quiet, LOGO], given(said="yes"))) == ""


def test_a_review_lists_each_answer_once_what_it_is_about_first_and_what_was_not_ticked_not_at_all() -> None:
    answers = answers_given(begun(medium="site", consent="no", permitted="unsure"))
    assert list(review(answers)) == [
        "Photos", "1 Medium? Site", "2 Consent? No", "Logo", "3 Permitted? Not sure",
    ]  # fmt: skip
    assert list(review(answers_given(by_first_facts(shown="yes", medium="paper")), "Something else")) == [
        "What it is about", "1 It shows students: Yes", "Photos", "2 Medium? Paper", "3 Something else",
    ]  # fmt: skip
    assert answers_given(by_first_facts(shown="no")) == ()


def test_what_if_shows_where_each_other_answer_would_lead() -> None:
    denied = begun(medium="site", consent="no", permitted="yes")
    medium, consent, _ = answers_given(denied)
    assert list(what_if(denied, consent, Headline.NO)) == [
        "What if, instead of: Consent? No",
        "Yes: NO ✗ → YES ✓ Because of fine.",
        "Not sure: NO ✗ → NOT YET ? It depends on this: Consent?",
    ]
    assert list(what_if(denied, medium, Headline.NO))[1:3] == [
        "App: NO ✗ → NO ✗ Because of refused.",
        "Paper: NO ✗ → YES ✓ Because of fine.",
    ]


def test_what_if_with_more_to_ask_says_what_it_depends_on_or_that_it_is_no_anyway() -> None:
    allowed = begun(medium="paper")
    (medium,) = answers_given(allowed)
    assert list(what_if(allowed, medium, Headline.YES))[1] == "Site: YES ✓ → NOT YET ? It depends on this: Consent?"
    against = tiny_tree({"medium": {"site": "refused", "app": "fine", "paper": "fine"}}, ENDS, "against")
    either = Consultation.begin([PHOTOS, against], given(medium="paper"))
    assert list(what_if(either, medium, Headline.YES))[1] == "Site: YES ✓ → NO ✗ Because of refused."


def test_what_if_nothing_were_left_that_it_is_about() -> None:
    about = by_first_facts(shown="yes", medium="paper")
    shown, _ = answers_given(about)
    assert list(what_if(about, shown, Headline.YES)) == [
        "What if, instead of: It shows students: Yes",
        "No: nothing is left that it is about.",
        "Not sure: YES ✓ → YES ✓ Because of fine.",
    ]


def test_the_answers_stay_as_they_are() -> None:
    denied = begun(medium="site", consent="no", permitted="yes")
    before = denied.answers, denied.dormant
    list(what_if(denied, answers_given(denied)[0], Headline.NO))
    assert (denied.answers, denied.dormant) == before
    assert UNSURE not in denied.answers.values()
