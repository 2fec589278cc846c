"""One set of facts, five verdicts: each case comes out in each district as a person read its policy."""

import pytest

from advisor.domain.comparison import Comparison, compare
from advisor.domain.decision import Decision
from advisor.library import Library
from tests.trees.comparisons import Case, cases
from tests.trees.shipped import DISTRICTS, ROOT, draft

LIBRARY = Library([ROOT])
CASES = cases()
NAMES = [f"{each.topic}-{number}" for number, each in enumerate(CASES)]


def compared(case: Case) -> Comparison:
    return compare([LIBRARY.district(slug) for slug in DISTRICTS], [case.topic], case.answers)


def decisions(case: Case) -> dict[str, Decision | None]:
    return {row.district.slug: row.decision for row in compared(case).rows}


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_district_decides_the_case_as_its_policy_reads(case: Case) -> None:
    verdicts = {slug: decision and decision.verdict for slug, decision in decisions(case).items()}
    assert verdicts == case.expect


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_every_fact_of_a_case_is_asked_somewhere(case: Case) -> None:
    asked = {fact for row in compared(case).rows for fact in row.consultation.answers}
    assert asked == set(case.answers)


def test_every_topic_is_compared() -> None:
    topics = [each.topic for each in draft("moorhead").topics.topics]
    assert list(dict.fromkeys(case.topic for case in CASES)) == topics
