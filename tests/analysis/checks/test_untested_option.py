from dataclasses import replace

from advisor.domain.finding import Place
from advisor.domain.tree import Answer, Example, Fact, NodeId
from tests.analysis.drafts import concerns, draft_of, places
from tests.support.trees import tiny_tree

TREE = tiny_tree(
    {"public": {"yes": "consent", "no": "consent"}, "consent": {"yes": "fine", "no": "wait"}},
    {"fine": "allow", "wait": "deny"},
)


def untested(*cases: dict[str, str]) -> list[Place]:
    examples = (
        Example("A case.", {Fact(f): Answer(a) for f, a in answers.items()}, NodeId("fine")) for answers in cases
    )
    return places("untested-option", draft_of(replace(TREE, examples=tuple(examples))))


def test_options_that_no_example_takes() -> None:
    assert untested({"public": "yes", "consent": "yes"}) == [
        ("questions", "public", "options", "no"),
        ("questions", "consent", "options", "no"),
    ]


def test_each_option_on_some_path_is_enough() -> None:
    assert untested({"public": "yes", "consent": "yes"}, {"public": "no", "consent": "no"}) == []


def test_an_answer_at_a_question_that_the_example_does_not_reach_tests_nothing() -> None:
    assert ("questions", "consent", "options", "no") in untested({"public": "maybe", "consent": "no"})


def test_without_examples_every_option_is_untested() -> None:
    assert len(untested()) == 4
    assert concerns("untested-option", draft_of(TREE))[0].message == 'no example answers "public" with "yes"'
