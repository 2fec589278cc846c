"""Writing files whole or not at all."""

import os
from pathlib import Path

import pytest

from advisor.files import write_atomically


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
    assert list(tmp_path.glob(".a*")) == []


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_text("old", encoding="utf-8")

    def full(self: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(file, "new", private=True)
    assert [(each.name, each.read_text(encoding="utf-8")) for each in tmp_path.glob("*a.txt*")] == [("a.txt", "old")]
    assert list(tmp_path.glob(".a*")) == []


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_atomically(tmp_path / "none" / "a.txt", "x", private=True)
