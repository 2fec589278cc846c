from pathlib import Path
from resource import RLIMIT_FSIZE, getrlimit, setrlimit

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.tree import Answer
from advisor.errors import UnreadableFileError
from advisor.tui.export import Export, checklist_text, copy_natively, save_checklist
from tests.tui.sample import KITES, sample_district

DISTRICT = sample_district()


def decision() -> Decision:
    decided = Consultation.begin([DISTRICT.trees[KITES]]).answer(Answer("inside")).decision
    assert decided is not None
    return decided


def test_each_save_takes_a_name_that_is_still_free(tmp_path: Path) -> None:
    names = [save_checklist(Export(decision(), DISTRICT), tmp_path).name for _ in range(3)]
    assert names == ["checklist-example-kites.md", "checklist-example-kites-2.md", "checklist-example-kites-3.md"]
    assert (tmp_path / names[2]).read_text(encoding="utf-8") == checklist_text(Export(decision(), DISTRICT), "markdown")


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "checklist-example-kites.md").symlink_to(tmp_path / "elsewhere")
    save_checklist(Export(decision(), DISTRICT), tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_a_full_disk_leaves_no_half_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "checklist-example-kites.md").write_text("mine", encoding="utf-8")
    _, most = limits = getrlimit(RLIMIT_FSIZE)
    setrlimit(RLIMIT_FSIZE, (20, most))
    try:
        with pytest.raises(UnreadableFileError, match=r"cannot save checklist-example-kites\.md here: File too large"):
            save_checklist(Export(decision(), DISTRICT), tmp_path)
    finally:
        setrlimit(RLIMIT_FSIZE, limits)
    assert {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir() if file.is_file()} == {
        "checklist-example-kites.md": "mine"
    }


def test_a_folder_that_is_not_there_is_named_as_the_reason(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"cannot save checklist-example-kites\.md here: No such file"):
        save_checklist(Export(decision(), DISTRICT), tmp_path / "none")


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
