from dataclasses import replace

from advisor.domain.tree import Accepted
from tests.analysis.drafts import concerns, consent_tree, draft_of


def test_a_check_that_does_not_exist() -> None:
    accepted = (Accepted("lone-option", "consent", "Known."), Accepted("lone-opton", "consent", "Known."))
    (concern,) = concerns("unknown-check", draft_of(replace(consent_tree(), accepted=accepted)))
    assert concern.place == ("ignore", 1)
    assert concern.message == 'there is no check "lone-opton" — did you mean "lone-option"?'
