"""Walks on disk: none is lost however its app ends, and two apps are not in each other's way."""

import os
import stat
from pathlib import Path

import pytest

from advisor.storage.saved_walks import dump
from advisor.storage.walk_files import MOST_LEFT_OVER, LeftOver, WalkFile, count_open, left_over, walks_folder
from tests.storage.another_app import another_app, answered


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "advisor" / "walks"


def leave_behind(folder: Path, answers: int, *, age: int = 0) -> Path:
    """Leave a walk behind that was saved some seconds ago."""
    before = {left.file for left in left_over(folder)}
    own = WalkFile.begin(folder)
    assert own.save(answered(answers))
    own.release()
    (file,) = {left.file for left in left_over(folder)} - before
    os.utime(file, (1_000_000 - age, 1_000_000 - age))
    return file


def counts(folder: Path) -> list[int]:
    return [len(left.walk.answers) for left in left_over(folder)]


def test_walks_are_kept_with_the_state_of_the_person(tmp_path: Path) -> None:
    assert walks_folder() == tmp_path / "home" / "advisor" / "walks"


def test_a_walk_is_private(folder: Path) -> None:
    own = WalkFile.begin(folder)
    assert own.save(answered(2))
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {file.suffix: stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()} == {
        ".json": 0o600,
        ".lock": 0o600,
    }
    own.discard()


def test_nothing_is_written_before_the_first_answer_is_saved(folder: Path) -> None:
    own = WalkFile.begin(folder)
    assert own.saved is None
    own.discard()
    own.release()
    assert not folder.exists()


def test_a_killed_app_leaves_exactly_its_last_save(folder: Path) -> None:
    with another_app(folder) as other:
        assert other.ask("save 2") == "True"
        assert other.ask("save 3") == "True"
        assert left_over(folder) == ()
        other.kill()
    (left,) = left_over(folder)
    assert left.walk == answered(3)
    own = WalkFile.claim(left)
    assert own is not None
    assert own.saved == answered(3)
    assert left_over(folder) == ()
    own.discard()


def test_an_app_killed_while_it_writes_leaves_a_whole_walk(folder: Path) -> None:
    with another_app(folder) as other:
        said = [other.ask("save on and on"), *(other.hear() for _ in range(200))]
        other.kill()
        assert other.process.stdout is not None
        said += other.process.stdout.read().split()
    (left,) = left_over(folder)
    last = len(left.walk.answers)
    assert last in {int(said[-1]), int(said[-1]) + 1}
    assert left.walk == answered(last)


def test_what_was_half_written_goes_with_its_walk(folder: Path) -> None:
    file = leave_behind(folder, 1)
    (folder / f".{file.name}.x7k").write_text("{", encoding="utf-8")
    (folder / f".{'0' * 16}.json.x7k").write_text("{", encoding="utf-8")
    (folder / f"{'1' * 16}.lock").write_text("", encoding="utf-8")
    beginning = WalkFile.begin(folder)
    assert beginning.save(answered(1))
    beginning.discard()
    assert {each.name for each in folder.iterdir()} == {
        file.name,
        f".{file.name}.x7k",
        file.with_suffix(".lock").name,
    }
    own = WalkFile.claim(*left_over(folder))
    assert own is not None
    own.discard()
    assert list(folder.iterdir()) == []


def test_neither_of_two_apps_sees_the_walk_of_the_other(folder: Path) -> None:
    own = WalkFile.begin(folder)
    with another_app(folder) as other:
        assert own.save(answered(1))
        assert other.ask("save 2") == "True"
        assert other.ask("left") == "[]"
        assert left_over(folder) == ()
        assert count_open(folder) == 2
        assert own.save(answered(3))
        assert other.ask("save 4") == "True"
        own.release()
        assert other.ask("left") == "[3]"
    assert counts(folder) == [4, 3]
    assert count_open(folder) == 0


def test_of_two_apps_that_want_one_walk_exactly_one_gets_it(folder: Path) -> None:
    leave_behind(folder, 2)
    with another_app(folder) as first, another_app(folder) as second:
        for _ in range(100):
            assert first.ask("find") == second.ask("find") == "found"
            first.tell("claim")
            second.tell("claim")
            assert {first.hear(), second.hear()} == {"True", "False"}
            assert counts(folder) == []
            assert first.ask("release") == second.ask("release") == "released"
            assert counts(folder) == [2]


def test_what_is_claimed_is_what_the_file_holds_by_now(folder: Path) -> None:
    leave_behind(folder, 1)
    (seen,) = left_over(folder)
    further = WalkFile.claim(seen)
    assert further is not None
    assert further.save(answered(5))
    assert WalkFile.claim(seen) is None
    further.release()
    own = WalkFile.claim(seen)
    assert own is not None
    assert own.saved == answered(5)
    own.discard()
    assert WalkFile.claim(seen) is None
    assert list(folder.iterdir()) == []


