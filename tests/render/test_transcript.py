"""The decision as plain text: the headline first, everything that it rests on, never wider than the terminal."""

from dataclasses import replace

import pytest

from advisor.domain.tree import Answer, NodeId, SoundTree
from advisor.render.transcript import explained, transcript
from advisor.render.wording import MOST_REMEDIES
from tests.render.samples import HOSTILE, decide, district, hostile, logo, photos, remedies_of
from tests.support.trees import CLAUSE, tiny_tree


def test_a_transcript_says_everything_that_the_decision_rests_on() -> None:
    decision = decide({"public": "no", "consent": "yes", "told": "no"})
    assert transcript(decision, district()) == (
        "YES, IF ✓…\n"
        "\n"
        "A parent agreed.\n"
        "\n"
        "What to do:\n"
        "  Before: Keep the signed form (you) [I ¶1]\n"
        "  When posting: Leave names out (whoever posts) [I ¶1]\n"
        "  Afterwards: Tell the office (you) [II.B ¶2 s1]\n"
        "  Every year: Ask again (the coach) [I ¶1, II.B ¶2 s1]\n"
        "\n"
        "You answered:\n"
        "  Public?\n"
        "    No\n"
        "  Consent?\n"
        "    Yes\n"
        "  Told?\n"
        "    No\n"
        "\n"
        "Example Public Schools, policy 100: An Example (revised 2023-04-11)\n"
        "  I ¶1: An example of a clause.\n"
    )


@pytest.mark.parametrize(
    ("answers", "first"),
    [
        ({"public": "yes"}, "YES ✓"),
        ({"public": "no", "consent": "no"}, "NO ✗"),
        ({"public": "no", "consent": "asked"}, "NOT YET ?"),
    ],
)
def test_the_headline_stands_first(answers: dict[str, str], first: str) -> None:
    assert transcript(decide(answers), district()).splitlines()[0] == first


def test_a_deny_shows_how_careful_readers_differ_with_their_clauses() -> None:
    text = transcript(decide({"public": "no", "consent": "no"}), district())
    assert (
        "Careful readers differ:\n  Every picture counts. → no [I ¶1]\n"
        "  A picture of a crowd does not. → yes [II.B ¶2 s1]\n"
    ) in text
    assert "  II.B ¶2 s1: Another example.\n" in text


def test_silence_names_whom_to_ask_and_the_nearest_clause() -> None:
    text = transcript(decide({"public": "no", "consent": "asked"}), district())
    assert "The policy does not say. Ask before you go ahead." in text
    assert "Ask: the school office\n" in text
    assert "  near I ¶1: An example of a clause.\n" in text


def test_several_topics_each_show_their_own_verdict_and_a_shared_fact_once() -> None:
    decision = decide({"public": "yes"}, photos(), logo())
    text = transcript(decision, district())
    assert text.startswith("YES ✓\n\nOn a part of this the policy does not say; nothing in it forbids this.\n")
    assert "By topic:\n  Student images: YES ✓ Because of fine.\n  Logo: YES ✓ It does not speak of logos.\n" in text
    assert text.count("Public?") == 1


def test_only_topics_that_stand_in_the_way_are_quoted() -> None:
    decision = decide({"public": "no", "consent": "no", "permitted": "yes"}, photos(), logo())
    assert "Ask:" not in transcript(decision, district())


def test_not_sure_is_shown_as_the_answer() -> None:
    decision = decide({"public": "no", "consent": "yes", "told": "unsure"})
    assert "  Told?\n    Not sure\n" in transcript(decision, district())


def test_a_policy_that_was_never_revised_shows_its_adoption() -> None:
    plain = district()
    plain = replace(plain, policy=replace(plain.policy, revised=()))
    assert "(adopted 2020-01-01)" in transcript(decide({"public": "yes"}), plain)


@pytest.mark.parametrize("width", [20, 40, 80])
def test_no_line_is_wider_than_asked(width: int) -> None:
    text = transcript(decide({"public": "yes"}, hostile()), district(hostile()), width)
    assert max(len(line) for line in text.splitlines()) <= width


def test_hostile_text_is_shown_and_line_ends_in_it_are_not_obeyed() -> None:
    text = transcript(decide({"public": "no"}, hostile()), district(hostile()), 200)
    assert HOSTILE in text
    assert r"No\u{a}# no" in text


def test_a_locator_is_not_broken_over_two_lines() -> None:
    decision = decide({"public": "no", "consent": "yes", "told": "no"})
    for width in range(20, 60):
        assert not any(
            line.lstrip().startswith(("¶", "s1")) for line in transcript(decision, district(), width).split("\n")
        )


def test_help_explains_why_it_is_asked_and_who_knows() -> None:
    question = photos().questions[NodeId("consent")]
    assert explained(question, district()) == (
        "Written, not spoken.\n"
        "Not sure? Ask the school office.\n"
        "Asked because of policy 100:\n"
        "  I ¶1: An example of a clause.\n"
    )
    assert explained(replace(question, help="", ask_whom="", cites=()), district()) == ""


def test_a_tree_that_asks_nothing_shows_no_answers() -> None:
    silent = replace(logo(), questions={}, start=NodeId("unsaid"), order=())
    assert "You answered" not in transcript(decide({}, silent), district(silent))


