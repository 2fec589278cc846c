"""The shipped trees have no finding at all, not even a warning; findings are shown as an author sees them."""

from advisor.library import Library
from advisor.render.findings import findings_text
from tests.trees.shipped import ROOT


def test_nothing_is_found() -> None:
    findings = Library([ROOT]).findings()
    assert not findings, findings_text(findings)
