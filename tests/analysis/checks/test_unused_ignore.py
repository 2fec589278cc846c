from dataclasses import replace

import pytest

from advisor.domain.tree import Accepted, Tree
from tests.analysis.drafts import concerns, consent_tree, draft_of
from tests.support.trees import tiny_tree


def ignoring(check: str, at: str) -> Tree:
    """A tree whose one question, *night*, is pointless."""
    tree = tiny_tree({"night": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    return replace(tree, accepted=(Accepted(check, at, "Known."),))


@pytest.mark.parametrize(("check", "at"), [("pointless-question", "fine"), ("lone-option", "night")])
def test_nothing_to_accept_there(check: str, at: str) -> None:
    (concern,) = concerns("unused-ignore", draft_of(ignoring(check, at)))
    assert concern.place == ("ignore", 0)
    assert concern.message == f'there is no finding of "{check}" at "{at}" to accept: take this out'


@pytest.mark.parametrize("at", ["night", "student-images"])
def test_something_to_accept(at: str) -> None:
    assert concerns("unused-ignore", draft_of(ignoring("pointless-question", at))) == []


def test_what_another_file_has_is_nothing_to_accept_here() -> None:
    pointless = replace(ignoring("pointless-question", "night"), topic=consent_tree("clubs").topic, accepted=())
    tree = replace(consent_tree(), accepted=(Accepted("pointless-question", "night", "Known."),))
    assert len(concerns("unused-ignore", draft_of(pointless, tree))) == 1


@pytest.mark.parametrize("check", ["cycle", "unused-ignore", "no-such-check"])
def test_what_cannot_be_ignored_is_left_to_other_checks(check: str) -> None:
    assert concerns("unused-ignore", draft_of(ignoring(check, "night"))) == []
