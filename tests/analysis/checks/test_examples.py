"""What ``advisor explain`` shows is true: a bad example has its finding and no other error, a good one has none."""

import re
from collections.abc import Iterable
from pathlib import Path
from textwrap import dedent

import pytest

from advisor.analysis import checks
from advisor.analysis.soundness import findings
from advisor.domain.finding import Finding, Severity
from advisor.loading.read import read_district

# What an example need not repeat, by file and key.
_REST = {
    "topics.yaml": {
        "facts": "facts: {shows-students: {say: It shows students}}",
        "topics": "topics: [{topic: student-images, title: Photos, group: post, when: {shows-students: yes}}]",
    },
    "policy.yaml": {
        "district": "district: Example Public Schools",
        "policy": "policy: '100'",
        "title": "title: An Example",
        "adopted": "adopted: 2020-01-01",
        "clauses": "clauses: [{id: I ¶1, kind: prohibition, gist: One.}, {id: I ¶2, kind: condition, gist: Two.}]",
    },
    "student-images.yaml": {"topic": "topic: student-images", "title": "title: Photos of students"},
}

_OF_A_PART = {"uncovered-clause", "uncovered-topic"}


@pytest.mark.parametrize("slug", checks.slugs())
def test_the_bad_example_has_this_finding_and_no_other_error(slug: str, tmp_path: Path) -> None:
    found = _found(_example(slug, "Bad"), tmp_path)
    assert slug in _slugs(found)
    assert _slugs(_errors(found)) <= {slug}


@pytest.mark.parametrize("slug", checks.slugs())
def test_the_good_example_has_no_such_finding_and_no_error(slug: str, tmp_path: Path) -> None:
    found = _found(_example(slug, "Good"), tmp_path)
    assert slug not in _slugs(found)
    assert _errors(found) == []


@pytest.mark.parametrize("slug", checks.slugs())
def test_a_finding_points_at_a_line_of_its_file(slug: str, tmp_path: Path) -> None:
    for finding in _found(_example(slug, "Bad"), tmp_path):
        lines = Path(finding.file).read_text(encoding="utf-8").splitlines()
        assert finding.quote == lines[finding.position.line - 1]


def _example(slug: str, kind: str) -> str:
    match = re.search(rf"^{kind}:\n\n((?: {{4}}.*\n|\n)+)", checks.explanation(slug), re.MULTILINE)
    assert match, f"{slug} has no {kind} example"
    return dedent(match[1])


def _found(example: str, folder: Path) -> list[Finding]:
    """Read an example as a district of its own, with the files and keys that it leaves out, and check it."""
    district = folder / "example"
    district.mkdir()
    for file, content in _files(example).items():
        target = folder / file if file == "topics.yaml" else district / file
        target.write_text(content, encoding="utf-8")
    draft, found = read_district(district, folder / "topics.yaml")
    assert draft is not None
    return [*found, *findings(draft)]


def _files(example: str) -> dict[str, str]:
    name, written = "student-images.yaml", dict.fromkeys(_REST, "")
    for line in example.splitlines():
        marker = re.fullmatch(r"# (\S+\.yaml)", line)
        if marker:
            name = marker[1]
        else:
            written[name] = written.get(name, "") + line + "\n"
    return {file: _completed(file, content) for file, content in written.items()}


def _completed(file: str, content: str) -> str:
    rest = _REST.get(file, {})
    missing = (line for key, line in rest.items() if not re.search(rf"^{key}:", content, re.MULTILINE))
    return "\n".join(["schema: 1", *missing, content])


def _slugs(found: Iterable[Finding]) -> set[str]:
    return {finding.check for finding in found}


def _errors(found: Iterable[Finding]) -> list[Finding]:
    """Return the errors, but for those that any district has of which an example shows one tree."""
    return [finding for finding in found if finding.severity is Severity.ERROR and finding.check not in _OF_A_PART]
