"""The official words of a policy, as a person brought them: kept in that person's own data folder and nowhere else.

Words are shown only while the register still bears the digest under which they were imported.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path
from typing import Final

from advisor.domain.policy import Clause, DistrictSlug, Locator, Policy
from advisor.errors import UnreadableFileError
from advisor.plain_text import visible

LEFT_OUT: Final = "[…]"
"""What stands for the clauses of a paragraph whose words are not known."""

_SCHEMA: Final = 1
_LARGEST: Final = 4_000_000
_NOT_KEPT: Final = "this is no file that Advisor keeps"


@dataclass(frozen=True, slots=True)
class Passage:
    """What the official text says under one clause."""

    digest: str
    """The clause's digest when the words were imported."""
    words: str
    """Plain text in one line."""


@dataclass(frozen=True, slots=True)
class OfficialWords:
    """The official words of a policy's clauses, or of some of them."""

    district: DistrictSlug
    policy: str = ""
    """The policy's number; empty where nothing is known."""
    passages: Mapping[Locator, Passage] = field(default_factory=dict)

    def words(self, clause: Clause) -> str:
        """Return the official words of a clause; empty where they are not known, or the register changed since."""
        passage = self.passages.get(clause.id)
        return passage.words if passage and passage.digest == clause.digest else ""


def imported(policy: Policy, clauses: Mapping[Locator, str]) -> OfficialWords:
    """Return the official words of some clauses of a policy, under the digests that its register bears today."""
    passages = {
        clause.id: Passage(clause.digest, clauses[clause.id]) for clause in policy.clauses if clauses.get(clause.id)
    }
    return OfficialWords(policy.district, policy.number, passages)


def official_words_of(cites: Iterable[Locator], policy: Policy, kept: OfficialWords) -> Mapping[Locator, str]:
    """Return, by citation, what the official text says there; a citation of which nothing is known is left out.

    Where only some clauses of a cited unit are known, the gap between them is marked.
    """
    found = {cite: [kept.words(clause) for clause in policy.cited(cite)] for cite in cites}
    return {cite: _with_gaps(passages) for cite, passages in found.items() if any(passages)}


def official_words_file(district: DistrictSlug) -> Path:
    """Return where a district's official words are kept for this person."""
    from platformdirs import user_data_path  # noqa: PLC0415 - an import of this module should cost nothing

    return user_data_path("advisor", appauthor=False) / "official-words" / f"{district}.json"


def keep(official: OfficialWords) -> Path:
    """Keep official words in place of those kept of the same district before, and return where they are.

    Raises:
        UnreadableFileError: they cannot be written, or are too many.
    """
    from advisor.files import write_atomically  # noqa: PLC0415 - tempfile loads only to write

    file = official_words_file(official.district)
    text = _dump(official)
    if len(text) > _LARGEST:
        raise UnreadableFileError(f"the words are too long to keep: {len(text):,} characters, of {_LARGEST:,} at most")
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_atomically(file, text, private=True)
    except OSError as error:
        raise UnreadableFileError(f"cannot write {visible(str(file))}: {error.strerror}") from error
    return file


def recall(district: DistrictSlug) -> OfficialWords:
    """Return what is kept of a district's official words; a file that holds anything unexpected is as good as none."""
    try:
        with official_words_file(district).open("rb") as stream:
            content = stream.read(_LARGEST + 1)
        return _load(content, district)
    except (OSError, ValueError, RecursionError):
        return OfficialWords(district)


def _with_gaps(passages: Iterable[str]) -> str:
    parts = [words or LEFT_OUT for words in passages]
    return " ".join(part for before, part in pairwise(["", *parts]) if not before == part == LEFT_OUT)


def _dump(official: OfficialWords) -> str:
    passages = {id_: {"digest": each.digest, "words": each.words} for id_, each in official.passages.items()}
    record = {"schema": _SCHEMA, "district": official.district, "policy": official.policy, "clauses": passages}
    return json.dumps(record, indent=1) + "\n"


def _load(content: bytes, district: DistrictSlug) -> OfficialWords:
    """Read what was dumped.

    Raises:
        ValueError: it is anything else.
    """
    if len(content) > _LARGEST:
        raise ValueError(_NOT_KEPT)
    match json.loads(content):
        case {"schema": schema, "district": named, "policy": str(policy), "clauses": dict(clauses)} if (
            schema == _SCHEMA and named == district
        ):
            passages = {Locator(id_): _passage(each) for id_, each in clauses.items()}
            return OfficialWords(district, _plain(policy), passages)
        case _:
            raise ValueError(_NOT_KEPT)


def _passage(kept: object) -> Passage:
    match kept:
        case {"digest": str(digest), "words": str(words)} if digest and words:
            return Passage(digest, _plain(words))
        case _:
            raise ValueError(_NOT_KEPT)


def _plain(text: str) -> str:
    if visible(text) != text:
        raise ValueError(_NOT_KEPT)
    return text
