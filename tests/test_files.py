"""Writing files whole or not at all."""

import os
from pathlib import Path

import pytest

from advisor.files import write_atomically, write_new


@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o644)])
def test_a_file_is_written_with_its_permissions(tmp_path: Path, private: bool, mode: int) -> None:
    file = tmp_path / "a.txt"
    before = os.umask(0o022)
    try:
        write_atomically(file, "line\r\n¶\n", private=private)
    finally:
        os.umask(before)
    assert file.read_bytes() == "line\r\n¶\n".encode()
    assert file.stat().st_mode & 0o777 == mode
    assert list(tmp_path.glob(".*")) == []


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(file, "new", private=True)
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.glob("*a.txt*")] == [("a.txt", "old")]
    assert list(tmp_path.glob(".*")) == []


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a.txt", "x", private=True)


def test_a_new_file_is_private_and_never_written_over(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_new(file, "line\r\n¶\n", private=True)
    with pytest.raises(FileExistsError):
        write_new(file, "other", private=True)
    assert file.read_bytes() == "line\r\n¶\n".encode()
    assert file.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.glob(".*")) == []


def test_where_a_file_has_one_name_only_a_new_one_is_still_never_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", unknown)
    file = tmp_path / "a.txt"
    write_new(file, "first", private=True)
    with pytest.raises(FileExistsError):
        write_new(file, "second", private=True)
    assert (file.read_text(encoding="utf-8"), file.stat().st_mode & 0o777) == ("first", 0o600)
    assert list(tmp_path.glob(".*")) == []


def test_a_new_file_that_cannot_be_written_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.link", full)
    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_new(tmp_path / "a.txt", "new", private=True)
    assert list(tmp_path.glob("*a.txt*")) == []
    assert list(tmp_path.glob(".*")) == []
