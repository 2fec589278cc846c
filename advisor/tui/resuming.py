"""The walks that are left over, as they are offered, and what is said when one goes on."""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.progress import topics_asked
from advisor.domain.tree import Fact
from advisor.errors import AdvisorError
from advisor.storage.saved_walks import TakenUp, taken_up
from advisor.storage.walk_files import LeftOver, left_over

if TYPE_CHECKING:
    from advisor.tui.beginning import Shelf

MOST_OFFERED: Final = 3
"""How many are offered at once, the newest first; where one is finished or deleted, the next takes its place."""


class Resumable(NamedTuple):
    """A walk that is left over and can go on."""

    left: LeftOver
    district: District
    consultation: Consultation

    @property
    def subject(self) -> str:
        """What it is about: a topic's title, and how many more there are."""
        asked = [each.tree for each in topics_asked(self.consultation)] or list(self.consultation.trees)
        first, *more = [tree for tree in asked if tree.topic not in self.district.always] or asked
        return f"{first.title} and {len(more)} more" if more else first.title


def resumables(folder: Path, library: "Shelf") -> tuple[Resumable, ...]:
    """Return the walks to offer; those whose district or topics there are no longer are left out."""
    found: list[Resumable] = []
    for left in left_over(folder):
        with suppress(AdvisorError):
            district = library.district(left.walk.district)
            consultation = taken_up(left.walk, district).consultation
            if consultation.trees:
                found.append(Resumable(left, district, consultation))
    return tuple(found[:MOST_OFFERED])


def is_left_over(folder: Path, district: District, begun: Consultation) -> bool:
    """Tell whether a walk about just the topics of a consultation is left over, but for those that are always asked."""
    always = {*district.always}
    about = {tree.topic for tree in begun.trees} | always
    walks = [left.walk for left in left_over(folder) if left.walk.district == district.slug]
    return any({*walk.topics} | always == about for walk in walks)


def told(taken: TakenUp, district: District) -> str:
    """Return what a person has to know who goes on over other trees than before; empty where they are the same."""
    said: list[str] = []
    if taken.changed:
        changed = _listed(district.trees[topic].title for topic in taken.changed)
        said.append(
            f"The advice on {changed} has changed since; your answers were kept as far as they still are asked."
        )
    if taken.vanished:
        said.append(f"There is no advice on {_listed(map(_as_words, taken.vanished))} any more.")
    if taken.set_aside:
        said.append(f"Not kept: {_listed(_asked(fact, district) for fact in taken.set_aside)}")
    return " ".join(said)


def _asked(fact: Fact, district: District) -> str:
    question = district.questions.get(fact)
    return question.ask if question else _as_words(fact)


def _as_words(slug: str) -> str:
    return slug.replace("-", " ")


def _listed(names: Iterable[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
