"""Discovery: which files make up a district, and all of them read into one draft."""

from collections.abc import Iterator
from pathlib import Path

from advisor.domain.district import DistrictDraft, TreeDraft
from advisor.domain.finding import Finding, Position, Severity, Source
from advisor.domain.policy import DistrictSlug
from advisor.loading import POLICY_FILE, content
from advisor.loading.parsing import parse_policy, parse_topics, parse_tree
from advisor.loading.yaml_text import UNREADABLE


def read_district(folder: Path, topics_file: Path) -> tuple[DistrictDraft | None, tuple[Finding, ...]]:
    """Read a district's policy and trees.

    Args:
        folder: the district's folder; its name is the district's.
        topics_file: what can be asked.

    Returns:
        The draft, without the trees that could not be read, or none where the policy or the topics could not be;
        and what was wrong with the files.
    """
    slug = DistrictSlug(folder.name)
    findings: list[Finding] = []
    topics = policy = None
    if (text := _read(topics_file, findings)) is not None:
        topics, found = parse_topics(text, str(topics_file))
        findings += found
    if (text := _read(folder / POLICY_FILE, findings)) is not None:
        policy, found = parse_policy(text, str(folder / POLICY_FILE), slug)
        findings += found
    trees: list[TreeDraft] = []
    for file in tree_files(folder):
        if (text := _read(file, findings)) is not None:
            tree, found = parse_tree(text, str(file), slug)
            trees += [tree] if tree else []
            findings += found
    findings += _misnamed(folder)
    if topics is None or policy is None:
        return None, tuple(findings)
    return DistrictDraft(slug, *policy, *topics, tuple(trees)), tuple(findings)


def tree_files(folder: Path) -> list[Path]:
    """Return a district's tree files, by name."""
    return sorted(file for file in folder.glob("*.yaml") if file.name != POLICY_FILE)


def _misnamed(folder: Path) -> Iterator[Finding]:
    """Yield a finding for every file that its author surely takes for one that is read."""
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.suffix != ".yaml" and file.suffix.casefold() in {".yaml", ".yml"}:
            message = f"{file.name} is not read; name it {file.stem}.yaml"
            yield Source(str(file), ()).finding(UNREADABLE, Severity.WARNING, Position(1, 1), message)


def _read(file: Path, findings: list[Finding]) -> bytes | None:
    """Read a file's bytes; a file that cannot be read is a finding."""
    try:
        return content(file)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        findings.append(
            Source(str(file), ()).finding(UNREADABLE, Severity.ERROR, Position(1, 1), f"cannot read it: {reason}")
        )
        return None
