from advisor.domain.consultation import Consultation
from advisor.domain.tree import Answer, Fact
from advisor.tui.answering import rewound, trail_of
from tests.support.trees import tiny_tree

LONG = tiny_tree(
    {"a": {"yes": "b", "no": "out"}, "b": {"yes": "c", "no": "in"}, "c": {"yes": "in", "no": "out"}},
    {"in": "allow", "out": "deny"},
    "long",
)
SHORT = tiny_tree({"b": {"yes": "in", "no": "out"}}, {"in": "allow", "out": "deny"}, "short")
YES, NO = Answer("yes"), Answer("no")


def test_the_trail_words_each_fact_once_in_the_order_of_the_answers() -> None:
    walked = Consultation.begin([SHORT, LONG]).answer(YES).answer(YES).answer(NO)
    assert [(step.ask, step.label) for step in trail_of(walked)] == [("B?", "Yes"), ("A?", "Yes"), ("C?", "No")]


def test_rewinding_opens_a_question_again_and_offers_what_was_answered_since() -> None:
    walked = Consultation.begin([LONG]).answer(YES).answer(YES).answer(NO)
    back = rewound(walked, Fact("b"))
    assert back.question is not None
    assert back.question.id == "b"
    assert (back.offered, back.dormant[Fact("c")]) == (YES, NO)
    assert back.answers == {"a": "yes"}
