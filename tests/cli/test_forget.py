"""``advisor forget``: it says what it deletes, asks first, and names what it could not delete."""

import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from advisor.cli.main import run
from advisor.storage.forgetting import kept
from advisor.storage.walk_files import WalkFile, walks_folder
from tests.cli.conftest import Advisor
from tests.storage.another_app import another_app, answered

FORGET = [sys.executable, "-m", "advisor", "forget"]


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def a_walk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Leave a walk behind, and let nothing outside of the test be found."""
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))
    own = WalkFile.begin(walks_folder())
    assert own.save(answered(2))
    own.release()
    (file,) = walks_folder().glob("*.json")
    return file


def test_it_says_what_it_deleted(advisor: Advisor, a_walk: Path) -> None:
    ran = advisor("forget", "--yes")
    assert (ran.code, ran.out) == (0, f"deleted: walks to resume (1) in {a_walk.parent}\n")
    assert ran.err == f"Advisor keeps for you on this machine:\n- walks to resume (1) in {a_walk.parent}\n"
    assert not a_walk.exists()


def test_where_nothing_is_kept_it_says_so(advisor: Advisor) -> None:
    advisor("forget", "--yes")
    for words in ([], ["--yes"]):
        ran = advisor("forget", *words)
        assert (ran.code, ran.out, ran.err) == (0, "", "advisor: nothing is kept\n")


def test_without_a_terminal_it_needs_yes(advisor: Advisor, a_walk: Path) -> None:
    ran = advisor("forget", lines=["y"])
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.splitlines()[1:] == [
        f"- walks to resume (1) in {a_walk.parent}",
        "advisor: without a terminal nobody can be asked; to delete all this, add --yes",
    ]
    assert a_walk.exists()


def test_without_an_input_it_needs_yes(
    a_walk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    assert run(["forget"]) == 2
    assert "add --yes" in capsys.readouterr().err
    assert a_walk.exists()


@pytest.mark.parametrize(("reply", "gone"), [("y", True), ("yes", True), ("n", False), ("", False)])
def test_on_a_terminal_it_asks(
    a_walk: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], reply: str, gone: bool
) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(f"{reply}\n"))
    assert run(["forget"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("deleted: ") is gone
    assert said.err.endswith("advisor: nothing was deleted\n") is not gone
    assert a_walk.exists() is not gone


def test_a_person_who_leaves_at_the_question_deletes_nothing(a_walk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Terminal(""))
    assert run(["forget"]) == 130
    assert a_walk.exists()


def test_a_real_terminal_is_asked_beside_the_json(a_walk: Path) -> None:
    terminal, other_end = pty.openpty()
    world = {**os.environ, "TMPDIR": str(a_walk.parent)}
    with subprocess.Popen(
        [*FORGET, "--json"], stdin=other_end, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=world
    ) as asking:
        os.write(terminal, b"y\n")
        out, err = asking.communicate()
    os.close(terminal)
    os.close(other_end)
    assert "Delete all this? [y/N]: " in err
    assert json.loads(out) == {
        "deleted": [{"what": "walks to resume", "files": 1, "folder": str(a_walk.parent)}],
        "left": [],
    }


def test_json_says_that_nothing_was_deleted(advisor: Advisor) -> None:
    advisor("forget", "--yes")
    ran = advisor("forget", "--json")
    assert (ran.code, json.loads(ran.out)) == (0, {"deleted": [], "left": []})


def test_what_cannot_be_deleted_is_named(advisor: Advisor, a_walk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unlink = Path.unlink

    def refuse(self: Path, missing_ok: bool = False) -> None:
        if self == a_walk:
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    ran = advisor("forget", "--yes", "--json")
    assert ran.code == 2
    assert json.loads(ran.out) == {"deleted": [], "left": [{"path": str(a_walk), "because": "Permission denied"}]}
    assert ran.err.endswith(f"advisor: cannot delete {a_walk}: Permission denied\n")


def test_a_walk_that_is_open_elsewhere_is_told_and_deleted(advisor: Advisor) -> None:
    with another_app(walks_folder()) as other:
        assert other.ask("save 3") == "True"
        ran = advisor("forget", "--yes")
        assert ran.code == 0
        assert "Another running Advisor has walks open (1); they are deleted too" in ran.err
        assert not walks_folder().exists()
        assert other.ask("save 4") == "False"
    assert kept() == ()
