"""What a record holds of a decision, and which notes can be kept."""

from dataclasses import replace

import pytest

from advisor.domain.policy import Locator
from advisor.domain.record import LONGEST_NOTE, KeptCondition, KeptTopic, Record, Stamp, require_plain_note
from advisor.domain.tree import Condition, Due, Fact, NodeId, Outcome
from advisor.domain.verdict import Headline, Verdict
from advisor.errors import AdvisorError
from tests.support.records import DAY, record_of
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

TELL = Condition("Tell the office.", "you", Due.AFTER, (Locator("II"),))
ASK = Condition("Ask first.", "you", Due.BEFORE, ())
AGREED = Outcome(NodeId("agreed"), Verdict.ALLOW, "They agreed.", (CLAUSE,), (TELL, ASK))
PHOTOS = tiny_tree({"consent": {"yes": "agreed", "no": "refused"}}, {"agreed": AGREED, "refused": "deny"}, "photos")
LOGO = tiny_tree({"permitted": {"yes": "fine", "no": "unsaid"}}, {"fine": "allow", "unsaid": "silent"}, "logo")
DISTRICT = tiny_district(PHOTOS, LOGO)


def test_an_allow_is_kept_with_its_conditions_and_what_was_ticked() -> None:
    stamp = Stamp(DAY, "For Friday.", ticked={TELL.duty})
    record = record_of(DISTRICT, {"permitted": "yes", "consent": "yes"}, stamp)
    assert (record.verdict, record.allowed) == (Verdict.ALLOW_WITH_CONDITIONS, True)
    assert (record.headline, record.cites, record.note) == (Headline.YES_IF, (CLAUSE,), "For Friday.")
    assert record.conditions == (KeptCondition(ASK.duty, ticked=False), KeptCondition(TELL.duty, ticked=True))
    assert list(record.answers.items()) == [("permitted", "yes"), ("consent", "yes")]
    assert record.topics == (
        KeptTopic(PHOTOS.topic, Verdict.ALLOW_WITH_CONDITIONS, allowed=True, cites=(CLAUSE,), asked=(Fact("consent"),)),
        KeptTopic(LOGO.topic, Verdict.ALLOW, allowed=True, cites=(CLAUSE,), asked=(Fact("permitted"),)),
    )
    assert (record.date, record.district, record.policy, record.revised) == (DAY, "example", "100", "2020-01-01")


def test_conditions_of_what_is_not_allowed_are_not_kept() -> None:
    record = record_of(DISTRICT, {"permitted": "no", "consent": "yes"})
    assert (record.verdict, record.conditions) == (Verdict.SILENT, ())
    assert record.cites == (CLAUSE,), "where the policy is silent, the nearest clauses"


def test_each_tree_has_its_digest() -> None:
    given = {"permitted": "yes", "consent": "no"}
    denied = Outcome(NodeId("unsaid"), Verdict.DENY, "It says no.", (CLAUSE,))
    other = replace(LOGO, outcomes={**LOGO.outcomes, denied.id: denied})
    before, after = record_of(DISTRICT, given), record_of(tiny_district(PHOTOS, other), given)
    assert list(before.trees) == ["photos", "logo"]
    assert before.trees[PHOTOS.topic] == after.trees[PHOTOS.topic]
    assert before.trees[LOGO.topic] != after.trees[LOGO.topic]


@pytest.mark.parametrize(
    ("adopted", "revised", "text"),
    [("2020-01-01", (), "2020-01-01"), ("2020-01-01", ("2022-01-01", "2021-01-01"), "2022-01-01"), ("", (), "")],
)
def test_the_text_in_force_is_the_latest(adopted: str, revised: tuple[str, ...], text: str) -> None:
    assert replace(DISTRICT.policy, adopted=adopted, revised=revised).in_force == text


@pytest.mark.parametrize("note", ["", "Kites & “bees”, ¶ 漢字\n\tsecond line", "x" * LONGEST_NOTE])
def test_a_note_that_can_be_seen_is_kept_as_it_is(note: str) -> None:
    assert record_of(DISTRICT, {"permitted": "yes", "consent": "no"}, Stamp(DAY, note)).note == note


@pytest.mark.parametrize(
    ("note", "message"),
    [
        ("\x1b[2J", r"nobody can see \(U\+001B\); leave them out"),
        ("a\u202eb\u200b", r"nobody can see \(U\+200B, U\+202E\)"),
        ("\r", r"U\+000D"),
        ("\udcff", r"U\+DCFF"),
        ("x" * 1_000_000, r"the note is too long: 1,000,000 characters, of 2,000 at most"),
    ],
    ids=["escape", "right to left", "carriage return", "no text", "long"],
)
def test_a_hostile_note_is_refused(note: str, message: str) -> None:
    with pytest.raises(AdvisorError, match=message):
        require_plain_note(note)
    with pytest.raises(AdvisorError, match=message):
        record_of(DISTRICT, {"permitted": "yes", "consent": "no"}, Stamp(DAY, note))


def test_records_of_equal_cases_are_equal() -> None:
    given = {"permitted": "yes", "consent": "no"}
    one: Record = record_of(DISTRICT, given)
    assert one == record_of(DISTRICT, given)
    assert one != record_of(DISTRICT, {**given, "consent": "yes"})
