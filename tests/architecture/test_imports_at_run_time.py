"""What a warm start loads: nothing that only checking, reading YAML or the app needs."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("textual", "rich", "networkx", "pydantic", "yaml")
DECIDE = ["decide", "moorhead", "student-images", "medium=public-network", "public-arena=yes"]


def loaded(code: str, cwd: Path) -> list[str]:
    listing = f"{code}\nimport sys; print([name for name in {HEAVY!r} if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", listing], cwd=cwd, capture_output=True, text=True, check=True)
    *_, last = ran.stdout.splitlines()
    names: list[str] = [name for name in HEAVY if repr(name) in last]
    return names


def decide() -> str:
    return (
        "import sys\nfrom advisor.cli.main import run\n"
        f"sys.argv = ['advisor', *{DECIDE!r}]\n"
        "try:\n    run()\nexcept SystemExit as end:\n    assert not end.code, end.code\n"
    )


def test_a_warm_decision_loads_no_heavy_package(tmp_path: Path) -> None:
    loaded(decide(), tmp_path)
    assert loaded(decide(), tmp_path) == []


def test_a_cold_decision_is_what_loads_them(tmp_path: Path) -> None:
    assert loaded(decide(), tmp_path) == ["networkx", "pydantic", "yaml"]


@pytest.mark.parametrize("module", ["advisor.tui.app", "advisor.library", "advisor.analysis.paths"])
def test_importing_loads_neither_checks_nor_yaml(module: str, tmp_path: Path) -> None:
    assert not {"networkx", "pydantic", "yaml"} & set(loaded(f"import {module}", tmp_path))
