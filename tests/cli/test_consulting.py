"""What stands between a consultation and its decision."""

from advisor.cli.consulting import unanswered
from advisor.domain.consultation import Consultation
from advisor.domain.tree import UNSURE, Fact
from tests.support.trees import tiny_tree


def test_not_sure_that_settles_its_topic_is_not_missing() -> None:
    settled = tiny_tree({"first": {"yes": "fine", "no": "fine"}}, {"fine": "allow"})
    split = tiny_tree({"second": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, topic="logo")
    consultation = Consultation.begin([settled, split], {Fact("first"): UNSURE, Fact("second"): UNSURE})
    assert [(tree.topic, question.fact) for tree, question in unanswered(consultation)] == [("logo", "second")]
