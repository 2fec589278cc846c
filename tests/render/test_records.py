"""Records as text: every width, every block only where there is something to say, nothing that acts on a terminal."""

from dataclasses import replace

import pytest

from advisor.domain.policy import Locator
from advisor.domain.record import Stamp
from advisor.domain.replay import NotReplayable, Replayed, replay
from advisor.domain.tree import Condition, Due, NodeId, Outcome
from advisor.domain.verdict import Verdict
from advisor.render.records import counts_record, counts_text, listed_text, record_text, replayed_counts, replayed_text
from tests.support.records import DAY, outcome_of, record_of, with_outcome
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

TELL = Condition("Tell the office before anything is put anywhere.", "you", Due.BEFORE, (CLAUSE,))
ASK = Condition("Ask.", "they", Due.POSTING, ())
AGREED = Outcome(NodeId("agreed"), Verdict.ALLOW, "They agreed.", (CLAUSE,), (TELL, ASK))
DISTRICT = tiny_district(
    tiny_tree({"consent": {"yes": "agreed", "no": "no"}}, {"agreed": AGREED, "no": "deny"}, "photos")
)
YES = record_of(DISTRICT, {"consent": "yes"}, Stamp(DAY, "A note\nof two lines.", ticked={ASK.duty}))
NO = record_of(DISTRICT, {"consent": "no"})


def test_every_condition_has_a_box_and_long_lines_are_wrapped() -> None:
    assert (
        record_text(YES, 40)
        == """\
a-record
Kept on 2026-03-01 under example, policy
100, the text of 2020-01-01

YES, IF ✓… allow-with-conditions [I ¶1]

What to do:
  [ ] Before: Tell the office before
      anything is put anywhere (you)
      [I ¶1]
  [x] When posting: Ask (they)

Topics:
  photos: allow-with-conditions [I ¶1]

Answers:
  consent: yes

Note:
  A note
  of two lines.
"""
    )


def test_there_is_no_block_without_content() -> None:
    asks_nothing = replace(NO, answers={})
    assert (
        record_text(asks_nothing)
        == """\
a-record
Kept on 2026-03-01 under example, policy 100, the text of 2020-01-01

NO ✗ deny [I ¶1]

Topics:
  photos: deny [I ¶1]
"""
    )


def test_a_list_has_one_entry_a_record_whatever_the_note() -> None:
    assert listed_text("a copy", YES) == "a copy: YES, IF ✓… photos — A note of two lines.\n"
    assert listed_text("a-record", NO) == "a-record: NO ✗ photos\n"


@pytest.mark.parametrize("width", [0, 20, 80, 100])
def test_a_hostile_name_is_escaped_at_every_width(width: int) -> None:
    for text in (
        replayed_text("\x1b[2J\n\u202e", replay(NO, DISTRICT), width),
        replayed_text("x", NotReplayable(NO, "\x1b[2J\u202e"), width),
        record_text(replace(NO, id="\x1b[2J", note="\x1b[2J\u202e"), width),
        record_text(NO, width, "\x1b[2J\u202e"),
        listed_text("\x1b[2J\u202e", NO, width),
        listed_text("x", replace(NO, note="\x1b[2J\u202e"), width),
    ):
        assert text.replace("\n", "").isprintable()
        assert "\\u{1b}" in text


def test_a_clause_that_the_register_has_not_is_said_to_be_gone() -> None:
    record = record_of(DISTRICT, {"consent": "yes"})
    bare = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=())
    revised = with_outcome(DISTRICT, "photos", bare)
    without = replace(revised, policy=replace(revised.policy, clauses=()))
    assert "    [I ¶1] not in the register any more\n" in replayed_text("x", replay(record, without))


def test_the_clause_of_a_condition_that_is_gone_does_not_read_as_a_ground() -> None:
    agreed = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(replace(TELL, cites=(Locator("II"),)),))
    record = record_of(with_outcome(DISTRICT, "photos", agreed), {"consent": "yes"})
    today = with_outcome(DISTRICT, "photos", replace(agreed, conditions=()))
    assert replayed_text("x", replay(record, today)) == (
        "x: changed: YES, IF ✓… allow-with-conditions → YES ✓ allow\n"
        "    no longer: Before: Tell the office before anything is put anywhere (you)\n"
        "      [II]\n"
        "    photos: allow-with-conditions → allow\n"
        "      rests no longer on: [II] not in the register any more\n"
        "      consent=yes: Consent? Yes\n"
    )


def test_the_summary_counts_each_result() -> None:
    changed = replay(replace(YES, allowed=False), DISTRICT)
    replayed: list[Replayed] = [replay(NO, DISTRICT), replay(YES, DISTRICT), NotReplayable(NO, "x"), changed]
    counts = replayed_counts(replayed)
    assert counts_text(counts) == "4 records: 2 same, 1 changed, 1 not replayable"
    assert counts_record(counts) == {"same": 2, "changed": 1, "not-replayable": 1}
    assert counts_text(replayed_counts([])) == "0 records: 0 same, 0 changed, 0 not replayable"
