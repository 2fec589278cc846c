"""Where an allow parted from what was answered."""

from collections.abc import Mapping

import pytest

from advisor.domain.applicability import if_it_applies
from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.remedy import parting
from advisor.domain.topic import FirstFact, Topic
from advisor.domain.tree import Answer, Fact, SoundTree
from tests.support.trees import tiny_tree

SHOWN = FirstFact(Fact("shows-students"), "It shows students", {Answer("no"): "Crop them out."})
TOPIC = Topic(TopicSlug("photos"), "Photos", "post", {SHOWN.fact: Answer("yes")})


def photos() -> SoundTree:
    return tiny_tree(
        {
            "public": {"yes": "fine", "no": "consent"},
            "consent": {"yes": "fine", "no": "hidden"},
            "hidden": {"yes": "refused", "no": "worse"},
        },
        {"fine": "allow", "refused": "deny", "worse": "deny"},
        "photos",
    )


def parted_at(answers: Mapping[str, str], tree: SoundTree) -> tuple[str, str] | None:
    decision = Consultation.begin([tree], {Fact(fact): Answer(answer) for fact, answer in answers.items()}).decision
    assert decision is not None
    step = parting(decision.topics[0])
    return (step.question, step.answer) if step else None


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"public": "no", "consent": "no", "hidden": "no"}, ("consent", "no")),
        ({"public": "no", "consent": "unsure", "hidden": "yes"}, ("consent", "unsure")),
        ({"public": "unsure", "consent": "no", "hidden": "yes"}, ("consent", "no")),
    ],
)
def test_it_is_the_last_question_from_which_another_answer_can_lead_to_an_allow(
    answers: Mapping[str, str], expected: tuple[str, str]
) -> None:
    assert parted_at(answers, photos()) == expected


def test_an_answer_on_the_side_of_the_allow_is_not_where_it_parted() -> None:
    tree = tiny_tree(
        {"where": {"site": "consent", "paper": "refused"}, "consent": {"yes": "fine", "no": "refused"}},
        {"fine": "allow", "refused": "deny"},
    )
    assert parted_at({"where": "unsure", "consent": "yes"}, tree) == ("where", "unsure")


def test_where_no_answer_leads_to_an_allow_there_is_none() -> None:
    never = tiny_tree({"consent": {"yes": "refused", "no": "worse"}}, {"refused": "deny", "worse": "deny"})
    assert parted_at({"consent": "no"}, never) is None


def test_what_stands_in_front_of_a_tree_is_not_where_it_parted() -> None:
    refused = tiny_tree({"consent": {"yes": "refused", "no": "worse"}}, {"refused": "deny", "worse": "deny"}, "photos")
    asked_first = if_it_applies(refused, TOPIC, [SHOWN])
    assert parted_at({"shows-students": "yes", "consent": "no"}, asked_first) is None
