"""The checks are found by name, and each is complete."""

from pathlib import Path

import pytest

from advisor.analysis import checks
from advisor.domain.finding import Severity
from advisor.errors import UnknownNameError
from tests.analysis.drafts import draft_of

WARNINGS = {
    "lone-option",
    "outcome-without-example",
    "pointless-question",
    "too-many-paths",
    "untested-option",
    "unused-ignore",
}


def test_every_file_is_a_check() -> None:
    folder = Path(checks.__file__).parent
    files = {file.stem.replace("_", "-") for file in folder.glob("*.py")} - {"--init--"}
    assert set(checks.slugs()) == files
    assert list(checks.slugs()) == sorted(files)


def test_which_checks_only_warn() -> None:
    assert {slug for slug in checks.slugs() if checks.find(slug).severity is Severity.WARNING} == WARNINGS


def test_what_can_be_ignored() -> None:
    assert {slug for slug in checks.slugs() if checks.find(slug).ignorable} == WARNINGS - {"unused-ignore"}


@pytest.mark.parametrize("slug", checks.slugs())
def test_an_empty_district_breaks_no_rule_but_coverage(slug: str) -> None:
    assert slug == "uncovered-clause" or list(checks.find(slug).run(draft_of())) == []


@pytest.mark.parametrize("slug", checks.slugs())
def test_an_explanation_says_what_and_what_to_do(slug: str) -> None:
    text = checks.explanation(slug)
    assert text.endswith("\n")
    assert "\n\nWhat to do: " in text
    assert text.index("What to do: ") < text.index("\nBad:\n") < text.index("\nGood:\n")


def test_an_unknown_check_offers_the_nearest() -> None:
    with pytest.raises(UnknownNameError, match=r'there is no check "cicle" — did you mean "cycle"\?'):
        checks.explanation("cicle")
