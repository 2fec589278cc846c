"""Every way towards an allow that a checklist lists is decided as it says, in all shipped trees."""

from random import Random

import pytest

from advisor.analysis.paths import listed_paths
from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.record import Decided, Stamp
from advisor.domain.topic import FirstFact
from advisor.domain.tree import NO, UNSURE, YES, Answer, Fact
from advisor.library import Library, shipped_trees
from advisor.render.checklist import Checklist, of_decision, towards_allow

LIBRARY = Library([shipped_trees()])
DAY = "2026-11-21"
TRIES = 12
"""How many times the first screen is filled in at random, in each district."""


def towards(begun: Consultation, known: dict[Fact, Answer], district: District) -> Checklist:
    return towards_allow([(tree, listed_paths(tree)) for tree in begun.trees], known, district, DAY)


def require_decided_so(listed: Checklist, begun: Consultation, known: dict[Fact, Answer], district: District) -> None:
    """Require of each way that its facts, as answers, are decided exactly as the way says."""
    sure = {fact: answer for fact, answer in known.items() if answer != UNSURE}
    for way in listed.ways:
        answered = Consultation.begin(begun.trees, {**sure, **{fact.fact: fact.answer for fact in way.facts}})
        assert answered.decision is not None
        assert answered.decision.allowed
        (same,) = of_decision(Decided(district, answered, answered.decision), None, Stamp(DAY)).ways
        assert (same.conditions, same.grounds, same.referrals) == (way.conditions, way.grounds, way.referrals)
        assert (same.readings, same.headline, same.reason) == (way.readings, way.headline, way.reason)
    told = [tuple((fact.fact, fact.answer) for fact in way.facts) for way in listed.ways]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("slug", LIBRARY.districts)
def test_every_way_of_a_topic_is_decided_as_it_says(slug: str) -> None:
    district = LIBRARY.district(slug)
    for topic, tree in district.trees.items():
        begun = district.consult([topic])
        listed = towards(begun, {}, district)
        assert len(listed.ways) == sum(path.outcome.allowed for path in listed_paths(tree))
        require_decided_so(listed, begun, {}, district)


def first_screen(random: Random, facts: tuple[FirstFact, ...]) -> dict[Fact, Answer]:
    """Tick one fact, and one more that may be unsure."""
    one, other = random.sample(facts, 2)
    unticked = {each.fact: NO for each in facts}
    return {**unticked, one.fact: YES, other.fact: random.choice([YES, UNSURE, NO])}


@pytest.mark.parametrize("slug", LIBRARY.districts)
def test_every_way_from_the_first_screen_is_decided_as_it_says(slug: str) -> None:
    district, random = LIBRARY.district(slug), Random(slug)
    for _ in range(TRIES):
        known = {**first_screen(random, district.topics.facts), Fact("role"): Answer("employee")}
        begun = district.consult_by_first_facts(known)
        require_decided_so(towards(begun, known, district), begun, known, district)