def test_the_policys_own_words_stand_quoted_under_what_a_clause_says_where_they_are_known() -> None:
    official = {CLAUSE: "Nobody shall\u202e post."}
    quoted = "  I ¶1: An example of a clause.\n    In the policy's own words: “Nobody shall\\u{202e} post.”\n"
    assert quoted in transcript(decide({"public": "no", "consent": "no"}), district(), official=official)
    assert explained(photos().questions[NodeId("consent")], district(), official=official).endswith(quoted)
    near = transcript(decide({"public": "no", "consent": "asked"}), district(), official=official)
    assert f"  near{quoted[1:]}" in near


def obtainable(tree: SoundTree, **obtain: dict[str, str]) -> SoundTree:
    questions = dict(tree.questions)
    for name, answers in obtain.items():
        how = {Answer(answer): text for answer, text in answers.items()}
        questions[NodeId(name)] = replace(questions[NodeId(name)], obtain=how)
    return replace(tree, questions=questions)


def changed(answers: dict[str, str], *trees: SoundTree) -> str:
    """Return what a transcript says of what would change a decision, up to what was answered."""
    text = transcript(decide(answers, *trees), district(*trees), remedies=remedies_of(answers, *trees))
    return text[text.index("\n\n", text.index("\n\n") + 2) + 2 : text.index("\n\nYou answered:")]


def test_a_deny_says_what_would_change_it_what_is_then_left_to_do_and_where_a_yes_parted() -> None:
    assert changed({"public": "no", "consent": "no"}, without_readings(photos())) == (
        "What would change it:\n"
        "  Send the form home.\n"
        "  What to do then:\n"
        "    Before: Keep the signed form (you) [I ¶1]\n"
        "    When posting: Leave names out (whoever posts) [I ¶1]\n"
        "    Afterwards: Tell the office (you) [II.B ¶2 s1]\n"
        "    Every year: Ask again (the coach) [I ¶1, II.B ¶2 s1]\n"
        "\n"
        "A yes parted from this at: Consent? You answered “No”."
    )


def without_readings(tree: SoundTree) -> SoundTree:
    refused = replace(tree.outcomes[NodeId("refused")], readings=())
    return replace(tree, outcomes={**tree.outcomes, refused.id: refused})


def rights(**obtain: dict[str, str]) -> SoundTree:
    tree = tiny_tree(
        {
            "right": {"none": "refused", "owner": "fine", "link": "fine", "law": "fine", "sure": "signed"},
            "signed": {"yes": "fine", "no": "refused"},
        },
        {"fine": "allow", "refused": "deny"},
    )
    return obtainable(tree, **obtain)


def test_several_remedies_are_numbered() -> None:
    assert changed({"right": "none"}, rights(right={"owner": "Ask the owner.", "link": "Link to it."})) == (
        "What would change it, any one of these:\n"
        "  1. Ask the owner.\n"
        "  2. Link to it.\n"
        "\n"
        "A yes parted from this at: Right? You answered “None”."
    )


def test_what_was_never_asked_is_named_with_what_is_to_change_and_what_must_prove_true() -> None:
    steps = changed({"right": "none"}, rights(right={"sure": "Make sure."}, signed={"yes": "Sign it."}))
    assert steps.startswith("What would change it:\n  Make sure.\n  Sign it. (Signed? “Yes”)\n\n")
    proviso = changed({"right": "none"}, rights(right={"sure": "Make sure."}))
    assert proviso.startswith("What would change it:\n  Make sure.\n  Provided that: Signed? “Yes”\n\n")


def test_where_nothing_helps_it_says_so() -> None:
    assert changed({"right": "none"}, rights()).startswith("No change this tree knows of would allow it.\n")
    both = changed({"right": "none", "public": "yes"}, rights(), logo())
    assert "\n\nNo change these trees know of would allow it.\n\n" in both
    assert "Student images: a yes parted from this at: Right? You answered “None”." in both


def test_where_no_answer_leads_to_an_allow_nothing_parted() -> None:
    never = tiny_tree({"public": {"yes": "refused", "no": "refused"}}, {"refused": "deny"})
    assert changed({"public": "no"}, never) == "No change this tree knows of would allow it."


def test_of_very_many_remedies_only_the_first_are_shown() -> None:
    names = [f"way-{number}" for number in range(MOST_REMEDIES + 2)]
    many = tiny_tree(
        {"right": {"none": "refused", **dict.fromkeys(names, "fine")}}, {"fine": "allow", "refused": "deny"}
    )
    text = changed({"right": "none"}, obtainable(many, right={name: f"Go {name}." for name in names}))
    assert f"  {MOST_REMEDIES}. Go way-{MOST_REMEDIES - 1}.\n  There are 2 more like these.\n" in text


def test_an_allow_and_a_transcript_without_remedies_say_nothing_of_change() -> None:
    for answers in ({"public": "yes"}, {"public": "no", "consent": "no"}):
        assert "change" not in transcript(decide(answers), district())
    assert "parted" not in transcript(decide({"public": "yes"}), district())


def test_hostile_steps_are_shown_within_the_width() -> None:
    tree = obtainable(hostile(), public={"yes": HOSTILE})
    answers = {"public": "no"}
    wide = transcript(decide(answers, tree), district(tree), 400, remedies=remedies_of(answers, tree))
    assert f"What would change it:\n  {HOSTILE}\n" in wide
    for width in (20, 40, 80):
        text = transcript(decide(answers, tree), district(tree), width, remedies=remedies_of(answers, tree))
        assert max(len(line) for line in text.splitlines()) <= width
