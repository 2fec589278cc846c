"""Everything that is kept for a person is found and deleted, and nothing else."""

import errno
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from advisor.cli.crash import keep_traceback
from advisor.storage.forgetting import forget, kept
from advisor.storage.walk_files import WalkFile, walks_folder
from advisor.tui.remembered import Remembered, remember, remembered_file
from tests.storage.another_app import answered

HEX = "0123456789abcdef" * 2


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the tests neither see nor delete what lies in the temporary folder of this machine."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


@pytest.fixture(params=["one", "several"])
def home(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give Advisor one folder for everything, as some systems do, or one for each purpose."""
    home = tmp_path / "home"
    if request.param == "several":
        for name in ("CACHE", "CONFIG", "DATA", "STATE"):
            monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.casefold()))
    return home


def write(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    return file


def used(home: Path) -> Mapping[str, Path]:
    """Use everything that Advisor has; return where the person's own things are."""
    from platformdirs import PlatformDirs  # noqa: PLC0415 - after the environment is set

    folders = PlatformDirs("advisor", appauthor=False)
    remember(remembered_file(), Remembered("moorhead", "advisor-light"))
    own = WalkFile.begin(walks_folder())
    assert own.save(answered(2))
    own.release()
    assert keep_traceback(ValueError("x"))
    write(remembered_file().with_name(".remembered.json.x7k"))
    for name in ("official-words", "records"):
        write(folders.user_data_path / name / "moorhead" / "one.json")
        write(folders.user_state_path / name / "two.json")
    write(folders.user_cache_path / "moorhead" / f"{HEX}.json")
    write(folders.user_cache_path / "moorhead" / f".{HEX}.json.x7k")
    return {
        "tree": write(folders.user_data_path / "trees" / "my-district" / "logo.yaml"),
        "note": write(folders.user_state_path / "notes.txt"),
        "other": write(folders.user_cache_path / "other" / "settings.json"),
    }


def files(folder: Path) -> set[Path]:
    return {file for file in folder.rglob("*") if not file.is_dir()}


def test_all_of_it_goes_and_what_is_the_persons_stays(home: Path) -> None:
    theirs = used(home)
    things = kept()
    assert {thing.what for thing in things} == {
        "district and theme chosen last, and who you are",
        "walks to resume",
        "words of official texts",
        "records",
        "details of crashes",
        "cache of trees",
    }
    assert sum(thing.files for thing in things) == len(files(home)) - len(theirs) - len(list(home.rglob("*.lock")))
    assert forget(things) == {}
    assert files(home) == set(theirs.values())
    assert kept() == ()


def test_no_empty_folder_stays(home: Path) -> None:
    for file in used(home).values():
        file.unlink()
    assert forget(kept()) == {}
    left = {folder.name for folder in home.rglob("*")}
    assert left <= {"trees", "my-district", "other", "advisor", "cache", "data", "state"}
    assert not walks_folder().exists()
    assert not remembered_file().parent.joinpath("log").exists()


def test_where_nothing_is_kept_nothing_is_found(home: Path) -> None:
    assert kept() == ()
    assert forget(()) == {}
    assert home.exists()


def test_a_crash_that_was_kept_in_the_temporary_folder_goes_too(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (temporary / "file").write_text("", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("platformdirs.user_log_path", lambda *_, **__: temporary / "file" / "log")
        crash = keep_traceback(ValueError("x"))
    assert crash is not None
    assert crash.parent == temporary
    (thing,) = kept()
    assert (thing.what, thing.paths) == ("details of crashes", (crash,))
    (temporary / "file").unlink()
    assert forget([thing]) == {}
    assert list(temporary.iterdir()) == []


def test_what_another_person_left_in_the_temporary_folder_is_not_ours(
    temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(temporary / "advisor-crash-1.txt")
    (temporary / "advisor-crash-2.txt").symlink_to(temporary / "none")
    monkeypatch.setattr("os.getuid", lambda: temporary.stat().st_uid + 1)
    assert kept() == ()


def test_a_link_is_deleted_and_not_what_it_leads_to(home: Path, tmp_path: Path) -> None:
    theirs = write(tmp_path / "elsewhere" / "theirs.txt")
    records = walks_folder().parent / "records"
    write(records / "one.json")
    (records / "folder").symlink_to(theirs.parent)
    (records / "file").symlink_to(theirs)
    assert forget(kept()) == {}
    assert not records.exists()
    assert theirs.exists()


def test_a_folder_that_is_a_link_goes_with_what_it_holds(home: Path, tmp_path: Path) -> None:
    held = write(tmp_path / "disk" / "one.json")
    records = walks_folder().parent / "records"
    records.parent.mkdir(parents=True)
    records.symlink_to(held.parent)
    assert forget(kept()) == {}
    assert not held.exists()
    assert not records.is_symlink()


def test_an_open_walk_is_deleted_and_saved_no_more(home: Path) -> None:
    own = WalkFile.begin(walks_folder())
    assert own.save(answered(1))
    (thing,) = kept()
    assert [path.suffix for path in thing.paths] == [".lock", ".json", ""]
    assert forget([thing]) == {}
    assert not own.save(answered(2))
    own.release()
    assert kept() == ()


def test_what_cannot_be_deleted_is_named_once(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    used(home)
    (stuck,) = walks_folder().glob("*.json")
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self == stuck:
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert forget(kept()) == {stuck: "Permission denied"}
    assert [path for thing in kept() for path in thing.paths] == [stuck, stuck.parent]


def test_what_is_gone_already_is_no_failure(home: Path) -> None:
    used(home)
    things = kept()
    assert forget(things) == {}
    assert forget(things) == {}


def test_what_was_written_meanwhile_is_named(home: Path) -> None:
    used(home)
    things = kept()
    write(walks_folder() / "late.json")
    assert forget(things) == {walks_folder(): os.strerror(errno.ENOTEMPTY)}
