from advisor.domain.consultation import Consultation
from advisor.domain.tree import Answer, Fact
from advisor.tui.progress import answered, most_left, rewound
from tests.support.trees import tiny_tree

LONG = tiny_tree(
    {"a": {"yes": "b", "no": "out"}, "b": {"yes": "c", "no": "in"}, "c": {"yes": "in", "no": "out"}},
    {"in": "allow", "out": "deny"},
    "long",
)
SHORT = tiny_tree({"b": {"yes": "in", "no": "out"}}, {"in": "allow", "out": "deny"}, "short")
YES, NO = Answer("yes"), Answer("no")


def test_the_longest_path_from_the_open_question_is_what_can_still_come() -> None:
    begun = Consultation.begin([LONG])
    assert most_left(begun) == 3
    assert most_left(begun.answer(YES)) == 2
    assert most_left(begun.answer(NO)) == 0


def test_it_is_never_too_few_over_several_topics_and_counts_no_known_answer() -> None:
    begun = Consultation.begin([SHORT, LONG])
    assert most_left(begun) == 4
    known = begun.answer(NO)
    assert [known.current.tree.topic if known.current else "", most_left(known)] == ["long", 1]


def test_the_trail_words_each_fact_once_in_the_order_of_the_answers() -> None:
    walked = Consultation.begin([SHORT, LONG]).answer(YES).answer(YES).answer(NO)
    assert [(step.ask, step.label) for step in answered(walked)] == [("B?", "Yes"), ("A?", "Yes"), ("C?", "No")]


def test_rewinding_opens_a_question_again_and_offers_what_was_answered_since() -> None:
    walked = Consultation.begin([LONG]).answer(YES).answer(YES).answer(NO)
    back = rewound(walked, Fact("b"))
    assert back.question is not None
    assert back.question.id == "b"
    assert (back.offered, back.dormant[Fact("c")]) == (YES, NO)
    assert back.answers == {"a": "yes"}
