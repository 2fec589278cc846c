"""The register against an invented policy: every kind of edit is reported exactly, and nothing else is flagged."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from advisor.analysis.official_text import words_of
from advisor.analysis.register import UnlockableError, check, digest, lock
from advisor.domain.policy import Clause, ClauseKind, Locator
from advisor.domain.register import RegisterReport

POLICY = """\
PICNICS AND OUTINGS

I. PURPOSE

This policy tells staff how to plan a picnic. It applies to every school, and to outings of clubs.

II. FOOD

A. Staff may bring fruit to any picnic. Staff may not bring nuts, and they must label what they bake.

B. Staff may bring drinks in cans. The cook approves hot food at least a week before the picnic.

III. ANIMALS

Dogs stay at home unless the principal agrees in writing. Snakes are never welcome at a picnic or on a bus.
"""
OPENINGS = {
    "Title": "Picnics and outings",
    "I": "Purpose",
    "I s1": "This policy tells staff",
    "I s2": "It applies to every school",
    "II": "Food",
    "II.A s1": "Staff may bring fruit",
    "II.A s2": "Staff may not bring nuts",
    "II.A s2b": "and they must label",
    "II.B s1": "Staff may bring drinks",
    "II.B s2": "The cook approves",
    "III": "Animals",
    "III s1": "Dogs stay at home",
    "III s2": "Snakes are never",
}


def openings() -> list[Clause]:
    return [Clause(Locator(id_), ClauseKind.OBLIGATION, "A gist.", opens) for id_, opens in OPENINGS.items()]


def locked() -> list[Clause]:
    words = words_of(POLICY)
    stretches = lock(openings(), words)
    return [
        replace(clause, words=len(stretch), digest=digest(words[stretch.start : stretch.end]))
        for clause, stretch in zip(openings(), stretches, strict=True)
    ]


def held_against(text: str, clauses: Sequence[Clause] | None = None) -> RegisterReport:
    return check(clauses or locked(), words_of(text))


def flagged(report: RegisterReport) -> dict[str, str]:
    return {r.clause: r.status.value for r in report.clauses if r.status.value != "verified"}


def edited(old: str, new: str) -> RegisterReport:
    assert POLICY.count(old) == 1
    return held_against(POLICY.replace(old, new))


def test_the_text_itself_stands() -> None:
    report = held_against(POLICY)
    assert report.stands
    assert not report.may_be_another_policy
    assert [r.line for r in report.clauses][:3] == [1, 3, 5]


def test_a_clause_covers_the_words_up_to_the_next() -> None:
    assert {clause.id: clause.words for clause in locked()} == {
        "Title": 3,
        "I": 1,
        "I s1": 9,
        "I s2": 10,
        "II": 1,
        "II.A s1": 7,
        "II.A s2": 5,
        "II.A s2b": 7,
        "II.B s1": 6,
        "II.B s2": 12,
        "III": 1,
        "III s1": 10,
        "III s2": 11,
    }


@pytest.mark.parametrize(
    ("old", "new", "clause", "now", "difference"),
    [
        ("in cans", "in bottles", "II.B s1", "Staff may bring drinks in bottles", 0),
        ("Dogs stay", "Cats stay", "III s1", "Cats stay at home unless the principal agrees in writing", 0),
        ("nuts, and", "any nuts, and", "II.A s2", "Staff may not bring any nuts", 1),
        ("at least a week", "a week", "II.B s2", "The cook approves hot food a week before the picnic", -2),
        ("or on a bus.", "or on a bus or train.", "III s2", None, 2),
        ("Snakes are", "Generally, snakes are", "III s2", None, 1),
        ("in writing.", "in writing or by phone.", "III s1", None, 3),
    ],
)
def test_a_changed_clause(old: str, new: str, clause: str, now: str | None, difference: int) -> None:
    report = edited(old, new)
    assert flagged(report) == {clause: "changed"}
    assert report.uncovered == ()
    (changed,) = [r for r in report.clauses if r.clause == clause]
    assert changed.difference == difference
    assert changed.now == now or now is None


@pytest.mark.parametrize(
    ("old", "clause"),
    [
        (" It applies to every school, and to outings of clubs.", "I s2"),
        ("Staff may bring drinks in cans. ", "II.B s1"),
        (", and they must label what they bake", "II.A s2b"),
        ("PICNICS AND OUTINGS\n", "Title"),
    ],
)
def test_a_deleted_clause_is_missing(old: str, clause: str) -> None:
    report = edited(old, "")
    assert flagged(report) == {clause: "missing"}
    assert report.uncovered == ()


@pytest.mark.parametrize("place", ["PICNICS", "II. FOOD", "B. Staff may bring drinks", "Snakes are never"])
def test_an_inserted_sentence_is_uncovered(place: str) -> None:
    new = "Bees are kept away from the cake."
    report = edited(place, f"{new}\n\n{place}")
    assert flagged(report) == {}
    assert [stretch.words for stretch in report.uncovered] == ["Bees are kept away from the cake"]


def test_a_sentence_added_at_the_end_is_uncovered() -> None:
    report = held_against(POLICY + "\nBees are kept away.\n")
    assert flagged(report) == {}
    assert [(stretch.line, stretch.words) for stretch in report.uncovered] == [(17, "Bees are kept away")]


def test_of_two_swapped_clauses_one_moved() -> None:
    report = edited(
        "Staff may bring drinks in cans. The cook approves hot food at least a week before the picnic.",
        "The cook approves hot food at least a week before the picnic. Staff may bring drinks in cans.",
    )
    assert flagged(report) == {"II.B s1": "moved"}
    assert report.uncovered == ()


def test_a_clause_that_was_taken_elsewhere_moved() -> None:
    text = POLICY.replace("Staff may bring drinks in cans. ", "") + "\nStaff may bring drinks in cans.\n"
    report = held_against(text)
    assert flagged(report) == {"II.B s1": "moved"}
    assert report.uncovered == ()


def test_a_changed_clause_beside_an_inserted_one() -> None:
    report = edited("Snakes are never welcome", "Bees are kept away. Snakes are not welcome")
    assert flagged(report) == {"III s2": "changed"}
    assert [stretch.words for stretch in report.uncovered] == ["Bees are kept away"]


def test_a_clause_rewritten_from_its_opening_on_takes_its_place() -> None:
    report = edited("The cook approves hot food at least a week before the picnic", "Hot food needs a permit")
    assert flagged(report) == {"II.B s2": "changed"}
    assert report.uncovered == ()


def test_a_deleted_clause_with_a_twin_is_missing_and_the_twin_stands() -> None:
    clauses = locked()
    twice = POLICY.replace("III. ANIMALS", "III. FOOD")
    twins = [replace(c, opens="Food", digest=clauses[4].digest) if c.id == "III" else c for c in clauses]
    assert held_against(twice, twins).stands
    assert flagged(held_against(twice.replace("II. FOOD\n", "", 1), twins)) in ({"II": "missing"}, {"III": "missing"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("II. FOOD", "4. FOOD"),
        ("A. Staff", "• Staff"),
        (" picnic. Staff", "\npicnic.\n\n3\n\f\nStaff"),
        ("outings of", "out-\nings of"),
        ("in writing.", "in writing!"),
    ],
)
def test_layout_and_punctuation_are_not_flagged(old: str, new: str) -> None:
    assert old in POLICY
    assert held_against(POLICY.replace(old, new)).stands


def test_another_policy_is_told_apart() -> None:
    report = held_against("Rules for the pool. Nobody runs. Nobody dives. Everybody showers first.")
    assert report.may_be_another_policy


def test_an_empty_text_misses_everything() -> None:
    report = held_against("")
    assert {r.status.value for r in report.clauses} == {"missing"}


@pytest.mark.parametrize(
    ("id_", "opens", "message"),
    [
        ("II.A s1", "Staff may bring", r'II\.A s1: "Staff may bring" may stand in line 9 and 11'),
        ("II.A s1", "Teachers may bring", '"Teachers may bring" does not stand in the text'),
        ("III s2", "Picnics and outings", "out of the order of the clauses"),
        ("III s2", "", "III s2 has no `opens`"),
        ("Title", "and outings", "no clause covers the 1 words before Title"),
    ],
)
def test_openings_that_do_not_say_where_a_clause_begins(id_: str, opens: str, message: str) -> None:
    clauses = [replace(c, opens=opens) if c.id == id_ else c for c in openings()]
    if id_ == "II.A s1" and opens == "Staff may bring":
        clauses = [c for c in clauses if c.id not in {"II.A s2", "II.A s2b", "II.B s1"}]
    with pytest.raises(UnlockableError, match=message):
        lock(clauses, words_of(POLICY))


def test_an_opening_may_stand_twice_where_the_order_tells_which() -> None:
    clauses = [replace(c, opens="Staff may bring") if c.id in {"II.A s1", "II.B s1"} else c for c in openings()]
    assert [stretch.start for stretch in lock(clauses, words_of(POLICY))] == [
        stretch.start for stretch in lock(openings(), words_of(POLICY))
    ]
