from dataclasses import replace

from advisor.domain.tree import Accepted, Tree
from tests.analysis.drafts import concerns, consent_tree, draft_of


def ignoring(check: str) -> Tree:
    return replace(consent_tree(), accepted=(Accepted(check, "consent", "Known."),))


def test_an_error_and_the_check_on_ignores_cannot_be_accepted() -> None:
    for check in ("cycle", "unused-ignore"):
        (concern,) = concerns("ignored-error", draft_of(ignoring(check)))
        assert concern.place == ("ignore", 0)
        assert concern.message == f'"{check}" cannot be ignored: correct what it finds'


def test_a_warning_can_and_an_unknown_check_is_left_to_another_check() -> None:
    for check in ("pointless-question", "no-such-check"):
        assert concerns("ignored-error", draft_of(ignoring(check))) == []
