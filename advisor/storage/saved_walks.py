"""What is saved of a consultation, and how it is taken up again.

It is ids only: a district, topics, facts, answers and digests, never a text. The trees may have changed meanwhile, so
nothing of a place in them is saved: the answers are given again, by fact.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Final, Self

from advisor.domain.applicability import applies
from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug, TopicSlug
from advisor.domain.tree import Answer, Fact, SoundTree, answers_offered
from advisor.plain_text import visible

_SCHEMA: Final = 1
_LONGEST_ID: Final = 200


@dataclass(frozen=True, slots=True)
class SavedWalk:
    """How far a person came; make one with `SavedWalk.of`, and the later ones of the same consultation with `at`."""

    district: DistrictSlug
    digests: Mapping[TopicSlug, str]
    """The topics in topic order, each with the digest of the tree that was walked."""
    group: str
    """The group that the first screen asked about, where its facts say which topics apply; blank where they were named.
    """
    answers: Mapping[Fact, Answer]
    """In the order in which they were given."""
    dormant: Mapping[Fact, Answer]
    finished: bool
    """Whether no question was open."""

    @classmethod
    def of(cls, consultation: Consultation, group: str = "") -> Self:
        """Return what is saved of a consultation.

        Raises:
            ValueError: it is about no topic.
        """
        if not consultation.trees:
            raise ValueError("a consultation about nothing cannot be saved")
        digests = {tree.topic: walked_digest(tree) for tree in consultation.trees}
        begun = cls(consultation.trees[0].district, digests, group, {}, {}, finished=False)
        return begun.at(consultation)

    def at(self, consultation: Consultation) -> Self:
        """Return what is saved of the same consultation further on; the trees are not digested again."""
        finished = consultation.question is None
        return replace(self, answers=consultation.answers, dormant=consultation.dormant, finished=finished)

    @property
    def topics(self) -> tuple[TopicSlug, ...]:
        """The topics, in topic order."""
        return tuple(self.digests)


def walked_digest(tree: SoundTree) -> str:
    """Return a digest of what a person meets in a tree: its start, questions and outcomes.

    It is the same in every process. What only its authors see, such as its examples, is left out.
    """
    met = repr((tree.start, tree.questions, tree.outcomes))
    return blake2b(met.encode(errors="surrogatepass"), digest_size=8).hexdigest()


def dump(walk: SavedWalk) -> str:
    """Return a saved walk as JSON."""
    kept = {
        "schema": _SCHEMA,
        "district": walk.district,
        "topics": dict(walk.digests),
        "group": walk.group,
        "answers": dict(walk.answers),
        "dormant": dict(walk.dormant),
        "finished": walk.finished,
    }
    return json.dumps(kept) + "\n"


def load(text: str) -> SavedWalk | None:
    """Return what `dump` wrote, or none where it is anything else."""
    try:
        kept: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    match kept:
        case {
            "schema": 1,
            "district": str(district),
            "topics": dict(digests),
            "group": str(group),
            "answers": dict(answers),
            "dormant": dict(dormant),
            "finished": bool(finished),
        } if digests and _are_ids(_words({district: group}, digests, answers, dormant)):
            return SavedWalk(DistrictSlug(district), digests, group, answers, dormant, finished)
    return None


def _words(*mappings: Mapping[object, object]) -> Iterable[object]:
    for mapping in mappings:
        yield from mapping
        yield from mapping.values()


def _are_ids(words: Iterable[object]) -> bool:
    """Tell whether words can be ids: short, and plain to see; whether they name anything is not known here."""
    together = ""
    for word in words:
        if not isinstance(word, str) or len(word) > _LONGEST_ID:
            return False
        together += word
    return visible(together) == together


@dataclass(frozen=True, slots=True)
class TakenUp:
    """A saved walk, taken up again over the trees of today."""

    consultation: Consultation
    """About the topics that there still are; about nothing where there is none."""
    changed: tuple[TopicSlug, ...]
    """The topics whose tree is another than the one that was walked, or is new, as far as they apply."""
    vanished: tuple[TopicSlug, ...]
    """The topics that there are no longer."""
    set_aside: Mapping[Fact, Answer]
    """The answers that could not be kept, because nothing asks for the fact any more or offers the answer."""


def taken_up(saved: SavedWalk, district: District) -> TakenUp:
    """Give the saved answers again, by fact.

    With unchanged trees it is the consultation that was saved. Answers whose questions the person no longer meets
    become dormant.
    """
    trees = district.trees_again(saved.topics, by_first_facts=bool(saved.group))
    offered = answers_offered(trees)
    answers = {fact: answer for fact, answer in saved.answers.items() if answer in offered.get(fact, ())}
    dormant = {fact: answer for fact, answer in saved.dormant.items() if answer in offered.get(fact, (answer,))}
    consultation = Consultation.begin(trees, answers, dormant)
    touched = [each.tree for each in consultation.walks if each.path is None or applies(each.path.outcome)]
    return TakenUp(
        consultation=consultation,
        changed=tuple(tree.topic for tree in touched if walked_digest(tree) != saved.digests.get(tree.topic)),
        vanished=tuple(topic for topic in saved.topics if topic not in district.trees),
        set_aside={fact: answer for fact, answer in saved.answers.items() if fact not in answers},
    )
