"""The five verdicts: how strict each is, and what a person is told."""

from typing import cast

import pytest

from advisor.domain.verdict import Headline, Verdict, headline, reason, strictness


def test_verdicts_from_the_mildest_to_the_strictest() -> None:
    mildest_first = [
        (Verdict.ALLOW, True),
        (Verdict.ALLOW_WITH_CONDITIONS, True),
        (Verdict.SILENT, True),
        (Verdict.DEPENDS, False),
        (Verdict.SILENT, False),
        (Verdict.DENY, False),
    ]
    ranks = [strictness(verdict, allowed=allowed) for verdict, allowed in mildest_first]
    assert ranks == sorted(set(ranks))


@pytest.mark.parametrize("conditional", [True, False])
def test_what_depends_on_something_unknown_is_not_yet_allowed(conditional: bool) -> None:
    assert headline(Verdict.DEPENDS, allowed=False, conditional=conditional) is Headline.NOT_YET


def test_what_depends_on_something_unknown_is_to_be_found_out_not_asked() -> None:
    assert reason(Verdict.DEPENDS, allowed=False) == "It depends on what is not known yet. Find out first."


def test_a_plain_verdict_needs_no_reason_under_its_headline() -> None:
    plain = (Verdict.ALLOW, Verdict.ALLOW_WITH_CONDITIONS, Verdict.DENY)
    assert [reason(verdict, allowed=verdict is not Verdict.DENY) for verdict in plain] == ["", "", ""]


def test_a_verdict_without_a_rank_or_a_reason_is_a_mistake() -> None:
    unheard_of = cast("Verdict", "maybe")
    with pytest.raises(AssertionError, match="maybe"):
        strictness(unheard_of, allowed=True)
    with pytest.raises(AssertionError, match="maybe"):
        reason(unheard_of, allowed=True)
