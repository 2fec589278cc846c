"""The trees on this machine: find them, load them, check them once, keep them compiled, hand out sound ones.

A compiled district is kept in the user's cache under the digest of every file that went into it and of the checks; a
warm start reads nothing else. A cache that cannot be read or written is no error.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import Final, Self

from advisor.domain.district import District, DistrictDraft, silent_tree
from advisor.domain.finding import Finding, Severity
from advisor.domain.policy import DistrictSlug
from advisor.errors import AdvisorError, UnknownNameError, UnreadableFileError
from advisor.loading import POLICY_FILE, TOPICS_FILE, compiled, content
from advisor.plain_text import visible

TREES_VARIABLE: Final = "ADVISOR_TREES"
_PACKAGE: Final = Path(__file__).parent


class UnsoundDistrictError(AdvisorError):
    """Raise when a district has error findings, so that none of its trees may be walked."""

    def __init__(self, slug: str, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        first = next(finding for finding in findings if finding.severity is Severity.ERROR)
        place = f"{visible(first.file)}:{first.position.line}:{first.position.column}"
        super().__init__(
            f"the trees of {visible(slug)} have errors, so they are not used; "
            f"the first: {place}: {first.message} (advisor check shows all)"
        )


class Library:
    """The trees of one or several folders; the first folder that has a district wins it."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(roots)
        self._sound: dict[str, District] = {}

    @classmethod
    def find(cls, trees: Path | None = None) -> Self:
        """Find the trees on this machine: a named folder, then the user's own, then those that came with Advisor.

        Args:
            trees: a folder that wins over the others; by default the one that ``$ADVISOR_TREES`` names.

        Raises:
            UnreadableFileError: the named folder is none, or holds no district.
        """
        named = trees or (Path(os.environ[TREES_VARIABLE]) if os.environ.get(TREES_VARIABLE) else None)
        if named is not None:
            _require_library(named, "" if trees else f"${TREES_VARIABLE}: ")
        roots = [named, _users_trees(), shipped_trees()]
        return cls([root for root in roots if root is not None and root.is_dir()])

    @classmethod
    def only(cls, trees: Path) -> Self:
        """Take one folder alone, without the user's trees and those that came with Advisor.

        Raises:
            UnreadableFileError: it is no folder, or holds no district.
        """
        _require_library(trees)
        return cls([trees])

    @cached_property
    def _folders(self) -> Mapping[DistrictSlug, Path]:
        found: dict[DistrictSlug, Path] = {}
        for root in self.roots:
            for folder in _district_folders(root):
                found.setdefault(DistrictSlug(folder.name), folder)
        return dict(sorted(found.items()))

    @property
    def districts(self) -> tuple[DistrictSlug, ...]:
        """Every district, by name."""
        return tuple(self._folders)

    def district(self, slug: str) -> District:
        """Return a district whose trees are sound.

        Raises:
            UnknownNameError: there is no such district.
            UnsoundDistrictError: a check found an error in its trees.
        """
        if slug not in self._sound:
            kept = _Kept(*self._files(slug))
            self._sound[slug] = kept.read() or self._compile(DistrictSlug(slug), kept)
        return self._sound[slug]

    def read(self, slug: str) -> tuple[DistrictDraft | None, tuple[Finding, ...]]:
        """Read a district as written, with what is wrong with its files; no check is run.

        Raises:
            UnknownNameError: there is no such district.
        """
        from advisor.loading.read import read_district  # noqa: PLC0415 - pydantic and yaml load only to read

        return read_district(*self._files(slug))

    def draft(self, slug: str) -> tuple[DistrictDraft | None, tuple[Finding, ...]]:
        """Read a district as written, with whatever its files or a check show to be wrong.

        Raises:
            UnknownNameError: there is no such district.
        """
        from advisor.analysis.soundness import findings  # noqa: PLC0415 - networkx loads only to check

        draft, unread = self.read(slug)
        complete = not any(finding.severity is Severity.ERROR for finding in unread)
        return draft, (*unread, *(findings(draft, complete=complete) if draft else ()))

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings of all districts, in the order of files and places."""
        found = {finding: None for slug in self.districts for finding in self.draft(slug)[1]}
        return tuple(sorted(found, key=lambda finding: (finding.file, finding.position, finding.check)))

    def policy_file(self, slug: str) -> Path:
        """Return the file of a district's register.

        Raises:
            UnknownNameError: there is no such district.
        """
        return self._files(slug)[0] / POLICY_FILE

    def _compile(self, slug: DistrictSlug, kept: "_Kept") -> District:
        from advisor.analysis.soundness import sound_tree  # noqa: PLC0415 - networkx loads only to check

        draft, findings = self.draft(slug)
        if draft is None or any(finding.severity is Severity.ERROR for finding in findings):
            raise UnsoundDistrictError(slug, findings)
        trees = {each.tree.topic: sound_tree(each.tree) for each in draft.trees}
        for topic in draft.topics.topics:
            if topic.topic in draft.policy.silent_on:
                trees[topic.topic] = silent_tree(draft.policy, topic)
        in_menu_order = {topic.topic: trees[topic.topic] for topic in draft.topics.topics if topic.topic in trees}
        district = District(slug, draft.policy, draft.topics, in_menu_order)
        kept.write(district)
        return district

    def _files(self, slug: str) -> tuple[Path, Path]:
        """Return a district's folder, and the topics file of its own root or of the next one that has one."""
        folder = self._folders.get(DistrictSlug(slug))
        if folder is None:
            raise UnknownNameError("district", slug, self._folders)
        own = folder.parent
        later = self.roots[self.roots.index(own) :]
        return folder, next((root / TOPICS_FILE for root in later if (root / TOPICS_FILE).is_file()), own / TOPICS_FILE)


