"""``advisor policy lock`` and ``check``: a register and an official text, from end to end."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Advisor

OFFICIAL = "Menu\n\nI. PHOTOS\n\nNo photo without consent. The office is told of each.\n"
REGISTER = """\
schema: 1
district: Example Public Schools
policy: '100'
title: An Example
adopted: 2020-01-01
begins: Photos
clauses:
  - id: heading
    kind: heading
    opens: Photos
    gist: The heading.
  - id: I ¶1
    kind: prohibition
    opens: No photo without
    gist: No photo without consent.
  - id: II ¶1
    kind: obligation
    opens: The office
    gist: The office is told.
"""


@pytest.fixture
def official(trees: Path, tmp_path: Path) -> Path:
    (trees / "example" / "policy.yaml").write_text(REGISTER, encoding="utf-8")
    file = tmp_path / "official.txt"
    file.write_text(OFFICIAL, encoding="utf-8")
    return file


def test_a_locked_register_verifies_its_text(advisor: Advisor, official: Path, trees: Path) -> None:
    locked = advisor("policy", "lock", "example", str(official))
    assert (locked.code, locked.out) == (0, "")
    assert locked.err.startswith("advisor: 3 clauses locked to 11 words in ")
    assert "    words: 4\n    digest: " in (trees / "example" / "policy.yaml").read_text(encoding="utf-8")
    checked = advisor("policy", "check", "example", str(official))
    assert checked.code == 0
    assert checked.out == "heading: verified, line 3\nI ¶1: verified, line 5\nII ¶1: verified, line 5\n"
    assert checked.err == "advisor: 3 clauses: 3 verified\n"


def test_a_changed_text_names_what_rests_on_it(advisor: Advisor, official: Path) -> None:
    advisor("policy", "lock", "example", str(official))
    official.write_text(OFFICIAL.replace("each.", "each one. Bees stay out."), encoding="utf-8")
    ran = advisor("policy", "check", "example", str(official), "--json")
    assert ran.code == 1
    record = json.loads(ran.out)
    assert [(clause["clause"], clause["status"], clause["difference"]) for clause in record["clauses"]] == [
        ("heading", "verified", 0),
        ("I ¶1", "verified", 0),
        ("II ¶1", "changed", 1),
    ]
    assert record["clauses"][2]["now"] == "The office is told of each one"
    assert [(rest["topic"], rest["id"], rest["line"]) for rest in record["clauses"][2]["rests"]] == [
        ("photos", "agreed", 26)
    ]
    assert record["uncovered"] == [{"line": 5, "words": "Bees stay out"}]


def test_locking_as_json_prints_the_locks(advisor: Advisor, official: Path) -> None:
    record = json.loads(advisor("policy", "lock", "example", str(official), "--json").out)
    assert [(clause["clause"], clause["words"]) for clause in record["clauses"]] == [
        ("heading", 1),
        ("I ¶1", 4),
        ("II ¶1", 6),
    ]


def test_a_register_that_is_not_locked_cannot_be_held_against_a_text(advisor: Advisor, official: Path) -> None:
    ran = advisor("policy", "check", "example", str(official))
    assert ran.code == 2
    assert ran.err.startswith("advisor: 3 clauses of example are not locked, the first is heading; run: advisor policy")


def test_openings_that_are_not_in_the_text_are_named(advisor: Advisor, official: Path) -> None:
    official.write_text(OFFICIAL.replace("The office", "Our office"), encoding="utf-8")
    ran = advisor("policy", "lock", "example", str(official))
    assert (ran.code, ran.err) == (2, 'advisor: II ¶1: "The office" does not stand in the text\n')


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"%PDF-1.7", "is a PDF; save it as plain text first"),
        (b"PK\x03\x04", "is a word processor's file"),
        (b"caf\xe9", "is not UTF-8 text"),
    ],
)
def test_a_file_that_is_no_text_says_so(advisor: Advisor, official: Path, content: bytes, message: str) -> None:
    official.write_bytes(content)
    for command in ("lock", "check"):
        advisor("policy", "lock", "example", str(official))
        ran = advisor("policy", command, "example", str(official))
        assert ran.code == 2
        assert message in ran.err or "not locked" in ran.err


@pytest.mark.parametrize("command", ["lock", "check"])
def test_what_is_not_there_is_one_line(advisor: Advisor, official: Path, command: str) -> None:
    advisor("policy", "lock", "example", str(official))
    missing = advisor("policy", command, "example", "none.txt")
    assert (missing.code, missing.err) == (2, "advisor: cannot read none.txt: No such file or directory\n")
    unknown = advisor("policy", command, "exampel", str(official))
    assert (unknown.code, unknown.err) == (2, 'advisor: there is no district "exampel" — did you mean "example"?\n')


@pytest.mark.parametrize("command", ["lock", "check", "show"])
def test_a_broken_register_is_named_with_its_place(advisor: Advisor, official: Path, trees: Path, command: str) -> None:
    (trees / "example" / "policy.yaml").write_text(REGISTER.replace("title:", "titel:"), encoding="utf-8")
    ran = advisor("policy", command, "example", *([str(official)] if command != "show" else []))
    assert ran.code == 2
    assert 'policy.yaml:1:1: the file needs "title"' in ran.err
