from pathlib import Path

import pytest

from advisor.domain.tree import UNSURE, Answer, Fact
from advisor.library import Library
from advisor.tui.remembered import Remembered, recall, remember
from tests.trees.shipped import ROOT
from tests.tui.sample import ROLE, starting_district


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    file = tmp_path / "new" / "remembered.json"
    choice = Remembered("moorhead", "advisor-light", {"moorhead": {Fact("role"): Answer("employee")}})
    remember(file, choice)
    assert recall(file) == choice
    assert [each.name for each in file.parent.iterdir()] == ["remembered.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"district": 3, "theme": ["x"], "who": "me"}',
        b'{"who": {"moorhead": ["role"], "example": {"role": 3}}}',
        b"[" * 4000,
        b'{"district": "' + b"x" * 100_000 + b'"}',
    ],
)
def test_anything_unexpected_is_as_good_as_nothing(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "remembered.json"
    file.write_bytes(content)
    assert recall(file) == Remembered()


def test_a_file_that_is_missing_or_a_folder_is_no_error(tmp_path: Path) -> None:
    assert recall(tmp_path / "none.json") == Remembered()
    assert recall(tmp_path) == Remembered()
    (tmp_path / "file").write_text("")
    remember(tmp_path / "file" / "below.json", Remembered("moorhead"))
    remember(tmp_path, Remembered("moorhead"))
    assert (tmp_path / "file").read_text() == ""


def test_only_what_is_about_the_person_is_remembered() -> None:
    district = starting_district()
    said = {ROLE: Answer("employee"), Fact("place"): Answer("outside"), Fact("flies"): Answer("yes")}
    known = Remembered().with_who(said, district)
    assert known.who == {"example": {"role": "employee"}}
    assert known.who_in(district) == {"role": "employee"}
    assert known.forgotten(district) == Remembered()


def test_who_is_not_sure_is_asked_again() -> None:
    district = starting_district()
    known = Remembered().with_who({ROLE: Answer("employee")}, district)
    assert known.with_who({ROLE: UNSURE}, district).who_in(district) == {}
    assert known.with_who({Fact("place"): Answer("outside")}, district) == known


@pytest.mark.parametrize("kept", [{"role": "pirate"}, {"other": "employee"}, {"role": UNSURE}])
def test_what_a_district_does_not_ask_about_a_person_is_ignored(kept: dict[Fact, Answer]) -> None:
    assert Remembered(who={"example": kept}).who_in(starting_district()) == {}


def test_no_shipped_district_remembers_where_or_about_whom_something_is() -> None:
    library = Library.only(ROOT)
    facts = {fact for slug in library.districts for fact in library.district(slug).about_the_person}
    assert facts == {"role", "coaches-or-advises", "teaches-or-coaches"}
