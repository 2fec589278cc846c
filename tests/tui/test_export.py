from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.record import Stamp
from advisor.domain.tree import Answer
from advisor.errors import AdvisorError
from advisor.render.checklist import NAMES, Checklist, of_decision, written
from advisor.render.checklist.formats import endings
from advisor.tui.export import asked_for_file, copy_natively, save_checklist
from tests.support.records import decided
from tests.tui.sample import KITES, sample_district

DISTRICT = sample_district()


def listed() -> Checklist:
    return of_decision(
        decided(DISTRICT, Consultation.begin([DISTRICT.trees[KITES]]).answer(Answer("inside"))), (), Stamp("2026-11-21")
    )


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is empty, and the current one."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def test_the_name_to_begin_with_is_still_free(folder: Path) -> None:
    for name in ("checklist-example-kites.md", "checklist-example-kites-2.md", "checklist-example-kites-3.md"):
        assert asked_for_file(listed(), folder).line == name
        (folder / name).symlink_to("nowhere")


@pytest.mark.parametrize("shape", NAMES)
def test_the_format_follows_the_ending(folder: Path, shape: str) -> None:
    name = f"mine.{endings(shape)[0].upper()}"
    assert save_checklist(listed(), f" {name} ") == folder / name
    assert (folder / name).read_bytes().decode() == written(listed(), shape)
    assert f".{endings(shape)[0]}" in asked_for_file(listed(), folder).hint


def test_a_name_under_the_persons_home(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(folder / "home"))
    (folder / "home").mkdir()
    assert save_checklist(listed(), "~/mine.txt") == folder / "home" / "mine.txt"


@pytest.mark.parametrize("name", ["", " ", "mine", "mine.docx", "~nobody-of-that-name", ".md"])
def test_an_ending_that_is_no_format_writes_nothing(folder: Path, name: str) -> None:
    with pytest.raises(AdvisorError, match=r"end it in one of \.csv \.html \.ics \.json \.md \.txt"):
        save_checklist(listed(), name)
    assert list(folder.iterdir()) == []


def test_a_file_that_exists_is_kept(folder: Path) -> None:
    (folder / "mine.md").write_text("mine", encoding="utf-8")
    with pytest.raises(AdvisorError, match=r"^mine\.md exists already; choose another name$"):
        save_checklist(listed(), "mine.md")
    assert (folder / "mine.md").read_text(encoding="utf-8") == "mine"


def test_a_full_disk_leaves_no_half_of_a_file(folder: Path) -> None:
    _, most = limits = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (20, most))
    try:
        with pytest.raises(AdvisorError, match=r"^cannot write mine\.md: File too large$"):
            save_checklist(listed(), "mine.md")
    finally:
        setrlimit(RLIMIT_FSIZE, limits)
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("folder")
def test_a_folder_that_is_not_there_is_named_as_the_reason() -> None:
    with pytest.raises(AdvisorError, match=r"^there is no folder none; make it first$"):
        save_checklist(listed(), "none/mine.md")


def test_the_desktops_own_program_gets_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "wl-copy"
    program.write_text(f"#!/bin/sh\n/bin/cat > {tmp_path}/copied\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    copy_natively("☐ a check")
    assert (tmp_path / "copied").read_text(encoding="utf-8") == "☐ a check"


def test_without_such_a_program_nothing_happens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    copy_natively("x")


@pytest.mark.parametrize("program", ["not a program", "#!/bin/sh\nexit 1\n", "#!/bin/sh\nexec /bin/sleep 60\n"])
def test_a_program_that_fails_or_hangs_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    file = tmp_path / "wl-copy"
    file.write_text(program)
    file.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("advisor.tui.export._PATIENCE", 0.2)
    copy_natively("x")
