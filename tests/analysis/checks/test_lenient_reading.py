from dataclasses import replace

from advisor.domain.tree import Answer, Condition, Due, Fact, NodeId, Outcome, Reading
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of, with_outcome
from tests.support.trees import CLAUSE

CONDITION = Condition("Sign.", "you", Due.BEFORE, (CLAUSE,))


def messages(
    verdict: str, readings: list[str], conditions: tuple[Condition, ...] = (), until_then: Verdict | None = None
) -> list[str]:
    outcome = Outcome(
        id=NodeId("fine"),
        verdict=Verdict(verdict),
        because="So.",
        cites=(CLAUSE,),
        conditions=conditions,
        until_then=until_then,
        readings=tuple(Reading("So.", Verdict(reading), (CLAUSE,)) for reading in readings),
    )
    found = concerns("lenient-reading", draft_of(with_outcome(consent_tree(), outcome)))
    assert {concern.place for concern in found} <= {("outcomes", "fine", "readings")}
    return [concern.message for concern in found]


LENIENT = 'outcome "fine" can allow without a condition although one of its readings denies'
ALONE = 'outcome "fine" has one reading: write the other one too, or none'


def test_an_allow_although_a_reading_denies() -> None:
    assert messages("allow", ["allow", "deny"]) == [LENIENT]


def test_silent_until_allow_is_as_lenient() -> None:
    assert messages("silent", ["silent", "deny"], until_then=Verdict.ALLOW) == [LENIENT]
    assert messages("silent", ["silent", "deny"], until_then=Verdict.DENY) == []


def test_a_condition_may_satisfy_every_reading() -> None:
    assert messages("allow", ["allow", "deny"], (CONDITION,)) == []


def test_the_stricter_verdict_is_fine_and_so_is_an_allow_that_no_reading_denies() -> None:
    assert messages("deny", ["allow", "deny"]) == []
    assert messages("allow", ["allow", "silent"]) == []
    assert messages("allow", []) == []


def test_one_reading_is_no_difference() -> None:
    assert messages("deny", ["deny"]) == [ALONE]
    assert messages("allow", ["deny"]) == [ALONE, LENIENT]


def test_a_condition_that_answers_can_meet_satisfies_no_reading() -> None:
    met = replace(CONDITION, unless={Fact("consent"): Answer("yes")})
    assert messages("allow", ["allow", "deny"], (met,)) == [LENIENT]
    assert messages("allow", ["allow", "deny"], (met, CONDITION)) == []
