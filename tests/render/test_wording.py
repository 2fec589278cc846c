"""Words that all texts share."""

from advisor.domain.tree import UNSURE, Answer, NodeId
from advisor.render.wording import bracketed, label
from tests.render.samples import OTHER_CLAUSE, photos
from tests.support.trees import CLAUSE


def test_an_answer_is_shown_by_its_label() -> None:
    question = photos().questions[NodeId("consent")]
    assert [label(question, Answer(each)) for each in ("yes", UNSURE, "other")] == ["Yes", "Not sure", "other"]


def test_citations_stand_in_brackets() -> None:
    assert bracketed((CLAUSE, OTHER_CLAUSE)) == "[I ¶1, II.B ¶2 s1]"
    assert bracketed(()) == ""
