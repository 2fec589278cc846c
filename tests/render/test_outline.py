"""The outline: every path on record, each text once."""

from dataclasses import replace

import pytest

from advisor.analysis.paths import every_path
from advisor.domain.policy import Locator
from advisor.domain.tree import NodeId, SoundTree
from advisor.render.outline import outline
from tests.render.samples import OTHER_CLAUSE, district, logo, photos
from tests.support.trees import CLAUSE, tiny_tree


def drawn(tree: SoundTree) -> str:
    return outline(tree, district().policy, tuple(every_path(tree)))


def test_an_outline_has_a_header_questions_outcomes_and_paths() -> None:
    pad = " " * 26
    assert drawn(photos()) == (
        "student-images · Example Public Schools · policy 100"
        "      5 paths: 1 allow, 2 with conditions, 1 deny, 1 silent · longest 3\n"
        "QUESTIONS\n"
        "  public                    Public?\n"
        f"  {pad}cites: I ¶1\n"
        "  consent                   Consent?\n"
        f"  {pad}yes: Yes\n"
        f"  {pad}no: No\n"
        f"  {pad}asked: Asked\n"
        f"  {pad}cites: I ¶1\n"
        "  told                      Told?\n"
        f"  {pad}cites: I ¶1\n"
        "OUTCOMES\n"
        "  fine                      ALLOW  [I ¶1]  Because of fine.\n"
        "  agreed                    ALLOW  [I ¶1]  A parent agreed.\n"
        f"  {pad}condition: yearly · the coach · Ask again. [I ¶1, II.B ¶2 s1]\n"
        f"  {pad}condition: after · you · Tell the office. [II.B ¶2 s1] · unless told=yes\n"
        f"  {pad}condition: posting · whoever posts · Leave names out. [I ¶1]\n"
        f"  {pad}condition: before · you · Keep the signed form. [I ¶1]\n"
        "  refused                   DENY  [I ¶1, II.B ¶2 s1]  Nobody agreed.\n"
        f"  {pad}reading: DENY  [I ¶1]  Every picture counts.\n"
        f"  {pad}reading: ALLOW  [II.B ¶2 s1]  A picture of a crowd does not.\n"
        "  unsaid                    SILENT  [near I ¶1]  Because of unsaid.\n"
        f"  {pad}ask: the school office · until then: DENY\n"
        "PATHS\n"
        "  public=yes -> ALLOW fine\n"
        "  public=no\n"
        "    consent=yes\n"
        "      told=yes|no -> ALLOW-WITH-CONDITIONS agreed\n"
        "    consent=no -> DENY refused\n"
        "    consent=asked -> SILENT unsaid\n"
    )


def test_answers_that_lead_to_one_place_share_a_line_with_all_below_it() -> None:
    tree = tiny_tree(
        {"who": {"staff": "signed", "coach": "signed", "guest": "refused"}, "signed": {"yes": "fine", "no": "refused"}},
        {"fine": "allow", "refused": "deny"},
    )
    assert drawn(tree).partition("PATHS\n")[2] == (
        "  who=staff|coach\n    signed=yes -> ALLOW fine\n    signed=no -> DENY refused\n  who=guest -> DENY refused\n"
    )


def test_answers_to_one_outcome_with_different_verdicts_stand_apart() -> None:
    tree = photos()
    agreed = replace(tree.outcomes[NodeId("agreed")], conditions=tree.outcomes[NodeId("agreed")].conditions[1:2])
    changed = replace(tree, outcomes={**tree.outcomes, agreed.id: agreed})
    assert "      told=yes -> ALLOW agreed\n      told=no -> ALLOW-WITH-CONDITIONS agreed\n" in drawn(changed)


def test_a_question_asked_in_two_places_is_worded_once() -> None:
    tree = logo()
    again = replace(tree.questions[NodeId("public")], id=NodeId("elsewhere"), cites=())
    text = drawn(replace(tree, questions={**tree.questions, again.id: again}))
    assert text.count("Public?") == 1
    assert "  elsewhere                 asks public like public\n" in text


def test_a_question_that_words_a_fact_differently_shows_both() -> None:
    tree = logo()
    other = replace(tree.questions[NodeId("public")], id=NodeId("elsewhere"), ask="Was it public?")
    text = drawn(replace(tree, questions={**tree.questions, other.id: other}))
    assert f"  elsewhere                 Was it public?\n{' ' * 28}fact: public\n" in text


def test_a_long_id_moves_no_other_line() -> None:
    before = drawn(logo())
    tree = logo()
    long = replace(tree.questions[NodeId("public")], id=NodeId("a" * 40), ask="New?")
    after = drawn(replace(tree, questions={**tree.questions, long.id: long}))
    assert set(before.splitlines()) <= set(after.splitlines())


def test_text_that_would_break_a_line_is_shown_escaped() -> None:
    tree = logo()
    bad = replace(tree.questions[NodeId("public")], ask="One\nOUTCOMES\x1b[2J")
    assert r"  public                    One\u{a}OUTCOMES\u{1b}[2J" in drawn(
        replace(tree, questions={**tree.questions, bad.id: bad})
    )


@pytest.mark.parametrize(
    ("cites", "near", "shown"),
    [
        ((OTHER_CLAUSE,), (CLAUSE,), "SILENT  [II.B ¶2 s1]  [near I ¶1]  So."),
        ((), (CLAUSE,), "SILENT  [near I ¶1]  So."),
        ((OTHER_CLAUSE,), (), "SILENT  [II.B ¶2 s1]  So."),
        ((), (), "SILENT  So."),
    ],
)
def test_an_outcome_shows_the_clauses_that_it_has(
    cites: tuple[Locator, ...], near: tuple[Locator, ...], shown: str
) -> None:
    tree = logo()
    unsaid = replace(tree.outcomes[NodeId("unsaid")], because="So.", cites=cites, near=near)
    text = drawn(replace(tree, outcomes={**tree.outcomes, unsaid.id: unsaid}))
    assert f"  unsaid                    {shown}\n" in text


def test_a_tree_that_asks_nothing_has_one_path_that_only_ends() -> None:
    tree = replace(logo(), questions={}, start=NodeId("unsaid"), order=())
    assert drawn(tree).endswith("PATHS\n  -> SILENT unsaid\n")


def test_the_longest_path_that_is_listed_can_be_drawn() -> None:
    chain = {f"q{n}": {"yes": f"q{n + 1}", "no": "wait"} for n in range(299)}
    tree = tiny_tree({**chain, "q299": {"yes": "fine", "no": "wait"}}, {"fine": "allow", "wait": "deny"})
    assert "longest 300" in drawn(tree)