def test_after_a_walk_is_let_go_the_next_save_is_another_walk(folder: Path) -> None:
    own = WalkFile.begin(folder)
    assert own.save(answered(1))
    own.release()
    assert own.saved is None
    assert own.save(answered(2))
    own.discard()
    assert own.save(answered(3))
    assert counts(folder) == [1]
    own.release()
    assert sorted(counts(folder)) == [1, 3]


def test_the_newest_come_first_and_only_those_are_kept(folder: Path) -> None:
    with another_app(folder) as other:
        assert other.ask("save 99") == "True"
        (live,) = folder.glob("*.json")
        os.utime(live, (0, 0))
        for count in range(1, MOST_LEFT_OVER + 4):
            leave_behind(folder, count, age=count)
        expected = [*range(1, MOST_LEFT_OVER + 1), MOST_LEFT_OVER + 3]
        assert counts(folder) == expected
        own = WalkFile.begin(folder)
        assert own.save(answered(50))
        assert counts(folder) == expected[:MOST_LEFT_OVER]
        own.discard()
        assert live.exists()
        assert len(list(folder.glob("*.lock"))) == MOST_LEFT_OVER + 1


def test_a_walk_without_an_answer_is_nothing_to_resume(folder: Path) -> None:
    own = WalkFile.begin(folder)
    assert own.save(answered(0))
    own.release()
    assert left_over(folder) == ()


@pytest.mark.parametrize("content", [b"", b"nonsense", b"\xff", b"[]", b"[" * 100_000, b'"' + b"x" * 300_000 + b'"'])
def test_anything_unexpected_is_as_good_as_none(folder: Path, content: bytes) -> None:
    good = leave_behind(folder, 1)
    bad = folder / f"{'a' * 16}.json"
    bad.write_bytes(content)
    assert [left.file for left in left_over(folder)] == [good]
    assert WalkFile.claim(LeftOver(bad, answered(1), 0)) is None


def test_a_walk_that_is_too_large_is_as_good_as_none(folder: Path) -> None:
    file = leave_behind(folder, 1)
    file.write_text(dump(answered(1)) + " " * 2**18, encoding="utf-8")
    assert left_over(folder) == ()


def test_what_is_no_file_or_not_ours_is_left_alone(folder: Path, tmp_path: Path) -> None:
    leave_behind(folder, 1)
    (tmp_path / "elsewhere.json").write_text(dump(answered(2)), encoding="utf-8")
    (folder / f"{'a' * 16}.json").symlink_to(tmp_path / "elsewhere.json")
    (folder / f"{'b' * 16}.json").mkdir()
    (folder / f"{'c' * 16}.lock").mkdir()
    (folder / "notes.json").write_text(dump(answered(3)), encoding="utf-8")
    os.mkfifo(folder / f"{'d' * 16}.json")
    assert counts(folder) == [1]
    own = WalkFile.begin(folder)
    assert own.save(answered(4))
    own.discard()
    assert (folder / "notes.json").exists()
    assert (tmp_path / "elsewhere.json").exists()
    assert counts(folder) == [1]


def test_every_truncation_is_none_or_the_same(folder: Path) -> None:
    file = leave_behind(folder, 3)
    whole = file.read_bytes()
    for length in range(len(whole)):
        file.write_bytes(whole[:length])
        assert {left.walk == answered(3) for left in left_over(folder)} <= {True}
        if length < len(whole) - 1:
            assert left_over(folder) == ()


def test_where_nothing_can_be_written_the_app_learns_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "walks"):
        own = WalkFile.begin(folder)
        assert not own.save(answered(1))
        assert left_over(folder) == ()
        assert count_open(folder) == 0
        own.release()
        own.discard()


def test_a_disk_that_was_full_for_a_while_costs_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = WalkFile.begin(folder)

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    def tried(answers: int) -> bool:
        with monkeypatch.context() as patched:
            patched.setattr(Path, "replace", full)
            return own.save(answered(answers))

    assert not tried(1)
    assert own.save(answered(2))
    assert not tried(3)
    assert own.saved == answered(2)
    own.release()
    assert counts(folder) == [2]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_no_error(folder: Path) -> None:
    leave_behind(folder, 1)
    folder.chmod(0o500)
    try:
        own = WalkFile.begin(folder)
        assert not own.save(answered(2))
        (left,) = left_over(folder)
        claimed = WalkFile.claim(left)
        assert claimed is not None
        assert claimed.saved == answered(1)
        assert not claimed.save(answered(2))
        claimed.discard()
        assert counts(folder) == [1]
    finally:
        folder.chmod(0o700)


def test_what_was_deleted_meanwhile_is_not_written_again(folder: Path) -> None:
    own = WalkFile.begin(folder)
    assert own.save(answered(1))
    for file in folder.iterdir():
        file.unlink()
    assert not own.save(answered(2))
    own.discard()
    assert list(folder.iterdir()) == []
    assert own.save(answered(3))
    own.release()
    assert counts(folder) == [3]


def test_where_no_name_can_be_locked_the_app_learns_it(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("advisor.storage.walk_files.Lock.take", lambda _: None)
    assert not WalkFile.begin(folder).save(answered(1))
