"""What is generated is current, and what the documents name exists."""

import re
from pathlib import Path

import pytest

from advisor.analysis import checks
from tools.generate import generated

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def test_generated_files_are_current() -> None:
    stale = [file.relative_to(ROOT) for file, text in generated().items() if file.read_text(encoding="utf-8") != text]
    assert not stale, "run: python -m tools.generate"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    targets = LINK.findall(document.read_text(encoding="utf-8"))
    assert [target for target in targets if not (document.parent / target).exists()] == []


def test_the_map_is_short() -> None:
    assert len((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 150


def test_every_package_of_the_map_exists() -> None:
    named = re.findall(r"^\| `(advisor/[\w/.]+)`", (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert len(named) > 5
    assert [name for name in named if not (ROOT / name).exists()] == []


@pytest.mark.parametrize("slug", checks.slugs())
def test_every_check_explains_itself(slug: str) -> None:
    explained = checks.explanation(slug)
    assert "Bad:" in explained
    assert "Good:" in explained
