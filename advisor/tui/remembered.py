"""What is remembered between runs: the district a person chose, who they are there, and the theme.

No other answer is among it, and no text. A file that cannot be read, or holds anything unexpected, is as good as none;
one that cannot be written is no error.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final, Self

from advisor.domain.district import District
from advisor.domain.tree import UNSURE, Answer, Fact
from advisor.files import write_atomically

_LONGEST: Final = 2**16


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a person chose the last time; a blank where nothing is known."""

    district: str = ""
    theme: str = ""
    who: Mapping[str, Mapping[Fact, Answer]] = field(default_factory=dict)
    """By district, the answers that are about the person."""

    def who_in(self, district: District) -> Mapping[Fact, Answer]:
        """Return who the person is in a district, as far as it still asks for that."""
        asked = district.about_the_person
        known = self.who.get(district.slug, {})
        return {fact: known[fact] for fact, question in asked.items() if question.option(known.get(fact, UNSURE))}

    def with_who(self, answers: Mapping[Fact, Answer], district: District) -> Self:
        """Remember who the person is in a district, where that is among some answers and they were sure."""
        said = {fact: answers[fact] for fact in district.about_the_person if fact in answers}
        sure = {fact: answer for fact, answer in said.items() if answer != UNSURE}
        return replace(self, who={**self.who, district.slug: sure}) if said else self

    def forgotten(self, district: District) -> Self:
        """Forget who the person is in a district."""
        return replace(self, who={slug: who for slug, who in self.who.items() if slug != district.slug})


class Memory:
    """What is remembered, and its file."""

    def __init__(self) -> None:
        self._file = remembered_file()
        self.remembered = recall(self._file)

    def keep(self, choice: Remembered) -> None:
        """Remember a choice; one that is remembered already is not written again."""
        if choice != self.remembered:
            self.remembered = choice
            remember(self._file, choice)


def remembered_file() -> Path:
    """Return where it is kept on this machine."""
    from platformdirs import user_state_path  # noqa: PLC0415 - only the app without arguments needs it

    return user_state_path("advisor", appauthor=False) / "remembered.json"


def recall(file: Path) -> Remembered:
    """Read what was remembered. It may name a district or a theme that does not exist."""
    try:
        with file.open("rb") as stream:
            kept = json.loads(stream.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return Remembered()
    if not isinstance(kept, dict):
        return Remembered()
    return Remembered(_text(kept.get("district")), _text(kept.get("theme")), _by_district(kept.get("who")))


def remember(file: Path, choice: Remembered) -> None:
    """Write it whole or not at all."""
    with suppress(OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(file, json.dumps(asdict(choice)), private=True)


def _text(kept: object) -> str:
    return kept if isinstance(kept, str) else ""


def _by_district(kept: object) -> Mapping[str, Mapping[Fact, Answer]]:
    """Return what looks like answers; whether a district asks for them is not known here."""
    if not isinstance(kept, dict):
        return {}
    return {slug: answers for slug, answers in kept.items() if isinstance(answers, dict) and _are_texts(answers)}


def _are_texts(answers: Mapping[object, object]) -> bool:
    return all(isinstance(answer, str) for answer in answers.values())
