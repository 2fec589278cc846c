from dataclasses import replace

from hypothesis import given

from advisor.analysis.paths import every_path
from advisor.domain.policy import Locator
from advisor.domain.tree import Answer, Condition, Due, Fact, NodeId, Outcome, SoundTree, Tree
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import as_written, asking, concerns, draft_of, places
from tests.support.random_trees import sound_trees
from tests.support.trees import CLAUSE, tiny_tree

SIGNED = Condition("Sign.", "you", Due.BEFORE, (CLAUSE,), {Fact("signed"): Answer("yes")})


def allow(id_: str, *conditions: Condition) -> Outcome:
    return Outcome(NodeId(id_), Verdict.ALLOW, "It is met.", (CLAUSE,), conditions)


def pointless(tree: Tree) -> list[str]:
    return [str(place[1]) for place in places("pointless-question", draft_of(tree))]


def test_both_options_lead_to_one_place() -> None:
    tree = tiny_tree({"night": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    (concern,) = concerns("pointless-question", draft_of(tree))
    assert concern.place == ("questions", "night")
    assert concern.message == 'every answer to "night" leads to the same: take the question out'


def test_outcomes_that_differ_only_in_their_ids_are_the_same() -> None:
    tree = tiny_tree({"night": {"yes": "a", "no": "b"}}, {"a": allow("a", SIGNED), "b": allow("b", SIGNED)})
    assert pointless(tree) == ["night"]


def test_outcomes_that_differ_in_anything_else_are_not() -> None:
    plain = allow("b", SIGNED)
    for other in (
        replace(plain, because="It is met in writing."),
        replace(plain, cites=(Locator("I ¶2"),)),
        replace(plain, conditions=()),
        replace(plain, conditions=(replace(SIGNED, do="Date."),)),
        replace(plain, conditions=(replace(SIGNED, unless={}),)),
        replace(plain, verdict=Verdict.DENY),
    ):
        tree = tiny_tree({"night": {"yes": "a", "no": "b"}}, {"a": allow("a", SIGNED), "b": other})
        assert pointless(tree) == []


TWINS = {
    "night": {"yes": "consent", "no": "consent-again"},
    "consent": {"yes": "fine", "no": "wait"},
    "consent-again": {"yes": "fine", "no": "wait"},
}


def test_different_questions_that_ask_and_lead_to_the_same() -> None:
    tree = as_written(TWINS, {"fine": "allow", "wait": "deny"})
    assert pointless(asking(tree, consent_again="consent")) == ["night"]


def test_different_facts_or_other_answers_are_not_the_same() -> None:
    assert pointless(as_written(TWINS, {"fine": "allow", "wait": "deny"})) == []
    swapped = {**TWINS, "consent-again": {"yes": "wait", "no": "fine"}}
    assert pointless(asking(as_written(swapped, {"fine": "allow", "wait": "deny"}), consent_again="consent")) == []


def test_the_order_of_options_does_not_matter() -> None:
    turned = {**TWINS, "consent-again": {"no": "wait", "yes": "fine"}}
    tree = asking(as_written(turned, {"fine": "allow", "wait": "deny"}), consent_again="consent")
    assert pointless(tree) == ["night"]


def test_a_pointless_question_below_does_not_hide_the_one_above() -> None:
    tree = tiny_tree({"night": {"yes": "rain", "no": "fine"}, "rain": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    assert sorted(pointless(tree)) == ["night", "rain"]


def test_an_answer_that_lifts_a_condition_further_on_is_not_pointless() -> None:
    questions = {"signed": {"yes": "public", "no": "public"}, "public": {"yes": "fine", "no": "wait"}}
    lifted = tiny_tree(questions, {"fine": allow("fine", SIGNED), "wait": "deny"})
    assert pointless(lifted) == []
    elsewhere = replace(SIGNED, unless={Fact("public"): Answer("yes")})
    assert pointless(tiny_tree(questions, {"fine": allow("fine", elsewhere), "wait": "deny"})) == ["signed"]


def test_a_condition_that_cannot_be_reached_from_here_does_not_count() -> None:
    tree = tiny_tree(
        {"public": {"yes": "signed", "no": "fine"}, "signed": {"yes": "wait", "no": "wait"}},
        {"fine": allow("fine", SIGNED), "wait": "deny"},
    )
    assert pointless(tree) == ["signed"]


def test_a_question_that_is_kept_for_a_condition_keeps_the_one_above_from_being_the_same() -> None:
    tree = tiny_tree(
        {"public": {"yes": "signed", "no": "fine"}, "signed": {"yes": "fine", "no": "fine"}},
        {"fine": allow("fine", SIGNED)},
    )
    assert pointless(tree) == []


def test_one_option_alone_is_left_to_another_check() -> None:
    assert pointless(as_written({"night": {"yes": "fine"}}, {"fine": "allow"})) == []


@given(sound_trees())
def test_leaving_a_pointless_question_out_changes_no_verdict(tree: SoundTree) -> None:
    for node in pointless(tree):
        fact = tree.questions[NodeId(node)].fact
        ends: dict[frozenset[tuple[Fact, Answer]], set[tuple[str, int]]] = {}
        for path in every_path(replace(tree, start=NodeId(node))):
            others = frozenset(item for item in path.answers.items() if item[0] != fact)
            ends.setdefault(others, set()).add((path.verdict, len(path.outcome.conditions_left(path.answers))))
        assert all(len(results) == 1 for results in ends.values())
