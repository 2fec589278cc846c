from pathlib import Path

import pytest

from advisor.tui.remembered import Remembered, recall, remember


def test_what_is_remembered_is_recalled(tmp_path: Path) -> None:
    file = tmp_path / "new" / "remembered.json"
    remember(file, Remembered("moorhead", "advisor-light"))
    assert recall(file) == Remembered("moorhead", "advisor-light")
    assert [each.name for each in file.parent.iterdir()] == ["remembered.json"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"nonsense",
        b"\xff\xfe",
        b"[]",
        b"null",
        b'{"district": 3, "theme": ["x"]}',
        b"[" * 4000,
        b'{"district": "' + b"x" * 10_000 + b'"}',
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
