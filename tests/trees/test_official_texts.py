"""Each register against its official text, where the texts are at hand: every edit is reported, and nothing else."""

import random
import re
import textwrap
from collections.abc import Callable, Mapping
from itertools import pairwise
from pathlib import Path

import pytest

from advisor.analysis.official_clauses import official_clauses
from advisor.analysis.official_text import Word, words_of
from advisor.analysis.register import check, digest
from advisor.domain.policy import Clause, Locator
from advisor.domain.register import RegisterReport
from tests.trees.shipped import DISTRICTS, draft

TEXTS = Path(__file__).parents[3] / "shared" / "policies"

pytestmark = pytest.mark.skipif(not TEXTS.is_dir(), reason="the official texts are not kept with the project")

NEW = "Kites are flown on the roof by the pool committee alone."


def official(district: str) -> str:
    (file,) = TEXTS.glob(f"{district}-*.txt")
    return file.read_text(encoding="utf-8-sig")


def words(district: str, text: str) -> tuple[Word, ...]:
    policy = draft(district).policy
    return words_of(text, policy.begins, policy.furniture)


def held_against(district: str, text: str) -> RegisterReport:
    return check(draft(district).policy.clauses, words(district, text))


def flagged(report: RegisterReport) -> dict[str, str]:
    return {clause.clause: clause.status.value for clause in report.clauses if clause.status.value != "verified"}


def sentences(district: str) -> list[tuple[Clause, str]]:
    """Return the clauses that are whole sentences in one line of the text, with their words as they stand there."""
    text, clauses = official(district), draft(district).policy.clauses
    found = words(district, text)
    place, pairs = 0, []
    for clause in clauses:
        own = found[place : place + clause.words]
        begins_sentence = place == 0 or found[place - 1].ends_sentence
        place += clause.words
        match = re.search(r"\W+".join(re.escape(word.written) for word in own), text)
        if match is not None and begins_sentence and own[-1].ends_sentence and text.count(match.group()) == 1:
            pairs.append((clause, match.group()))
    return pairs


@pytest.mark.parametrize("district", DISTRICTS)
def test_the_register_covers_the_text_word_for_word(district: str) -> None:
    report = held_against(district, official(district))
    assert (flagged(report), report.uncovered) == ({}, ())


def official_words(district: str, text: str) -> Mapping[Locator, str]:
    found = words(district, text)
    return official_clauses(draft(district).policy.clauses, found, held_against(district, text))


@pytest.mark.parametrize("district", DISTRICTS)
def test_every_clause_has_the_words_of_its_digest(district: str) -> None:
    digests = {clause.id: clause.digest for clause in draft(district).policy.clauses}
    found = official_words(district, official(district))
    assert {clause: digest(words_of(own)) for clause, own in found.items()} == digests


@pytest.mark.parametrize("district", DISTRICTS)
def test_the_words_stand_in_the_file_letter_for_letter_in_the_order_of_the_clauses(district: str) -> None:
    lines = official(district).split("\n")
    letters = "".join("".join(line.split()) for line in lines if line.strip() not in draft(district).policy.furniture)
    for clause, own in official_words(district, official(district)).items():
        before, found, letters = letters.partition("".join(own.split()))
        assert found, clause
        assert not any(c.isalnum() for c in before) or clause == draft(district).policy.clauses[0].id


@pytest.mark.parametrize("district", DISTRICTS)
@pytest.mark.parametrize("layout", ["re-wrapped", "page breaks in mid-sentence", "carriage returns"])
def test_the_words_are_the_same_in_another_layout(district: str, layout: str) -> None:
    text = official(district)
    assert official_words(district, LAYOUTS[layout](text)) == official_words(district, text)


@pytest.mark.parametrize("district", DISTRICTS)
def test_a_changed_word_changes_its_clause_and_no_other(district: str) -> None:
    text = official(district)
    for clause, written in sentences(district):
        own = written.split()
        if len(own) > 2:
            new = " ".join([*own[: len(own) // 2], "zebra", *own[len(own) // 2 + 1 :]])
            report = held_against(district, text.replace(written, new))
            assert (flagged(report), report.uncovered) == ({clause.id: "changed"}, ())


@pytest.mark.parametrize("district", DISTRICTS)
def test_a_deleted_clause_is_missing_and_no_other(district: str) -> None:
    text = official(district)
    for clause, written in sentences(district):
        report = held_against(district, text.replace(f"{written}.", "").replace(written, ""))
        assert (flagged(report), report.uncovered) == ({clause.id: "missing"}, ())


@pytest.mark.parametrize("district", DISTRICTS)
def test_an_inserted_sentence_is_uncovered_wherever_it_stands(district: str) -> None:
    text = official(district)
    places = [written for _, written in sentences(district)]
    for edited in (*(text.replace(written, f"{NEW} {written}") for written in places[1:]), f"{text}\n\n{NEW}\n"):
        report = held_against(district, edited)
        assert flagged(report) == {}
        assert [stretch.words for stretch in report.uncovered] == [NEW.rstrip(".")]


@pytest.mark.parametrize("district", DISTRICTS)
def test_of_two_swapped_clauses_one_moved(district: str) -> None:
    text = official(district)
    pairs = sentences(district)
    for (first, one), (second, other) in pairwise(pairs):
        between = text[text.index(one) + len(one) : text.index(other)]
        if between.strip() != ".":
            continue
        report = held_against(district, text.replace(f"{one}{between}{other}", f"{other}{between}{one}"))
        assert list(flagged(report).values()) == ["moved"]
        assert set(flagged(report)) <= {first.id, second.id}
        assert report.uncovered == ()


def rewrapped(text: str) -> str:
    lines = (textwrap.wrap(line, 47, break_long_words=False) or [""] for line in text.split("\n"))
    return "\n".join("\n".join(line) for line in lines)


def paged(text: str) -> str:
    lines = rewrapped(text).split("\n")
    middle = [n for n, line in enumerate(lines) if line and line[-1].isalpha() and len(line) > 30][::9]
    for number in reversed(middle):
        lines[number + 1 : number + 1] = ["", f"Page {number}", "\f"]
    return "\n".join(lines)


LAYOUTS: dict[str, Callable[[str], str]] = {
    "re-wrapped": rewrapped,
    "page breaks in mid-sentence": paged,
    "other bullets": lambda text: re.sub(r"(?m)^(\s*)[•*-] ", r"\1▪ ", text),
    "other numbers": lambda text: re.sub(r"(?m)^(\s*)[A-H]\. ", r"\1(c) ", text),
    "curly quotes": lambda text: text.replace("'", "’").replace('"', "”"),
    "straight quotes": lambda text: text.replace("’", "'").replace("“", '"').replace("”", '"'),
    "non-breaking spaces": lambda text: "".join(
        "\u00a0" if c == " " and chance else c
        for c, chance in zip(text, random.Random(4).choices((0, 1), k=len(text)), strict=True)
    ),
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("district", DISTRICTS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_layout_numbering_and_quotes_are_not_flagged(district: str, layout: str) -> None:
    report = held_against(district, LAYOUTS[layout](official(district)))
    assert (flagged(report), report.uncovered) == ({}, ())


@pytest.mark.parametrize("district", DISTRICTS)
def test_another_districts_policy_is_told_apart(district: str) -> None:
    for file in TEXTS.glob("*.txt"):
        if not file.name.startswith(district):
            policy = draft(district).policy
            report = check(policy.clauses, words_of(file.read_text(encoding="utf-8-sig"), furniture=policy.furniture))
            assert report.may_be_another_policy
