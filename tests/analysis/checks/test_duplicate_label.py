from dataclasses import replace

from advisor.domain.tree import Answer, NodeId, Option, Tree
from tests.analysis.drafts import concerns, consent_tree, draft_of, with_question


def offering(*options: tuple[str, str]) -> Tree:
    tree = consent_tree()
    offered = tuple(Option(Answer(answer), label, NodeId("fine")) for answer, label in options)
    return with_question(tree, "consent", replace(tree.questions[NodeId("consent")], options=offered))


def test_two_options_with_one_label_whatever_its_case() -> None:
    draft = draft_of(offering(("public", "On a website"), ("mail", "By mail"), ("closed", "On a Website")))
    (concern,) = concerns("duplicate-label", draft)
    assert concern.place == ("questions", "consent", "options", "closed")
    assert concern.message == 'options "public" and "closed" have the same label, "On a Website"'


def test_two_options_with_one_answer() -> None:
    (concern,) = concerns("duplicate-label", draft_of(offering(("public", "A website"), ("public", "A blog"))))
    assert concern.message == 'question "consent" offers the answer "public" twice'


def test_labels_that_differ_in_a_word() -> None:
    assert (
        concerns("duplicate-label", draft_of(offering(("public", "A website"), ("closed", "A closed website")))) == []
    )
