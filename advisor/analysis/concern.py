"""What a check raises, what it may see, and how an author accepts a warning."""

from dataclasses import dataclass
from enum import Enum

from advisor.domain.district import TreeDraft
from advisor.domain.finding import Place, Source
from advisor.domain.tree import Accepted


class Stage(Enum):
    """Which trees a check sees."""

    SHAPE = "every tree; a tree in which it finds something is kept from the checks of paths"
    TEXT = "every tree, whatever its shape"
    DISTRICT = "every tree, where all could be read; its findings would be false while one is missing"
    PATHS = "trees of sound shape only: every path of theirs ends in an outcome"


@dataclass(frozen=True, slots=True)
class Concern:
    """Something wrong at one place of one file."""

    source: Source
    place: Place
    message: str


def accepts(entry: Accepted, draft: TreeDraft, concern: Concern) -> bool:
    """Tell whether an ``ignore`` entry of a tree is about the place of a concern; its check is compared elsewhere.

    The entry names the question or outcome that is concerned, or the topic, which holds them all.
    """
    return concern.source.file == draft.source.file and entry.at in (draft.tree.topic, *concern.place[1:2])
