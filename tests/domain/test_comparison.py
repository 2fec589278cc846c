"""A comparison: the same facts in several districts, and the facts on which they part."""

from dataclasses import replace

from advisor.domain.comparison import Comparison, compare
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug, TopicSlug
from advisor.domain.tree import UNSURE, Answer, Fact
from tests.support.trees import tiny_district, tiny_tree

OUTCOMES = {"fine": "allow", "refused": "deny", "unsaid": "silent"}


def district(slug: str, **questions: dict[str, str]) -> District:
    """Build a district whose one tree asks some facts and ends fine, refused or unsaid."""
    used = {target for options in questions.values() for target in options.values()}
    built = tiny_district(tiny_tree(questions, {id_: OUTCOMES[id_] for id_ in OUTCOMES if id_ in used}))
    return replace(built, slug=DistrictSlug(slug))


CONSENT = district("consent", public={"yes": "fine", "no": "consent"}, consent={"yes": "fine", "no": "refused"})
PUBLIC = district("public", public={"yes": "fine", "no": "refused"})
OPT_OUT = district("opt-out", listed={"yes": "refused", "no": "fine"})


def put(*districts: District, **answers: str) -> Comparison:
    given = {Fact(fact): Answer(answer) for fact, answer in answers.items()}
    return compare(districts, [TopicSlug("student-images")], given)


def parting(comparison: Comparison) -> dict[str, list[str]]:
    return {fact: [row.district.slug for row in rows] for fact, rows in comparison.parts_on.items()}


def test_districts_that_say_the_same_part_on_nothing() -> None:
    compared = put(CONSENT, PUBLIC, public="yes")
    assert compared.complete
    assert compared.agree
    assert parting(compared) == {}


def test_they_part_on_what_turns_the_verdict_in_some_of_them_alone() -> None:
    compared = put(CONSENT, PUBLIC, OPT_OUT, public="no", consent="yes", listed="no")
    assert [row.decision.verdict for row in compared.rows if row.decision] == ["allow", "deny", "allow"]
    assert [row.turns_on for row in compared.rows] == [("consent",), ("public",), ("listed",)]
    assert parting(compared) == {"consent": ["consent"], "public": ["public"], "listed": ["opt-out"]}


def test_two_districts_that_read_one_fact_in_opposite_ways_part_on_it() -> None:
    other = district("other", public={"yes": "refused", "no": "fine"})
    assert parting(put(PUBLIC, other, public="yes")) == {"public": ["public", "other"]}


def test_an_answer_that_was_told_and_is_not_asked_still_holds() -> None:
    told = put(CONSENT, PUBLIC, public="yes", consent="yes")
    assert [row.turns_on for row in told.rows] == [(), ("public",)]


def test_an_allow_and_a_silence_that_forbids_nothing_are_not_the_same() -> None:
    silent = district("silent", public={"yes": "unsaid", "no": "refused"})
    assert not put(PUBLIC, silent, public="yes").agree


def test_what_a_district_asks_and_was_not_told_is_missing_and_it_has_no_verdict() -> None:
    compared = put(CONSENT, PUBLIC, public="no")
    assert not compared.complete
    asking, decided = compared.rows
    assert asking.decision is None
    assert [question.fact for question in asking.missing] == ["consent"]
    assert (asking.turns_on, decided.missing) == ((), ())
    assert compared.agree


def test_an_answer_that_a_district_does_not_offer_counts_as_not_given() -> None:
    three = district("three", public={"yes": "fine", "no": "refused", "nearly": "refused"})
    compared = put(PUBLIC, three, public="nearly")
    assert [row.decision is None for row in compared.rows] == [True, False]


def test_not_sure_is_what_the_verdict_of_a_district_depends_on() -> None:
    (row,) = put(PUBLIC, public=UNSURE).rows
    assert row.decision is not None
    assert [question.fact for question in row.decision.find_out] == ["public"]
    assert row.missing == ()
