"""Remedies on the shipped trees, held against every set of changes and provisos up to their size."""

import re
from random import Random

import pytest

from advisor.analysis.paths import every_path
from advisor.analysis.remedy import remedies
from advisor.domain.applicability import as_named
from advisor.domain.completions import known
from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.topic import Topics
from advisor.domain.tree import UNSURE, Answer, Fact
from advisor.library import Library
from tests.support.remedies import assert_smallest, is_always_allowed, sets_in, sets_to_try
from tests.trees.shipped import DISTRICTS, ROOT, TREES

LIBRARY = Library([ROOT])
NO_TOPICS = Topics((), ())
CONSULTATIONS_A_DISTRICT = 30
MOST_SETS = 15_000
"""Beyond so many, trying everything takes too long; then no remedy may be more than it has to be, at least."""
HOW_OFTEN_UNSURE = 0.15
REFERS_BACK = re.compile(r"(\w+,? ){1,2}(each of )?(it|its|they|them|their|this|these)\b")
"""A pronoun before anything is named that it could stand for."""


@pytest.mark.parametrize("district", DISTRICTS)
def test_what_to_do_can_be_read_without_its_question(district: str) -> None:
    shipped = LIBRARY.district(district)
    asked = [question for tree in shipped.trees.values() for question in tree.questions.values()]
    obtained = [*(each.obtain for each in asked), *(each.obtain for each in shipped.topics.facts)]
    assert [how for each in obtained for how in each.values() if REFERS_BACK.match(how)] == []


@pytest.mark.parametrize(("district", "topic"), TREES)
def test_every_denied_path(district: str, topic: str) -> None:
    shipped = LIBRARY.district(district)
    tree = shipped.trees[TopicSlug(topic)]
    for path in every_path(tree):
        if not path.outcome.allowed:
            denied = Consultation.begin([tree], path.answers)
            # A topic can mostly be left with one change, so the trees are also tried as if none could be.
            for topics in (shipped.topics, NO_TOPICS):
                trees, facts = as_named(denied.trees, topics, known(denied.answers))
                assert_smallest(trees, facts, remedies(denied, topics))


@pytest.mark.parametrize("district", DISTRICTS)
def test_several_topics_together(district: str) -> None:
    tried = seed = 0
    while tried < CONSULTATIONS_A_DISTRICT:
        seed += 1
        finished = at_random(district, Random(seed))
        topics = LIBRARY.district(district).topics if seed % 2 else NO_TOPICS
        if finished.decision is None or finished.decision.allowed:
            continue
        trees, facts = as_named(finished.trees, topics, known(finished.answers))
        found = remedies(finished, topics)
        if sets_to_try(trees, facts, found) > MOST_SETS:
            assert_nothing_can_be_left_out(finished, topics)
            continue
        tried += 1
        assert_smallest(trees, facts, found)


def at_random(district: str, random: Random) -> Consultation:
    """Return a finished consultation of an employee, by topics or by facts of the first screen."""
    shipped = LIBRARY.district(district)
    if random.random() < 1 / 3:
        touching = random.sample([first.fact for first in shipped.topics.facts], 3)
        consultation = shipped.consult_by_first_facts(dict.fromkeys(touching, Answer("yes")))
    else:
        consultation = shipped.consult(random.sample(sorted(shipped.trees), random.randint(2, 4)))
    while question := consultation.question:
        unsure = random.random() < HOW_OFTEN_UNSURE
        answer = UNSURE if unsure else random.choice(question.options).answer
        consultation = consultation.answer(Answer("employee") if question.fact == "role" else answer)
    return consultation


def assert_nothing_can_be_left_out(finished: Consultation, topics: Topics) -> None:
    trees, facts = as_named(finished.trees, topics, known(finished.answers))
    for remedy in remedies(finished, topics):
        every = frozenset[tuple[Fact, Answer]]().union(*sets_in(remedy))
        assert is_always_allowed(trees, {**facts, **dict(every)})
        assert not any(is_always_allowed(trees, {**facts, **dict(every - {pair})}) for pair in every)
