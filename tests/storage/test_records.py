"""Records on this machine: private, never written over, read back only as they were kept."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from advisor.domain.policy import DistrictSlug
from advisor.domain.record import Decided, Record, Stamp
from advisor.domain.replay import replay
from advisor.domain.topic import SCOPE
from advisor.domain.tree import Condition, Due, NodeId, Outcome
from advisor.domain.verdict import Verdict
from advisor.errors import AdvisorError, UnknownNameError, UnreadableFileError
from advisor.storage.forgetting import forget, kept
from advisor.storage.records import (
    delete_records,
    find_record,
    find_records,
    keep_record,
    read_record_file,
    record_files,
    records_folder,
)
from tests.support.records import DAY, answers, changed_if_same, decided
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

TELL = Condition("Tell the office – “today”.", "you", Due.AFTER, (CLAUSE,))
AGREED = Outcome(NodeId("agreed"), Verdict.ALLOW, "They agreed.", (CLAUSE,), (TELL,))
PHOTOS = tiny_tree({"consent": {"yes": "agreed", "no": "refused"}}, {"agreed": AGREED, "refused": "deny"}, "photos")
LOGO = tiny_tree({"permitted": {"yes": "fine", "no": "unsaid"}}, {"fine": "allow", "unsaid": "silent"}, "logo")
WHO = tiny_tree({"role": {"staff": "bound", "guest": "free"}}, {"bound": "allow", "free": "allow"}, SCOPE)
DISTRICT = tiny_district(WHO, PHOTOS, LOGO)
NOTE = Stamp(DAY, "For Friday:\n\t¶ 漢字 \U0001f600", ticked={TELL.duty})


def case(*topics: str, consent: str = "yes") -> Decided:
    given = answers({"role": "staff", "consent": consent, "permitted": "yes"})
    return decided(DISTRICT, DISTRICT.consult(topics or ("photos",), given))


def test_what_is_kept_is_read_back_and_decided_again() -> None:
    file = keep_record(case("photos", "logo", SCOPE), NOTE)
    record = read_record_file(file)
    assert record == Record.of(case("photos", "logo", SCOPE), file.stem, NOTE)
    assert [each.ticked for each in record.conditions] == [True]
    assert changed_if_same(replay(record, DISTRICT)) == ()


def test_the_file_is_private_in_the_persons_own_folder(tmp_path: Path) -> None:
    file = keep_record(case(), Stamp(DAY))
    assert file == tmp_path / "home" / "advisor" / "records" / "2026-03-01-example-photos-1.json"
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    ("topics", "name"),
    [
        (["photos", SCOPE], "2026-03-01-example-photos-1"),
        ([SCOPE], "2026-03-01-example-scope-1"),
        (["logo", "photos", SCOPE], "2026-03-01-example-photos-and-1-more-1"),
    ],
)
def test_the_name_says_what_it_is_about(topics: list[str], name: str) -> None:
    assert keep_record(case(*topics), Stamp(DAY)).stem == name


@pytest.mark.parametrize(("slug", "part"), [("../Häus\x1b[2J", "h-us-2j"), ("x" * 300, "x" * 40), ("\N{SNOWMAN}", "x")])
def test_a_strange_district_makes_no_strange_name(slug: str, part: str) -> None:
    strange = replace(case(), district=replace(DISTRICT, slug=DistrictSlug(slug)))
    assert keep_record(strange, Stamp(DAY)).name == f"2026-03-01-{part}-photos-1.json"


def test_no_record_is_written_over_and_the_newest_comes_first() -> None:
    old = keep_record(case(), Stamp("2026-02-28"))
    files = [keep_record(case("logo"), Stamp(DAY)), *(keep_record(case(), Stamp(DAY)) for _ in range(10))]
    assert [file.stem[-3:].lstrip("os-") for file in files] == [str(number) for number in range(1, 12)]
    assert record_files() == (*reversed(files), old)
    assert [read_record_file(file).id for file in files] == [file.stem for file in files]


def test_where_another_was_quicker_the_next_number_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    first = keep_record(case(), Stamp(DAY))
    before = first.read_bytes()
    monkeypatch.setattr("advisor.storage.records._next_number", lambda *_: 1)
    assert keep_record(case(consent="no"), Stamp(DAY)).stem == "2026-03-01-example-photos-2"
    assert first.read_bytes() == before


def test_a_record_that_cannot_be_written_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("os.fdopen", full)
    with pytest.raises(UnreadableFileError, match=r"cannot write in .*records: No space left on device"):
        keep_record(case(), Stamp(DAY))
    assert list(records_folder().iterdir()) == []


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "home" / "advisor").write_text("in the way")
    with pytest.raises(UnreadableFileError, match=r"cannot write in .*records: Not a directory"):
        keep_record(case(), Stamp(DAY))


def test_a_hostile_note_is_not_kept() -> None:
    for note in ("\x1b[2J", "\u202e", "x" * 1_000_000):
        with pytest.raises(AdvisorError, match="the note"):
            keep_record(case(), Stamp(DAY, note))
    assert record_files() == ()


def test_only_records_are_listed_and_what_bears_another_name_comes_last() -> None:
    ours = keep_record(case(), Stamp(DAY))
    for name in ("zoo.json", ".hidden.json", "note.txt"):
        (records_folder() / name).write_text("{}", encoding="utf-8")
    assert record_files() == (ours, records_folder() / "zoo.json")


def test_a_folder_that_is_none_is_named() -> None:
    records_folder().parent.mkdir()
    records_folder().write_text("in the way", encoding="utf-8")
    with pytest.raises(UnreadableFileError, match=r"cannot read .*records: Not a directory"):
        record_files()


def test_a_record_is_found_by_name_or_as_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = keep_record(case(), Stamp(DAY))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sent").write_bytes(file.read_bytes())
    assert find_record(file.stem) == file
    assert find_record(str(file)) == file
    assert find_record("sent") == Path("sent")
    assert find_record("none.json") == Path("none.json")
    with pytest.raises(
        UnknownNameError, match=r'no record "2026-03-01-example-photo-1" — did you mean ".*-photos-1"\?'
    ):
        find_record("2026-03-01-example-photo-1")


def test_records_are_found_in_the_order_of_their_names() -> None:
    one, two = keep_record(case(), Stamp(DAY)), keep_record(case(), Stamp(DAY))
    assert find_records([two.stem, str(one), one.stem]) == (two, one, one)
    with pytest.raises(UnknownNameError, match='no record "none"'):
        find_records([two.stem, "none"])


def test_records_are_deleted_by_name_all_or_none(tmp_path: Path) -> None:
    one, two, three = (keep_record(case(), Stamp(DAY)) for _ in range(3))
    outside = tmp_path / "outside.json"
    outside.write_bytes(one.read_bytes())
    for name in (str(outside), "../../../outside", "2026-03-01-example-photos-4", str(one)):
        with pytest.raises(UnknownNameError):
            delete_records([one.stem, name])
    assert record_files() == (three, two, one)
    assert delete_records([one.stem, three.stem, one.stem]) == (one, three)
    assert record_files() == (two,)
    assert outside.exists()


def test_what_cannot_be_deleted_is_named() -> None:
    (records_folder() / "zoo.json").mkdir(parents=True)
    with pytest.raises(UnreadableFileError, match=r"cannot delete .*zoo\.json: Is a directory"):
        delete_records(["zoo"])


def test_forgetting_deletes_every_record() -> None:
    keep_record(case(), Stamp(DAY))
    assert [(each.what, each.files) for each in kept()] == [("records", 1)]
    assert forget(kept()) == {}
    assert not records_folder().exists()


def test_a_file_that_holds_no_record_is_one_line_that_says_what_to_do(tmp_path: Path) -> None:
    file = tmp_path / "a-record.json"
    file.write_bytes(b"{}")
    with pytest.raises(UnreadableFileError) as error:
        read_record_file(file)
    assert str(error.value) == (
        f"{file} cannot be read as a record: it is no record; restore it from a copy, or delete it"
    )


def test_a_record_of_a_newer_advisor_is_neither_to_be_deleted_nor_restored(tmp_path: Path) -> None:
    file = tmp_path / "a-record.json"
    file.write_bytes(b'{"schema": 2}')
    with pytest.raises(UnreadableFileError) as error:
        read_record_file(file)
    assert str(error.value) == f"{file} was kept by a newer Advisor; update Advisor to read it"


def test_a_file_that_is_too_long_for_a_record_is_not_read(tmp_path: Path) -> None:
    file = tmp_path / "a-record.json"
    file.write_bytes(b" " * 1_000_001)
    with pytest.raises(UnreadableFileError, match="is too long for a record; name another file"):
        read_record_file(file)


def test_the_word_of_a_hostile_file_is_not_echoed_raw(tmp_path: Path) -> None:
    file = tmp_path / "\x1b[2J.json"
    file.write_bytes(b'{"\x5cu001b": 1, "\x5cu001b": 2}')
    with pytest.raises(UnreadableFileError) as error:
        read_record_file(file)
    assert str(error.value).isprintable()


@pytest.mark.parametrize(
    ("name", "because"),
    [("none.json", "No such file or directory"), ("folder", "It is no regular file"), ("\0", "null")],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, because: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(UnreadableFileError, match=f"cannot read .*: .*{because}"):
        read_record_file(tmp_path / name)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableFileError, match="It is no regular file"):
        read_record_file(tmp_path / "pipe")
