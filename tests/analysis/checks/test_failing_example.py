from dataclasses import replace

import pytest

from advisor.domain.finding import Place
from advisor.domain.tree import Answer, Example, Fact, NodeId
from tests.analysis.drafts import concerns, draft_of
from tests.support.trees import tiny_tree

TREE = tiny_tree(
    {"public": {"yes": "fine", "no": "consent"}, "consent": {"yes": "fine", "no": "wait"}},
    {"fine": "allow", "wait": "deny"},
)


def faults(answers: dict[str, str], expect: str) -> list[tuple[Place, str]]:
    given = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    good = Example("At the game.", {Fact("public"): Answer("yes")}, NodeId("fine"))
    tree = replace(TREE, examples=(good, Example("A case.", given, NodeId(expect))))
    return [(concern.place, concern.message) for concern in concerns("failing-example", draft_of(tree))]


def test_it_reaches_another_outcome() -> None:
    assert faults({"public": "no", "consent": "yes"}, "wait") == [
        (("examples", 1, "expect"), 'this example reaches the outcome "fine", not "wait"')
    ]


def test_it_expects_what_is_no_outcome() -> None:
    assert faults({"public": "no", "consent": "no"}, "wiat") == [
        (("examples", 1, "expect"), 'the expected outcome "wiat" is not defined — did you mean "wait"?')
    ]


@pytest.mark.parametrize(("answers", "stop"), [({"public": "no"}, "consent"), ({}, "public")])
def test_it_is_incomplete(answers: dict[str, str], stop: str) -> None:
    assert faults(answers, "wait") == [
        (
            ("examples", 1, "answers"),
            f'this example stops at the question "{stop}": add an answer to the fact "{stop}"',
        )
    ]


@pytest.mark.parametrize("answer", ["perhaps", "unsure"])
def test_it_gives_an_answer_that_is_not_offered(answer: str) -> None:
    assert faults({"public": "no", "consent": answer}, "wait") == [
        (
            ("examples", 1, "answers", "consent"),
            f'the question "consent" does not offer the answer "{answer}" — there is: yes, no',
        )
    ]


def test_it_gives_a_fact_that_its_path_does_not_ask() -> None:
    assert faults({"public": "yes", "consent": "no"}, "fine") == [
        (
            ("examples", 1, "answers", "consent"),
            'the path of this example does not ask the fact "consent": leave it out',
        )
    ]


def test_a_fact_too_many_and_a_wrong_outcome_are_both_reported() -> None:
    assert [place[2] for place, _ in faults({"public": "yes", "consent": "no"}, "wait")] == ["answers", "expect"]


def test_it_does_what_was_expected() -> None:
    assert faults({"consent": "no", "public": "no"}, "wait") == []
