"""Strict YAML: what is refused or warned of, and exactly where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.finding import Position, Severity
from advisor.loading import MAX_BYTES
from advisor.loading.scan import MOST_PROBLEMS
from advisor.loading.yaml_text import MAX_DEPTH, read_yaml


def found(text: str | bytes) -> list[tuple[str, Position, str]]:
    content = text.encode() if isinstance(text, str) else text
    return [(f.check, f.position, f.message) for f in read_yaml(content, "a.yaml").findings]


def test_every_scalar_stays_text() -> None:
    document = read_yaml(b"a: yes\nb: '4.10'\nc: [on, '2012-05-14', ~x]\nd:\n", "a.yaml")
    assert document.value == {"a": "yes", "b": "4.10", "c": ["on", "2012-05-14", "~x"], "d": ""}
    assert document.findings == ()


def test_positions_count_code_points_from_one() -> None:
    document = read_yaml("é: {¶😀: x}\nb:\n  - y\n".encode(), "a.yaml")
    assert document.source.keys["é",] == Position(1, 1)
    assert document.source.keys["é", "¶😀"] == Position(1, 5)
    assert document.source.values["é", "¶😀"] == Position(1, 9)
    assert document.source.values["b", 0] == Position(3, 5)


def test_carriage_returns_and_a_byte_order_mark_are_accepted() -> None:
    document = read_yaml(b"\xef\xbb\xbfa: b\r\nc: d\r\n", "a.yaml")
    assert document.value == {"a": "b", "c": "d"}
    assert document.findings == ()
    assert document.source.lines == ("a: b", "c: d", "")


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("a: 1x\na: 2x\n", (2, 1), 'the key "a" stands here a second time; the first is in line 1'),
        ("a: &x b\n", (1, 4), "anchors (&) are not read; write the text out where it is needed"),
        ("a: !!str b\n", (1, 4), "tags (!) are not read; put a text in quotes that begins with !"),
        ("a: !x {}\n", (1, 4), "tags (!) are not read; put a text in quotes that begins with !"),
        ("<<: {a: b}\n", (1, 1), "merge keys (<<) are not read; write the entries out"),
        ("a: b\n---\nc: d\n", (2, 1), "a second document begins here; one file holds one"),
        ("# x\n%YAML 1.2\n---\na: b\n", (2, 1), "directives are not read; delete this line"),
        ("? a\n: b\n", (1, 1), 'keys that begin with "? " are not read; write "key: value"'),
        ("[a]: b\n", (1, 1), "a key must be a single text; put it in quotes if it begins with [ or {"),
        ("a: x\u202ey\n", (1, 5), "the invisible character U+202E stands here; delete it"),
        ("a: x\u3164\n", (1, 5), "the invisible character U+3164 stands here; delete it"),
        ("a: x\u2800\n", (1, 5), "the invisible character U+2800 stands here; delete it"),
        ("a: x\x1b\n", (1, 5), "the invisible character U+001B stands here; delete it"),
        ("a: x\ry\n", (1, 5), "the invisible character U+000D stands here; delete it"),
        ('a: "\\e"\n', (1, 4), "the invisible character U+001B stands here; delete it"),
        ('a: "\\u202e"\n', (1, 4), "the invisible character U+202E stands here; delete it"),
        ('"\\u200b": x\n', (1, 1), "the invisible character U+200B stands here; delete it"),
        ("a: is: it\n", (1, 6), 'a ": " begins a new value here; if this is prose, put the whole text in quotes'),
        ("a: @x\n", (1, 4), "use spaces, not tabs; put a text in quotes that begins with @, ` or %"),
        (b"a: b\nc: \xff\n", (1, 1), "byte 8 (line 2) is not UTF-8; save the file as UTF-8"),
    ],
)
def test_what_is_refused(text: str | bytes, position: tuple[int, int], message: str) -> None:
    problems = found(text)
    assert [(where, what) for _, where, what in problems] == [(Position(*position), message)]


def test_an_alias_is_refused_beside_its_anchor() -> None:
    assert [message for _, _, message in found("a: &x b\nc: *x\n")] == [
        "anchors (&) are not read; write the text out where it is needed",
        "aliases (*) are not read; write the text out",
    ]


@pytest.mark.parametrize("text", ["a: 'Is it ? Yes'\n", "a: Really ? yes\n", "a: 100 % sure\n", "'?': x\n"])
def test_question_and_percent_marks_in_prose_are_text(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("value", ["4.10", "447", "2012-05-14", "1:30", "true", "~", "0x1F", "1e3", ".5", "1_000"])
def test_what_other_readers_would_retype_is_warned_of(value: str) -> None:
    findings = read_yaml(f"policy: {value}\n".encode(), "a.yaml").findings
    assert [(f.check, f.severity, f.position) for f in findings] == [("retyped", Severity.WARNING, Position(1, 9))]
    assert f"quote it: '{value}'" in findings[0].message


@pytest.mark.parametrize(
    "text", ["policy: '4.10'\n", "schema: 1\n", "words: 34\n", "revised: [2012-05-14]\n", "a: yes\n"]
)
def test_what_is_quoted_or_meant_so_is_not(text: str) -> None:
    assert found(text) == []


def test_a_file_over_the_size_is_refused() -> None:
    assert found(b"#" * MAX_BYTES) == []
    assert [check for check, _, _ in found(b"#" * (MAX_BYTES + 1))] == ["unreadable"]


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "a: {"])
def test_deep_nesting_is_refused_without_a_crash(opening: str) -> None:
    problems = found(opening * 50_000)
    assert problems[-1][0] == "not-plain-yaml"
    assert len(problems) <= 2 * MAX_DEPTH + 50_000


def test_depth_up_to_the_limit_is_read() -> None:
    assert found("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert "nested more than 32 deep" in found("[" * (MAX_DEPTH + 1))[-1][2]


def test_every_problem_is_reported_in_one_run_in_the_order_of_the_file() -> None:
    text = "a: &x b\na: c\nd: e\u200b\nf: 1.5\n"
    assert [(check, position.line) for check, position, _ in found(text)] == [
        ("not-plain-yaml", 1),
        ("not-plain-yaml", 2),
        ("not-plain-yaml", 3),
        ("retyped", 4),
    ]


def test_the_value_after_a_refused_key_is_dropped() -> None:
    assert read_yaml(b"a: x\na: {b: [c, {d: e}]}\n[k]: {a: z}\nlast: y\n", "a.yaml").value == {"a": "x", "last": "y"}


def test_a_finding_quotes_its_line() -> None:
    assert read_yaml(b"a: b\na:  c\n", "a.yaml").findings[0].quote == "a:  c"


@given(st.binary(max_size=200))
def test_no_bytes_crash_the_reader(content: bytes) -> None:
    document = read_yaml(content, "a.yaml")
    for finding in document.findings:
        assert finding.position >= Position(1, 1)


@given(st.text(alphabet="ab:-?[]{}&*!%@'\"#, \n\t\\ue<~|>", max_size=60))
def test_no_marks_crash_the_reader(text: str) -> None:
    read_yaml(text.encode(), "a.yaml")


@pytest.mark.parametrize(
    "text", ["a: &a b\n" * 2_000, "a: " + "\u200b" * 2_000, "? " * 2_000, "%a\n" * 2_000, "a: b\n" * 2_000]
)
def test_no_more_problems_are_collected_than_anyone_reads(text: str) -> None:
    assert MOST_PROBLEMS <= len(found(text)) <= MOST_PROBLEMS + 1


def test_an_error_after_many_warnings_is_still_found() -> None:
    checks = [check for check, _, _ in found("a: [" + "1, " * 2_000 + "&x b]\n")]
    assert (checks.count("retyped"), checks.count("not-plain-yaml")) == (MOST_PROBLEMS, 1)
