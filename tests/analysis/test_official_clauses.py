"""The official words of clauses: of those that stand, as the text has them, and of no other."""

from collections.abc import Mapping

import pytest

from advisor.analysis.official_clauses import official_clauses
from advisor.analysis.official_text import words_of
from advisor.analysis.register import check, digest
from advisor.domain.policy import Locator
from advisor.plain_text import visible
from tests.analysis.test_register import POLICY, locked

ALL = {
    "Title": "PICNICS AND OUTINGS",
    "I": "I. PURPOSE",
    "I s1": "This policy tells staff how to plan a picnic.",
    "I s2": "It applies to every school, and to outings of clubs.",
    "II": "II. FOOD",
    "II.A s1": "A. Staff may bring fruit to any picnic.",
    "II.A s2": "Staff may not bring nuts,",
    "II.A s2b": "and they must label what they bake.",
    "II.B s1": "B. Staff may bring drinks in cans.",
    "II.B s2": "The cook approves hot food at least a week before the picnic.",
    "III": "III. ANIMALS",
    "III s1": "Dogs stay at home unless the principal agrees in writing.",
    "III s2": "Snakes are never welcome at a picnic or on a bus.",
}


def official(text: str) -> Mapping[Locator, str]:
    clauses, words = locked(), words_of(text)
    return official_clauses(clauses, words, check(clauses, words))


def test_every_clause_of_the_text_has_its_words() -> None:
    assert official(POLICY) == ALL


def test_the_words_are_those_of_the_digest() -> None:
    digests = {clause.id: clause.digest for clause in locked()}
    assert {id_: digest(words_of(words)) for id_, words in official(POLICY).items()} == digests


def test_changed_and_missing_clauses_have_none() -> None:
    text = POLICY.replace("in cans", "in bottles").replace(" It applies to every school, and to outings of clubs.", "")
    assert official(text) == {id_: words for id_, words in ALL.items() if id_ not in {"II.B s1", "I s2"}}


def test_a_moved_clause_has_its_words_from_where_it_stands() -> None:
    text = POLICY.replace("B. Staff may bring drinks in cans. ", "B. ") + "\nStaff may bring “drinks” in cans!\n"
    moved = {"II.B s1": "Staff may bring “drinks” in cans!", "II.B s2": f"B. {ALL['II.B s2']}"}
    assert official(text) == {**ALL, **moved}


def test_what_covers_no_clause_belongs_to_none() -> None:
    assert official(POLICY.replace("Snakes", "Bees are kept away. Snakes")) == ALL


@pytest.mark.parametrize(
    ("old", "new", "clause", "words"),
    [
        ("hot food at", "hot\n\n3\n\f\n  food at", "II.B s2", ALL["II.B s2"]),
        ("outings of", "out-\nings\u00a0\u2028of", "I s2", "It applies to every school, and to out-ings of clubs."),
        ("never welcome", "ne\u200bver\x1b \x07welcome\u202e", "III s2", ALL["III s2"]),
        ("Dogs stay", "“Dogs”™ stay", "III s1", f"“Dogs”™{ALL['III s1'].removeprefix('Dogs')}"),
    ],
)
def test_the_words_are_plain_text_in_one_line(old: str, new: str, clause: str, words: str) -> None:
    found = official(POLICY.replace(old, new))
    assert all(visible(each) == each for each in found.values())
    assert found == {**ALL, clause: words}


def test_another_text_has_nothing() -> None:
    assert official("Rules for the pool. Nobody runs.") == {}
