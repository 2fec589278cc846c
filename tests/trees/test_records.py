"""Records over the shipped trees: every consultation is decided again as it was, and a revision finds just its own."""

from dataclasses import replace
from functools import cache

import pytest

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.record import Decided, Record, Stamp
from advisor.domain.replay import Changed, replay
from advisor.domain.tree import UNSURE, Outcome
from advisor.domain.verdict import Verdict
from advisor.domain.walk import walk
from advisor.loading.records import read_record
from advisor.storage.records import record_json
from tests.support.records import changed_if_same, with_outcome
from tests.trees.consultations import LIBRARY, Sample, Way, samples
from tests.trees.shipped import DISTRICTS


def kept(slug: str, sample: Sample) -> Record:
    """Return the record of a consultation, once written and read back."""
    district, end = LIBRARY.district(slug), sample.end(LIBRARY.district(slug))
    assert end.decision is not None
    decided = Decided(district, end, end.decision)
    record = Record.of(decided, f"sample-{sample.number}", Stamp("2026-03-01", "A note."))
    read = read_record(record_json(record).encode())
    assert read == record
    assert record.by_first_facts == (sample.way is Way.TICKED)
    return read


@cache
def records(slug: str) -> tuple[Record, ...]:
    """Return the records of the consultations that came to a decision."""
    return tuple(kept(slug, sample) for sample in samples(slug) if sample.end(LIBRARY.district(slug)).decision)


@pytest.mark.parametrize("slug", DISTRICTS)
def test_every_consultation_is_decided_again_as_it_was(slug: str) -> None:
    district = LIBRARY.district(slug)
    found = records(slug)
    assert len(found) > len(samples(slug)) // 2
    assert {changed_if_same(replay(record, district)) for record in found} == {()}


@pytest.mark.parametrize("slug", DISTRICTS)
def test_a_revision_changes_the_records_that_are_decided_otherwise_and_no_other(slug: str) -> None:
    district = LIBRARY.district(slug)
    denying = [
        record for record in records(slug) if record.verdict is Verdict.DENY and UNSURE not in record.answers.values()
    ]
    refused = {record.id: _denying(district, record) for record in denying}
    topic, outcome = next(iter(refused.values()))[0]
    revised = with_outcome(district, topic, replace(outcome, verdict=Verdict.ALLOW))
    changed = [record.id for record in denying if isinstance(replay(record, revised), Changed)]
    assert changed
    assert changed == [id_ for id_, found in refused.items() if (topic, outcome) in found]


def _denying(district: District, record: Record) -> list[tuple[TopicSlug, Outcome]]:
    """Return the outcomes that deny a case, each with its topic, found by walking the trees one by one."""
    trees = (district.trees[each.topic] for each in record.topics)
    found = [(tree.topic, path.outcome) for tree in trees if (path := walk(tree, record.answers).path)]
    return [(topic, outcome) for topic, outcome in found if outcome.verdict is Verdict.DENY]
