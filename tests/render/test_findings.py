"""Findings as text: the place, the message, the quoted line, the caret."""

from advisor.domain.finding import Finding, Position, Severity
from advisor.render.findings import MOST, findings_text


def finding(quote: str, column: int, message: str = "something is wrong", file: str = "trees/a.yaml") -> Finding:
    return Finding("dead-end", Severity.ERROR, file, Position(4, column), message, quote)


def caret_column(text: str) -> int:
    return text.splitlines()[2].index("^")


def test_a_finding_names_place_severity_message_and_check_and_points_into_its_line() -> None:
    assert findings_text([finding("  yes: nowhere", 8)]) == (
        "trees/a.yaml:4:8: error: something is wrong [dead-end]\n      yes: nowhere\n           ^\n"
    )


def test_without_a_line_to_quote_there_is_no_caret() -> None:
    assert findings_text([finding("  ", 1)]) == "trees/a.yaml:4:1: error: something is wrong [dead-end]\n"


def test_no_findings_are_no_text() -> None:
    assert findings_text([]) == ""


def test_a_tab_takes_one_place_so_that_the_caret_stands_right() -> None:
    text = findings_text([finding("\tyes: x", 2)])
    assert "\t" not in text
    assert text.splitlines()[1][caret_column(text)] == "y"


def test_the_caret_follows_escapes_wide_and_combining_characters() -> None:
    escaped = findings_text([finding("a\x1bb", 3)])
    assert "\x1b" not in escaped
    assert escaped.splitlines()[1][caret_column(escaped)] == "b"
    assert caret_column(findings_text([finding("校b", 2)])) == 4 + 2
    assert caret_column(findings_text([finding("e\N{COMBINING ACUTE ACCENT}b", 3)])) == 4 + 1


def test_a_hostile_file_name_or_message_does_not_reach_the_terminal() -> None:
    text = findings_text([finding("x", 1, message="bad\x1b[2J", file="a\nb.yaml")])
    assert text.splitlines()[0] == r"a\u{a}b.yaml:4:1: error: bad\u{1b}[2J [dead-end]"


def test_of_a_very_long_line_the_part_around_the_place_is_quoted() -> None:
    text = findings_text([finding("a" * 500 + "X" + "b" * 500, 501)])
    quoted = text.splitlines()[1]
    assert len(quoted) < 120
    assert quoted.strip().startswith("…")
    assert quoted.endswith("…")
    assert quoted[caret_column(text)] == "X"


def test_the_start_of_a_long_line_is_quoted_without_a_gap_before_it() -> None:
    text = findings_text([finding("Xa" + "b" * 500, 1)])
    assert text.splitlines()[1].startswith("    Xab")
    assert text.splitlines()[1][caret_column(text)] == "X"


def test_at_most_a_hundred_are_shown_and_the_rest_counted() -> None:
    text = findings_text([finding("", 1)] * (MOST + 3))
    assert text.count("dead-end") == MOST
    assert text.endswith("and 3 more\n")
    assert "more" not in findings_text([finding("", 1)] * MOST)
