"""Official words on this machine: kept privately, read back only as they were kept, shown only while current."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.domain.policy import Clause, ClauseKind, DistrictSlug, Locator, Policy
from advisor.errors import UnreadableFileError
from advisor.storage.official_words import (
    LEFT_OUT,
    OfficialWords,
    Passage,
    imported,
    keep,
    official_words_file,
    official_words_of,
    recall,
)
from tests.support.trees import DISTRICT

FIRST, SECOND, THIRD, LAST = (
    Clause(Locator(id_), ClauseKind.OBLIGATION, "A gist.", digest=digest)
    for id_, digest in {"I ¶1 s1": "a1", "I ¶1 s2": "a2", "I ¶1 s3": "a3", "I ¶10": "a4"}.items()
)
POLICY = Policy(
    district=DISTRICT,
    district_name="Example Public Schools",
    number="100",
    title="An Example",
    adopted="",
    revised=(),
    clauses=(FIRST, SECOND, THIRD, LAST),
    silent_on={},
)
WORDS = {
    FIRST.id: "Kites stay “home”.",
    SECOND.id: "Bees don’t.",
    THIRD.id: "Cooks do.",
    LAST.id: "Snakes are welcome.",
}
ALL = imported(POLICY, WORDS)


def test_what_is_kept_is_recalled() -> None:
    assert recall(DISTRICT) == OfficialWords(DISTRICT)
    file = keep(ALL)
    assert recall(DISTRICT) == ALL
    assert (ALL.policy, [ALL.words(clause) for clause in POLICY.clauses]) == ("100", list(WORDS.values()))
    assert file == official_words_file(DISTRICT)
    assert recall(DistrictSlug("other")) == OfficialWords(DistrictSlug("other"))


def test_the_file_is_private_and_stands_alone_in_the_persons_own_folder(tmp_path: Path) -> None:
    file = keep(ALL)
    assert file == tmp_path / "home" / "advisor" / "official-words" / "example.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert list(file.parent.iterdir()) == [file]


def test_what_is_kept_anew_replaces_all_that_was_kept() -> None:
    keep(ALL)
    some = imported(POLICY, {LAST.id: "Snakes are well."})
    keep(some)
    assert recall(DISTRICT) == some
    assert recall(DISTRICT).words(FIRST) == ""


def test_a_clause_that_the_register_has_changed_shows_nothing() -> None:
    assert ALL.words(replace(FIRST, gist="Another gist.")) == WORDS[FIRST.id]
    assert ALL.words(replace(FIRST, digest="b1")) == ""
    assert ALL.words(replace(FIRST, digest="")) == ""
    assert ALL.words(replace(FIRST, id=Locator("II"))) == ""


def test_only_clauses_of_the_register_that_have_words_are_imported() -> None:
    assert imported(POLICY, {FIRST.id: "", SECOND.id: "Bees.", Locator("IX"): "Wasps."}).passages == {
        SECOND.id: Passage("a2", "Bees.")
    }


def test_a_cited_paragraph_has_the_words_of_its_clauses_in_order() -> None:
    cites = [Locator("I ¶1"), LAST.id, Locator("II")]
    backwards = OfficialWords(DISTRICT, "100", dict(reversed(list(ALL.passages.items()))))
    assert official_words_of(cites, POLICY, backwards) == {
        "I ¶1": "Kites stay “home”. Bees don’t. Cooks do.",
        "I ¶10": "Snakes are welcome.",
    }
    assert official_words_of(cites, POLICY, OfficialWords(DISTRICT)) == {}


@pytest.mark.parametrize(
    ("known", "shown"),
    [
        ([FIRST, THIRD], f"Kites stay “home”. {LEFT_OUT} Cooks do."),
        ([THIRD], f"{LEFT_OUT} Cooks do."),
        ([FIRST], f"Kites stay “home”. {LEFT_OUT}"),
    ],
)
def test_gaps_in_a_cited_paragraph_are_marked(known: list[Clause], shown: str) -> None:
    some = imported(POLICY, {clause.id: WORDS[clause.id] for clause in known})
    assert official_words_of([Locator("I ¶1")], POLICY, some) == {"I ¶1": shown}


def test_equal_neighbours_are_both_shown() -> None:
    twins = imported(POLICY, {FIRST.id: "No.", SECOND.id: "No."})
    assert official_words_of([Locator("I ¶1")], POLICY, twins) == {"I ¶1": f"No. No. {LEFT_OUT}"}


KEPT = {"schema": 1, "district": "example", "policy": "100", "clauses": {"I": {"digest": "a", "words": "w"}}}


def test_the_shape_that_is_read() -> None:
    write(json.dumps(KEPT).encode())
    assert recall(DISTRICT).passages == {"I": Passage("a", "w")}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"[" * 100_000,
        json.dumps({**KEPT, "schema": 2}).encode(),
        json.dumps({**KEPT, "district": "other"}).encode(),
        json.dumps({**KEPT, "policy": 100}).encode(),
        json.dumps({**KEPT, "policy": "\x1b[2J"}).encode(),
        json.dumps({**KEPT, "clauses": []}).encode(),
        json.dumps({**KEPT, "clauses": {"I": "w"}}).encode(),
        json.dumps({**KEPT, "clauses": {"I": {"digest": "a"}}}).encode(),
        json.dumps({**KEPT, "clauses": {"I": {"digest": "", "words": "w"}}}).encode(),
        json.dumps({**KEPT, "clauses": {"I": {"digest": "a", "words": ["w"]}}}).encode(),
        json.dumps({**KEPT, "clauses": {"I": {"digest": "a", "words": "w\u202e"}}}).encode(),
        json.dumps({**KEPT, "clauses": {"I": {"digest": "a", "words": "w\nw"}}}).encode(),
        json.dumps({**KEPT, "clauses": {"I": {"digest": "a", "words": "w"}, "II": None}}).encode(),
        json.dumps(KEPT).encode() + b" " * 4_000_000,
    ],
    ids=lambda content: content[-60:].decode("ascii", "replace"),
)
def test_anything_unexpected_is_as_good_as_nothing(content: bytes) -> None:
    write(content)
    assert recall(DISTRICT) == OfficialWords(DISTRICT)


def test_a_folder_in_its_place_is_as_good_as_nothing_and_cannot_be_replaced() -> None:
    official_words_file(DISTRICT).mkdir(parents=True)
    assert recall(DISTRICT) == OfficialWords(DISTRICT)
    with pytest.raises(UnreadableFileError, match=r"cannot write .*example\.json: Is a directory"):
        keep(ALL)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home" / "advisor").write_text("in the way")
    with pytest.raises(UnreadableFileError, match=r"cannot write .*example\.json: Not a directory"):
        keep(ALL)


def test_what_could_not_be_read_again_is_not_kept() -> None:
    keep(ALL)
    with pytest.raises(UnreadableFileError, match="the words are too long to keep: 4,000,"):
        keep(imported(POLICY, {FIRST.id: "x" * 4_000_000}))
    assert recall(DISTRICT) == ALL


def write(content: bytes) -> None:
    file = official_words_file(DISTRICT)
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
