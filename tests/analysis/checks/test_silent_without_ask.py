from dataclasses import replace

from advisor.domain.tree import NodeId, Outcome
from advisor.domain.verdict import Verdict
from tests.analysis.drafts import concerns, consent_tree, draft_of, with_outcome

SILENT = Outcome(NodeId("fine"), Verdict.SILENT, "It is not said.", ask="the office", until_then=Verdict.DENY)


def messages(outcome: Outcome) -> list[str]:
    found = concerns("silent-without-ask", draft_of(with_outcome(consent_tree(), outcome)))
    assert {concern.place for concern in found} <= {("outcomes", "fine")}
    return [concern.message for concern in found]


def test_nobody_to_ask() -> None:
    assert messages(replace(SILENT, ask="")) == ['silent outcome "fine" needs "ask": who can decide?']


def test_nothing_to_do_until_then() -> None:
    assert messages(replace(SILENT, until_then=None)) == [
        'silent outcome "fine" needs "until_then": allow or deny, until somebody was asked'
    ]


def test_both_are_missing() -> None:
    assert len(messages(replace(SILENT, ask="", until_then=None))) == 2


def test_both_are_there() -> None:
    assert messages(SILENT) == []


def test_a_deny_needs_neither() -> None:
    assert messages(replace(SILENT, verdict=Verdict.DENY, ask="", until_then=None)) == []
