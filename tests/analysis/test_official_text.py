"""Official texts as words: what layout, numbering and word processors change is taken out; words are not."""

import pytest

from advisor.analysis.official_text import find_all, normalised, printed, words_of
from advisor.errors import AdvisorError

TEXT = """\
I. PURPOSE

A. Staff may not post the school's logo without permission from the "Principal" - ever.

1. A re-posted image counts, too. See policy 44.1.
"""
WORDS = [
    *["purpose", "staff", "may", "not", "post", "the", "school's", "logo", "without", "permission", "from", "the"],
    *["principal", "ever", "a", "reposted", "image", "counts", "too", "see", "policy", "44.1"],
]


def texts(text: str, begins: str = "") -> list[str]:
    return [word.text for word in words_of(text, begins, furniture=["Example District page"])]


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        ("line ends", "\n", "\r\n"),
        ("old line ends", "\n", "\r"),
        ("curly quotes", "school's", "school’s"),
        ("curly double quotes", '"Principal"', "“Principal”"),
        ("dashes", " - ", " — "),
        ("non-breaking spaces", "post the", "post\u00a0the"),
        ("soft hyphens", "permission", "per\u00admission"),
        ("zero width spaces", "logo", "lo\u200bgo"),
        ("marks", "logo", "logo®"),
        ("trade marks", "logo", "logo™"),
        ("emphasis", "may not", "**may not**"),
        ("underscores", "may not", "_may not_"),
        ("ligatures", "from", "from"),
        ("capitals", "Staff", "STAFF"),
        ("a link", "policy 44.1", "[policy 44.1](https://example.org/44_1)"),
        ("another marker", "A. Staff", "(b) Staff"),
        ("a roman marker", "A. Staff", "iv) Staff"),
        ("a bullet", "1. A", "• A"),
        ("a bullet and a marker", "1. A", "- 1. A"),
        ("another number", "I. PURPOSE", "VII. PURPOSE"),
        ("a new line", "logo without", "logo\nwithout"),
        ("a hyphenated line end", "permission", "permis-\nsion"),
        ("a real hyphen at a line end", "re-posted", "re-\nposted"),
        ("a hyphen with a space", "re-posted", "re- posted"),
        ("a page break", "logo without", "logo\n\n7\n\f\nwithout"),
        ("a page number with words", "logo without", "logo\n- Page 7 of 12 -\nwithout"),
        ("a hyphenated page break", "permission", "permis-\n\n7\n\nsion"),
        ("indentation", "\n1.", "\n\t   1."),
    ],
)
def test_what_does_not_count(change: str, old: str, new: str) -> None:
    assert old in TEXT, change
    assert texts(TEXT.replace(old, new)) == WORDS


@pytest.mark.parametrize(
    ("old", "new"),
    [("may not", "may"), ("44.1", "44.2"), ("Staff", "Teachers"), ("logo", "logos"), ("school's", "schools")],
)
def test_what_counts(old: str, new: str) -> None:
    assert texts(TEXT.replace(old, new)) != WORDS


def test_matter_before_the_policy_and_furniture_are_left_out() -> None:
    page = "Home | News\n48°F\nI. Purpose of us\n" + TEXT.replace(
        "logo without", "logo\nExample District  Page\nwithout"
    )
    assert texts(page, begins="PURPOSE Staff") == WORDS


def test_words_know_their_lines_and_where_sentences_end() -> None:
    words = words_of(TEXT)
    assert [(word.written, word.line) for word in words if word.ends_sentence] == [
        ("PURPOSE", 1),
        ("ever", 3),
        ("too", 5),
        ("44.1", 5),
    ]


def test_words_are_found_wherever_they_stand() -> None:
    words = words_of("a b a b a")
    assert list(find_all(("a", "b"), words)) == [0, 2]
    assert list(find_all(("c",), words)) == []


def test_short_texts_are_normalised_alike() -> None:
    assert normalised("“Public Networks”—IV.C") == ["public", "networks", "iv", "c"]


def test_a_text_without_the_words_with_which_the_policy_begins_is_refused() -> None:
    with pytest.raises(AdvisorError, match='the text has no "Rules of the pool"'):
        words_of(TEXT, begins="Rules of the pool")


def test_nothing_is_found_nowhere() -> None:
    assert list(find_all((), words_of(TEXT))) == []


PRINTED = """\
Menu

“Photos” – and  videos

- A. Staff may not post the school’s “logo”™ (or **mascot**), ever; per-
mission—if any—is re-
posted [here](https://example.org/a.b). See

Page 7
\f
EXAMPLE DISTRICT page
   1. policy/rule 44.1!
"""


def test_words_are_printed_as_the_file_has_them() -> None:
    words = words_of(PRINTED, furniture=["Example District page"])
    assert list(printed(words)) == [
        *["Menu\n", "“Photos” – ", "and  ", "videos\n"],
        *["- A. Staff ", "may ", "not ", "post ", "the ", "school’s ", "“logo”™ ", "(or ", "**mascot**), ", "ever; "],
        *["per-mission—", "if ", "any—", "is ", "re-posted ", "[here](https://example.org/a.b). ", "See\n"],
        *["   1. policy/", "rule ", "44.1!\n"],
    ]


def test_words_are_printed_wherever_the_first_of_them_stands() -> None:
    words = words_of(PRINTED, furniture=["Example District page"])
    whole = list(printed(words))
    for start in range(len(words)):
        assert list(printed(words[start:])) == whole[start:]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("cafe\u0301 au lait", ["cafe\u0301 ", "au ", "lait\n"]),
        ("ﬁre—ﬂame", ["ﬁre—", "ﬂame\n"]),
        ("a\u200b \u200bb", ["a\u200b ", "\u200bb\n"]),
        ("a\u00a0\u201cb\u201d\u2028c", ["a\u00a0", "\u201cb\u201d\u2028", "c\n"]),
        ("½ cup", ["½", " ", "cup\n"]),
        ("t\u0301\u0327 ｶ\u0338ﾞ x", ["t\u0301\u0327 ", "ｶ\u0338ﾞ ", "x\n"]),
        ("one\r\ntwo\rthree", ["one\n", "two\n", "three\n"]),
    ],
)
def test_characters_that_change_their_number_are_printed_whole(text: str, pieces: list[str]) -> None:
    assert list(printed(words_of(text))) == pieces
