"""``advisor policy import``: the official words of what stands are kept for the person, from end to end."""

import json
from pathlib import Path

import pytest

from advisor.domain.policy import DistrictSlug
from advisor.library import Library
from advisor.storage.official_words import official_words_file, official_words_of, recall
from tests.cli.conftest import Advisor
from tests.cli.test_policy import OFFICIAL, REGISTER

EXAMPLE = DistrictSlug("example")
WORDS = {"heading": "I. PHOTOS", "I ¶1": "No photo without consent.", "II ¶1": "The office is told of each."}


@pytest.fixture
def locked(advisor: Advisor, trees: Path, tmp_path: Path) -> Path:
    """Return the official text to which the register of ``example`` is locked."""
    (trees / "example" / "policy.yaml").write_text(REGISTER, encoding="utf-8")
    file = tmp_path / "official.txt"
    file.write_text(OFFICIAL, encoding="utf-8")
    assert advisor("policy", "lock", "example", str(file)).code == 0
    return file


def kept() -> dict[str, str]:
    return {id_: passage.words for id_, passage in recall(EXAMPLE).passages.items()}


def test_the_words_of_a_text_that_stands_are_kept(advisor: Advisor, locked: Path) -> None:
    ran = advisor("policy", "import", "example", str(locked))
    file = official_words_file(EXAMPLE)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"advisor: 3 clauses: 3 verified\nadvisor: the official words of 3 clauses are kept in {file}\n"
    assert kept() == WORDS
    assert recall(EXAMPLE).policy == "100"


def test_where_some_differ_the_report_is_that_of_check_and_the_others_are_kept(advisor: Advisor, locked: Path) -> None:
    advisor("policy", "import", "example", str(locked))
    locked.write_text(OFFICIAL.replace("each.", "each one. Bees stay out."), encoding="utf-8")
    checked = advisor("policy", "check", "example", str(locked))
    ran = advisor("policy", "import", "example", str(locked))
    assert (ran.code, ran.out) == (1, checked.out)
    assert "II ¶1: changed, line 5 (+1 words): The office is told of each one\n" in ran.out
    assert ran.err.endswith(f"advisor: the official words of 2 clauses are kept in {official_words_file(EXAMPLE)}\n")
    assert kept() == {id_: words for id_, words in WORDS.items() if id_ != "II ¶1"}


def test_a_new_passage_alone_keeps_every_clause_and_is_a_finding(advisor: Advisor, locked: Path) -> None:
    locked.write_text(f"{OFFICIAL}\nBees stay out.\n", encoding="utf-8")
    ran = advisor("policy", "import", "example", str(locked))
    assert ran.code == 1
    assert "no clause covers, in line 7: Bees stay out\n" in ran.out
    assert kept() == WORDS


def test_of_another_policy_nothing_is_kept(advisor: Advisor, locked: Path) -> None:
    advisor("policy", "import", "example", str(locked))
    other = locked.with_name("other.txt")
    other.write_text("Photos\n\nPools open late. Nobody dives.\n", encoding="utf-8")
    ran = advisor("policy", "import", "example", str(other))
    assert ran.code == 1
    assert "this may be another policy" in ran.err
    assert ran.err.endswith("advisor: nothing was kept; name the official text of Example Public Schools 100\n")
    assert kept() == WORDS
    record = json.loads(advisor("policy", "import", "example", str(other), "--json").out)
    assert (record["kept"], record["file"], record["may_be_another_policy"]) == ([], None, True)


def test_as_json_it_is_the_record_of_check_and_what_was_kept(advisor: Advisor, locked: Path) -> None:
    locked.write_text(OFFICIAL.replace("each.", "each one."), encoding="utf-8")
    checked = json.loads(advisor("policy", "check", "example", str(locked), "--json").out)
    ran = advisor("policy", "import", "example", str(locked), "--json")
    assert ran.code == 1
    assert json.loads(ran.out) == {
        **checked,
        "kept": ["heading", "I ¶1"],
        "file": str(official_words_file(EXAMPLE)),
    }


def test_a_register_that_is_locked_to_another_text_shows_nothing_of_the_old(
    advisor: Advisor, locked: Path, trees: Path
) -> None:
    advisor("policy", "import", "example", str(locked))
    locked.write_text(OFFICIAL.replace("each.", "each one."), encoding="utf-8")
    advisor("policy", "lock", "example", str(locked))
    draft, _ = Library.only(trees).read("example")
    assert draft is not None
    cites = [clause.id for clause in draft.policy.clauses]
    assert official_words_of(cites, draft.policy, recall(EXAMPLE)) == {
        id_: words for id_, words in WORDS.items() if id_ != "II ¶1"
    }


def test_hostile_text_is_kept_as_plain_text(advisor: Advisor, locked: Path) -> None:
    locked.write_text(OFFICIAL.replace("photo without", "photo\x1b\u202e \u2028with\u200bout"), encoding="utf-8")
    assert advisor("policy", "import", "example", str(locked)).code == 0
    assert kept() == WORDS


def test_a_folder_that_cannot_be_written_is_one_line(advisor: Advisor, locked: Path) -> None:
    folder = official_words_file(EXAMPLE).parent
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way", encoding="utf-8")
    ran = advisor("policy", "import", "example", str(locked))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"advisor: cannot write {official_words_file(EXAMPLE)}: File exists\n"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"caf\xe9"])
def test_a_file_that_is_no_text_says_what_check_says(advisor: Advisor, locked: Path, content: bytes) -> None:
    locked.write_bytes(content)
    checked = advisor("policy", "check", "example", str(locked))
    ran = advisor("policy", "import", "example", str(locked))
    assert (ran.code, ran.out, ran.err) == (2, "", checked.err)
    assert kept() == {}


def test_what_is_not_there_is_one_line(advisor: Advisor, locked: Path) -> None:
    missing = advisor("policy", "import", "example", "none.txt")
    assert (missing.code, missing.err) == (2, "advisor: cannot read none.txt: No such file or directory\n")
    unknown = advisor("policy", "import", "exampel", str(locked))
    assert (unknown.code, unknown.err) == (2, 'advisor: there is no district "exampel" — did you mean "example"?\n')


def test_a_register_that_is_not_locked_cannot_be_held_against_a_text(
    advisor: Advisor, locked: Path, trees: Path
) -> None:
    (trees / "example" / "policy.yaml").write_text(REGISTER, encoding="utf-8")
    ran = advisor("policy", "import", "example", str(locked))
    assert ran.code == 2
    assert ran.err.startswith("advisor: 3 clauses of example are not locked, the first is heading; run: advisor policy")
