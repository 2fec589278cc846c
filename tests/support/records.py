"""Records of tiny consultations, so that a test shows the whole case that it is about."""

from collections.abc import Mapping
from dataclasses import replace

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.record import Decided, Record, Stamp
from advisor.domain.replay import Replayed, Same
from advisor.domain.tree import Answer, Fact, NodeId, Outcome, SoundTree

DAY = "2026-03-01"


def answers(given: Mapping[str, str]) -> dict[Fact, Answer]:
    """Return answers by fact."""
    return {Fact(fact): Answer(answer) for fact, answer in given.items()}


def decided(district: District, consultation: Consultation) -> Decided:
    """Return what a finished consultation came to."""
    assert consultation.decision is not None
    return Decided(district, consultation, consultation.decision)


def record_of(district: District, given: Mapping[str, str], stamp: Stamp | None = None) -> Record:
    """Return the record of a consultation about all topics of a district, which were named."""
    consultation = district.consult(district.trees, answers(given))
    return Record.of(decided(district, consultation), "a-record", stamp or Stamp(DAY))


def changed_if_same(replayed: Replayed) -> tuple[TopicSlug, ...]:
    """Return the topics whose tree decides otherwise, of a record that is decided as it was."""
    assert isinstance(replayed, Same)
    return replayed.changed_trees


def with_outcome(district: District, topic: str, outcome: Outcome) -> District:
    """Return a district where one outcome is another."""
    tree = district.trees[TopicSlug(topic)]
    return with_tree(district, replace(tree, outcomes={**tree.outcomes, outcome.id: outcome}))


def with_tree(district: District, tree: SoundTree) -> District:
    """Return a district where the tree of one topic is another."""
    return replace(district, trees={**district.trees, tree.topic: tree})


def outcome_of(district: District, topic: str, outcome: str) -> Outcome:
    """Return an outcome of a topic."""
    return district.trees[TopicSlug(topic)].outcomes[NodeId(outcome)]
