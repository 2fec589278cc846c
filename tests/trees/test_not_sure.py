"""*Not sure* on the shipped trees, held against every completion of what is open, one by one."""

from math import prod
from random import Random

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.tree import UNSURE
from advisor.domain.verdict import strictness
from advisor.library import Library
from tests.support.brute_force import (
    every_completion,
    facts_that_matter,
    is_allowed,
    offered_by_open_facts,
    strictness_of,
)
from tests.trees.shipped import DISTRICTS, ROOT, TREES

MOST_COMPLETIONS = 400
CASES_A_TREE = 4
CONSULTATIONS_A_DISTRICT = 30
HOW_OFTEN_UNSURE, GO_ON = 0.4, 0.7
LIBRARY = Library([ROOT])


def partly_answered(begun: Consultation, random: Random) -> Consultation:
    """Answer facts at random, *not sure* among them, until few enough are open."""
    consultation = begun
    while (offered := offered_by_open_facts(consultation.trees, consultation.answers)) and (
        prod(map(len, offered.values())) > MOST_COMPLETIONS or random.random() < GO_ON
    ):
        reached = [question.fact for walk in consultation.walks for question in walk.open]
        unsure = [fact for fact, answer in consultation.answers.items() if answer == UNSURE]
        if reached and random.random() < HOW_OFTEN_UNSURE:
            consultation = consultation.revise(random.choice(reached), UNSURE)
        elif reached or unsure:
            fact = random.choice(reached + unsure)
            consultation = consultation.revise(fact, random.choice(offered[fact]))
    return consultation


def assert_as_by_brute_force(consultation: Consultation) -> None:
    trees, answers = consultation.trees, consultation.answers
    decision = consultation.so_far
    assert decision is not None
    verdicts = {is_allowed(trees, completion) for completion in every_completion(trees, answers)}
    assert decision.settled == (verdicts.pop() if len(verdicts) == 1 else None)
    assert {question.fact for question in decision.find_out} == facts_that_matter(trees, answers)
    if decision.settled is not None:
        strictest = max(strictness_of(trees, completion) for completion in every_completion(trees, answers))
        assert strictness(decision.verdict, allowed=decision.allowed) == strictest


@pytest.mark.parametrize(("district", "topic"), TREES)
def test_one_topic(district: str, topic: str) -> None:
    begun = Consultation.begin([LIBRARY.district(district).trees[TopicSlug(topic)]])
    for seed in range(CASES_A_TREE):
        assert_as_by_brute_force(partly_answered(begun, Random(seed)))


@pytest.mark.parametrize("district", DISTRICTS)
def test_several_topics_together(district: str) -> None:
    shipped = LIBRARY.district(district)
    settled = set()
    for seed in range(CONSULTATIONS_A_DISTRICT):
        random = Random(seed)
        topics = random.sample(sorted(shipped.trees), random.randint(2, 4))
        consultation = partly_answered(shipped.consult(topics), random)
        assert_as_by_brute_force(consultation)
        settled.add(consultation.so_far and consultation.so_far.settled)
    assert settled == {True, False, None}
