"""Words that all texts share."""

from dataclasses import replace

from advisor.domain.tree import UNSURE, Answer, NodeId
from advisor.domain.verdict import Headline
from advisor.render.wording import bracketed, dated, label, ways_tally, ways_words
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


def test_ways_are_said_in_a_sentence_and_in_few_words() -> None:
    ways = {Headline.YES: 3, Headline.YES_IF: 2, Headline.NO: 1_600, Headline.NOT_YET: 1}
    assert ways_words(ways) == "From here: 3 ways to YES · 2 to YES, IF · 1,600 to NO · 1 to NOT YET"
    assert ways_tally(ways) == "Ways left: 3 YES · 2 YES, IF · 1,600 NO · 1 NOT YET"
    assert ways_words({Headline.NO: 1}) == "From here: 1 way to NO"
    assert ways_words({}) == ways_tally({}) == ""


def test_with_several_topics_ways_are_said_to_be_those_of_one() -> None:
    assert ways_words({Headline.NO: 2}, 2) == "From here, in this topic: 2 ways to NO"
    assert ways_tally({Headline.NO: 2}, 2) == "Ways left in this topic: 2 NO"
