"""The shipped trees, as written, for every test of the advice."""

from functools import cache
from pathlib import Path

from advisor.domain.district import DistrictDraft, TreeDraft
from advisor.library import Library, shipped_trees
from advisor.loading.read import read_district

ROOT = shipped_trees().resolve()
DISTRICTS = Library([ROOT]).districts


@cache
def draft(district: str) -> DistrictDraft:
    """Return a shipped district as written."""
    read, findings = read_district(ROOT / district, ROOT / "topics.yaml")
    assert read is not None, findings
    return read


TREES: list[tuple[str, str]] = [(district, each.tree.topic) for district in DISTRICTS for each in draft(district).trees]
"""Every shipped tree, as district and topic."""


def tree_draft(district: str, topic: str) -> TreeDraft:
    """Return one shipped tree as written."""
    return next(each for each in draft(district).trees if each.tree.topic == topic)


def tree_file(district: str, topic: str) -> Path:
    """Return the file of one shipped tree."""
    return ROOT / district / f"{topic}.yaml"
