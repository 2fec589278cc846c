"""Locks that end with their process."""

import errno
import fcntl
from pathlib import Path

import pytest

from advisor.storage.locks import Lock, is_held


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "a.lock"


def take(file: Path) -> Lock:
    lock = Lock.take(file)
    assert lock is not None
    return lock


def test_one_alone_has_it(file: Path) -> None:
    lock = take(file)
    assert is_held(file)
    assert Lock.take(file) is None
    assert lock.stands
    lock.release()
    assert not is_held(file)
    take(file).remove()
    assert not file.exists()


def test_asking_neither_makes_a_lock_nor_takes_one(file: Path) -> None:
    assert not is_held(file)
    assert not file.exists()
    take(file).release()
    assert not is_held(file)
    take(file).release()


def test_two_who_only_ask_are_not_in_each_others_way(file: Path) -> None:
    take(file).release()
    with file.open("r+b") as asked_by_another:
        fcntl.flock(asked_by_another, fcntl.LOCK_SH)
        assert not is_held(file)


def test_who_deletes_its_file_takes_it_away(file: Path) -> None:
    lock = take(file)
    file.unlink()
    assert not lock.stands
    other = take(file)
    assert not lock.stands
    assert other.stands
    lock.release()
    other.release()


def test_a_file_that_was_deleted_between_opening_and_locking_is_no_lock(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fcntl.flock", lambda *_: file.unlink())
    assert Lock.take(file) is None


@pytest.mark.parametrize("reason", [errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL])
def test_where_there_are_no_locks_everyone_gets_one(file: Path, monkeypatch: pytest.MonkeyPatch, reason: int) -> None:
    def fail(*_: int) -> None:
        raise OSError(reason, "no locks here")

    monkeypatch.setattr("fcntl.flock", fail)
    first, second = take(file), take(file)
    assert first.stands
    assert not is_held(file)
    first.release()
    second.remove()


def test_what_cannot_be_asked_counts_as_held(file: Path) -> None:
    file.mkdir()
    assert is_held(file)
    with pytest.raises(IsADirectoryError):
        Lock.take(file)
