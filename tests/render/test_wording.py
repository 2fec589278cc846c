"""Words that all texts share."""

from dataclasses import replace

from advisor.domain.tree import UNSURE, Answer, NodeId
from advisor.render.wording import bracketed, dated, label
from tests.render.samples import OTHER_CLAUSE, district, photos
from tests.support.trees import CLAUSE


def test_an_answer_is_shown_by_its_label() -> None:
    question = photos().questions[NodeId("consent")]
    assert [label(question, Answer(each)) for each in ("yes", UNSURE, "other")] == ["Yes", "Not sure", "other"]


def test_citations_stand_in_brackets() -> None:
    assert bracketed((CLAUSE, OTHER_CLAUSE)) == "[I ¶1, II.B ¶2 s1]"
    assert bracketed(()) == ""


def test_a_policy_bears_its_latest_date_or_says_that_it_has_none() -> None:
    policy = district().policy
    assert dated(replace(policy, adopted="2012-05-14", revised=("2021-05-01", "2020-01-01"))) == "revised 2021-05-01"
    assert dated(replace(policy, adopted="2012-05-14", revised=())) == "adopted 2012-05-14"
    assert dated(replace(policy, adopted="", revised=())) == "the text bears no date"
