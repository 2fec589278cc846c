from dataclasses import replace

from advisor.domain.finding import Source
from advisor.domain.tree import Answer, Fact, NodeId, Option, Tree
from tests.analysis.drafts import concerns, consent_tree, draft_of, with_question

CONSENT = consent_tree().questions[NodeId("consent")]


def reworded(ask: str) -> Tree:
    return with_question(consent_tree("team-accounts"), "consent", replace(CONSENT, ask=ask))


def offering(*options: tuple[str, str], fact: str = "consent") -> Tree:
    offered = tuple(Option(Answer(answer), label, NodeId("fine")) for answer, label in options)
    return with_question(consent_tree("team-accounts"), "consent", replace(CONSENT, options=offered, fact=Fact(fact)))


def test_other_words_in_another_topic_name_the_first_place() -> None:
    (concern,) = concerns("conflicting-fact", draft_of(consent_tree(), reworded("Did a parent agree?")))
    assert (concern.source.file, concern.place) == ("team-accounts.yaml", ("questions", "consent", "ask"))
    assert concern.message == (
        'the fact "consent" is asked in other words at "consent" (student-images.yaml:1): "Consent?"'
    )


def test_other_options_in_number_label_or_order() -> None:
    for options in (
        [("yes", "Yes")],
        [("yes", "Yes"), ("no", "Not yet")],
        [("yes", "Yes"), ("none", "No")],
        [("no", "No"), ("yes", "Yes")],
        [],
    ):
        (concern,) = concerns("conflicting-fact", draft_of(consent_tree(), offering(*options)))
        assert concern.place == ("questions", "consent", "options")
        assert concern.message == (
            'the fact "consent" has other options at "consent" (student-images.yaml:1): yes "Yes", no "No"'
        )


def test_two_places_of_one_tree_are_compared_too() -> None:
    again = replace(CONSENT, id=NodeId("again"), ask="Agreed?")
    (concern,) = concerns("conflicting-fact", draft_of(with_question(consent_tree(), "again", again)))
    assert concern.place == ("questions", "again", "ask")


def test_a_fact_of_the_first_screen_is_answered_yes_or_no() -> None:
    odd = offering(("some", "Some"), ("no", "None"), fact="shows-students")
    (concern,) = concerns("conflicting-fact", draft_of(odd))
    assert concern.message == (
        'the fact "shows-students" is answered yes or no on the first screen: offer the same here'
    )
    assert concerns("conflicting-fact", draft_of(offering(("yes", "Yes"), ("no", "No"), fact="shows-students"))) == []


def test_the_same_words_and_options_may_lead_elsewhere_and_explain_otherwise() -> None:
    elsewhere = replace(CONSENT, options=tuple(replace(o, then=NodeId("wait")) for o in CONSENT.options), help="Look.")
    tree = with_question(consent_tree("team-accounts"), "consent", elsewhere)
    assert concerns("conflicting-fact", draft_of(consent_tree(), tree)) == []


def test_a_file_name_cannot_act_on_the_terminal() -> None:
    draft = draft_of(consent_tree(), reworded("Did a parent agree?"))
    hostile = replace(draft.trees[0], source=Source("\x1b[2J.yaml", ()))
    (concern,) = concerns("conflicting-fact", replace(draft, trees=(hostile, draft.trees[1])))
    assert r"(\u{1b}[2J.yaml:1)" in concern.message