def shipped_trees() -> Path:
    """Return the folder of the trees that came with Advisor: inside an installed package, beside it in a checkout."""
    inside = _PACKAGE / "trees"
    return inside if inside.is_dir() else _nearby(_PACKAGE.parent / "trees")


def _users_trees() -> Path:
    from platformdirs import user_data_path  # noqa: PLC0415 - only a search for trees needs it

    return user_data_path("advisor", appauthor=False) / "trees"


def _nearby(folder: Path) -> Path:
    """Return a folder as it is named from here, where that is shorter."""
    try:
        here = Path.cwd()
    except OSError:  # the folder that the command was started in has been deleted
        return folder
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


def _require_library(folder: Path, origin: str = "") -> None:
    """Raise where a folder holds no districts.

    Args:
        folder: the folder that was named.
        origin: where it was named, for the message.
    """
    shown = f"{origin}{visible(str(folder))}"
    if not folder.is_dir():
        raise UnreadableFileError(f"{shown} is no folder; name a folder that holds districts' folders")
    if (folder / POLICY_FILE).exists():
        raise UnreadableFileError(f"{shown} is one district's folder; name the folder above it")
    if not any(_district_folders(folder)):
        raise UnreadableFileError(
            f"{shown} holds no district, that is a folder with a {POLICY_FILE} and trees; make one, or name another"
        )


def _district_folders(root: Path) -> Iterator[Path]:
    """Yield the folders that hold a district's YAML files; hidden ones hold none."""
    try:
        for folder in sorted(root.iterdir()):
            if not folder.name.startswith(".") and folder.is_dir() and any(folder.glob("*.yaml")):
                yield folder
    except OSError as error:
        raise UnreadableFileError(f"cannot read {visible(str(root))}: {error.strerror}") from error


class _Kept:
    """A compiled district in the user's cache."""

    def __init__(self, folder: Path, topics_file: Path) -> None:
        self.slug = folder.name
        self.digest = _digest([*sorted(folder.glob("*.yaml")), topics_file])

    @property
    def file(self) -> Path:
        from platformdirs import user_cache_path  # noqa: PLC0415 - only a search for trees needs it

        return user_cache_path("advisor", appauthor=False) / self.slug / f"{self.digest}.json"

    def read(self) -> District | None:
        """Return what was kept, or none where nothing usable was."""
        try:
            return compiled.load(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return None

    def write(self, district: District) -> None:
        """Keep a district in place of what was kept of it before."""
        from advisor.files import write_atomically  # noqa: PLC0415 - tempfile loads only to write

        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self.file, compiled.dump(district), private=True)
            for older in self.file.parent.glob("*.json"):
                if older != self.file:
                    older.unlink(missing_ok=True)
        except OSError:
            return


def _digest(files: Sequence[Path]) -> str:
    """Return the digest of what a compiled district depends on: its files, and the code that reads and checks them."""
    digest = blake2b(digest_size=16)
    for file in files:
        try:
            read = content(file)
        except OSError:
            read = b""
        digest.update(os.fsencode(file.name) + f"\0{len(read)}\0".encode())
        digest.update(read)
    for package in ("domain", "loading", "analysis", "analysis/checks"):
        for module in sorted(os.scandir(_PACKAGE / package), key=lambda entry: entry.name):
            if module.name.endswith(".py"):
                written = module.stat()
                digest.update(f"{module.name}\0{written.st_size}\0{written.st_mtime_ns}\0".encode())
    return digest.hexdigest()
