"""What a warm start loads: nothing that only checking, reading YAML or the app needs."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "networkx", "pydantic", "yaml")
DECIDE = ["decide", "moorhead", "student-images", "medium=public-network"]
ALLOWED = [*DECIDE, "public-arena=yes"]
DENIED = [*DECIDE, "public-arena=no", "consent=no", "own-child=no", "faces-hidden=yes"]


def loaded(code: str, cwd: Path, asked: tuple[str, ...] = HEAVY) -> list[str]:
    listing = f"{code}\nimport sys; print([name for name in {asked!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", listing], cwd=cwd, capture_output=True, text=True, check=True)
    *_, last = ran.stdout.splitlines()
    names: list[str] = [name for name in asked if repr(name) in last]
    return names


def decide(words: list[str]) -> str:
    return (
        "import sys\nfrom advisor.cli.main import run\n"
        f"sys.argv = ['advisor', *{words!r}]\n"
        "try:\n    run()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
    )


def test_only_a_decision_that_is_kept_loads_what_keeps_it(tmp_path: Path) -> None:
    keeping = ("advisor.domain.record", "advisor.storage.records")
    loaded(decide(ALLOWED), tmp_path)
    assert loaded(decide(ALLOWED), tmp_path, keeping) == []
    assert loaded(decide([*ALLOWED, "--keep"]), tmp_path, keeping) == list(keeping)
    assert loaded(decide([*ALLOWED, "--keep"]), tmp_path) == []


def test_records_are_read_and_decided_again_without_yaml_checks_and_the_app(tmp_path: Path) -> None:
    loaded(decide([*ALLOWED, "--keep"]), tmp_path)
    assert loaded(decide(["records", "verify", "--all"]), tmp_path) == ["pydantic"]
    assert loaded(decide(["records", "delete", "--help"]), tmp_path) == []


@pytest.mark.parametrize("words", [ALLOWED, DENIED])
def test_a_warm_decision_loads_no_heavy_package(words: list[str], tmp_path: Path) -> None:
    loaded(decide(words), tmp_path)
    assert loaded(decide(words), tmp_path) == []


def test_a_cold_decision_is_what_loads_them(tmp_path: Path) -> None:
    assert loaded(decide(ALLOWED), tmp_path) == ["networkx", "pydantic", "yaml"]


def test_only_what_is_not_allowed_is_searched_for_a_remedy(tmp_path: Path) -> None:
    search = ("advisor.analysis.remedy",)
    loaded(decide(ALLOWED), tmp_path)
    assert loaded(decide(ALLOWED), tmp_path, search) == []
    assert loaded(decide(DENIED), tmp_path, search) == list(search)


@pytest.mark.parametrize("module", ["advisor.tui.app", "advisor.library", "advisor.analysis.paths"])
def test_importing_loads_neither_checks_nor_yaml(module: str, tmp_path: Path) -> None:
    assert not {"networkx", "pydantic", "yaml"} & set(loaded(f"import {module}", tmp_path))
