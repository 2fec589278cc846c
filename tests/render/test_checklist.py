"""Checklists: what was established, what is to do and in which order, and the ways towards an allow."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from advisor.analysis.paths import every_path
from advisor.domain.tree import UNSURE, Answer, Condition, Due, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Verdict
from advisor.render import checklist as checklist_module
from advisor.render.checklist import FORMATS, Checklist, of_decision, towards_allow
from tests.render.samples import (
    CAPTION,
    HOSTILE,
    OTHER_CLAUSE,
    RENEW,
    SIGN,
    TELL,
    decide,
    district,
    hostile,
    logo,
    photos,
)
from tests.support.snapshots import MarkdownFile, TextFile
from tests.support.trees import CLAUSE, tiny_tree

FILES = {"markdown": MarkdownFile, "text": TextFile}
CASES = {
    "allow": {"public": "yes"},
    "allow-with-conditions": {"public": "no", "consent": "yes", "told": "no"},
    "deny": {"public": "no", "consent": "no"},
    "silent": {"public": "no", "consent": "asked"},
}


def towards(*trees: SoundTree, **known: str) -> Checklist:
    answers = {Fact(fact): Answer(answer) for fact, answer in known.items()}
    return towards_allow([(tree, every_path(tree)) for tree in trees], answers, district())


def facts(listed: Checklist) -> list[dict[str, str]]:
    return [{fact.fact: fact.answer for fact in way.facts} for way in listed.ways]


@pytest.mark.parametrize("shape", FORMATS)
@pytest.mark.parametrize("verdict", CASES)
def test_a_decision_in_every_format(verdict: str, shape: str, snapshot: SnapshotAssertion) -> None:
    listed = of_decision(decide(CASES[verdict]), district())
    assert FORMATS[shape](listed) == snapshot(name=verdict, extension_class=FILES[shape])


@pytest.mark.parametrize("shape", FORMATS)
def test_the_ways_towards_an_allow_in_every_format(shape: str, snapshot: SnapshotAssertion) -> None:
    assert FORMATS[shape](towards(photos())) == snapshot(name="towards-allow", extension_class=FILES[shape])


@pytest.mark.parametrize("shape", FORMATS)
def test_hostile_text_in_every_format(shape: str, snapshot: SnapshotAssertion) -> None:
    listed = of_decision(decide({"public": "yes"}, hostile()), district(hostile()))
    assert FORMATS[shape](listed) == snapshot(name="hostile", extension_class=FILES[shape])


def test_conditions_stand_in_the_order_in_which_they_fall_due_and_met_ones_are_left_out() -> None:
    (way,) = of_decision(decide({"public": "no", "consent": "yes", "told": "yes"}), district()).ways
    assert [condition.due for condition in way.conditions] == [Due.BEFORE, Due.POSTING, Due.YEARLY]


def test_the_shortest_way_stands_first() -> None:
    assert facts(towards(photos())) == [
        {"public": "yes"},
        {"public": "no", "consent": "yes", "told": "yes"},
        {"public": "no", "consent": "yes", "told": "no"},
    ]


def test_ways_that_contradict_what_is_known_are_left_out_and_what_is_known_is_ticked() -> None:
    listed = towards(photos(), public="no", told="yes")
    (way,) = listed.ways
    assert [(fact.fact, fact.known) for fact in way.facts] == [("public", True), ("consent", False), ("told", True)]


def test_not_sure_excludes_no_way_and_ticks_nothing() -> None:
    listed = towards(photos(), public=UNSURE)
    assert len(listed.ways) == 3
    assert not any(fact.known for way in listed.ways for fact in way.facts)


def test_the_ways_through_several_topics_agree_on_the_facts_that_they_share() -> None:
    assert facts(towards(photos(), logo())) == [
        {"public": "yes"},
        {"public": "no", "consent": "yes", "told": "yes", "permitted": "yes"},
        {"public": "no", "consent": "yes", "told": "no", "permitted": "yes"},
    ]


def test_an_answer_in_one_topic_meets_a_condition_of_another() -> None:
    agreed = photos().outcomes[NodeId("agreed")]
    first = tiny_tree({"asked": {"yes": "agreed", "no": "refused"}}, {"agreed": agreed, "refused": "deny"})
    second = tiny_tree({"told": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, topic="logo")
    (way,) = towards(first, second).ways
    assert "Tell the office." not in [condition.do for condition in way.conditions]
    (alone,) = towards(first).ways
    assert "Tell the office." in [condition.do for condition in alone.conditions]


def test_a_condition_of_two_topics_stands_once() -> None:
    agreed = photos().outcomes[NodeId("agreed")]
    one = tiny_tree({"asked": {"yes": "agreed", "no": "refused"}}, {"agreed": agreed, "refused": "deny"})
    (way,) = towards(one, replace(one, topic=logo().topic)).ways
    assert len(way.conditions) == 4


def test_a_condition_of_two_topics_is_met_only_where_it_is_met_in_both() -> None:
    always, unless_told = (
        Outcome(NodeId("fine"), Verdict.ALLOW, "Fine.", (CLAUSE,), (condition,))
        for condition in (replace(TELL, unless={}), TELL)
    )
    outcomes: dict[str, str | Outcome] = {"first": always, "second": unless_told, "told": "allow"}
    trees = [tiny_tree({fact: {"yes": "fine"}}, {"fine": fine}, topic=fact) for fact, fine in outcomes.items()]
    (way,) = towards(*trees).ways
    assert [condition.do for condition in way.conditions] == ["Tell the office."]
    assert way.conditions == decide(dict.fromkeys(outcomes, "yes"), *trees).conditions


def test_a_condition_of_two_topics_makes_a_way_no_longer() -> None:
    def topic(name: str, here: tuple[Condition, ...], there: tuple[Condition, ...]) -> SoundTree:
        ends = {"here": here, "there": there}
        outcomes = {id_: Outcome(NodeId(id_), Verdict.ALLOW, "Fine.", (CLAUSE,), left) for id_, left in ends.items()}
        return tiny_tree({"where": {id_: id_ for id_ in ends}}, outcomes, topic=name)

    listed = towards(topic("photos", (SIGN, TELL), (SIGN,)), topic("logo", (SIGN, TELL), (RENEW, CAPTION)))
    assert facts(listed) == [{"where": "here"}, {"where": "there"}]
    assert [len(way.conditions) for way in listed.ways] == [2, 3]


def test_the_clauses_an_outcome_rests_on_and_those_closest_to_it_both_stand_there() -> None:
    unsaid = replace(logo().outcomes[NodeId("unsaid")], cites=(OTHER_CLAUSE,))
    tree = tiny_tree({"public": {"yes": "unsaid"}}, {"unsaid": unsaid})
    (towards_it,) = towards(tree).ways
    (decided,) = of_decision(decide({"public": "yes"}, tree), district()).ways
    assert towards_it.cites == decided.cites == (OTHER_CLAUSE, CLAUSE)


@pytest.mark.parametrize("shape", FORMATS)
def test_without_a_way_it_says_so(shape: str) -> None:
    listed = towards(photos(), public="no", consent="no")
    assert listed.ways == ()
    assert "no way to an allow" in FORMATS[shape](listed).casefold()


def test_too_many_ways_are_cut_to_the_shortest_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checklist_module, "MOST_WAYS", 1)
    listed = towards(photos())
    assert facts(listed) == [{"public": "yes"}]
    assert listed.more
    assert "more ways" in FORMATS["markdown"](listed)


def test_text_keeps_to_eighty_columns() -> None:
    listed = of_decision(decide({"public": "yes"}, hostile()), district(hostile()))
    assert max(len(line) for line in FORMATS["text"](listed).splitlines()) <= 80
    assert HOSTILE.split()[0] in FORMATS["text"](listed)


@pytest.mark.parametrize("shape", FORMATS)
def test_a_tree_that_asks_nothing_establishes_nothing(shape: str) -> None:
    silent = replace(logo(), questions={}, start=NodeId("unsaid"), order=())
    text = FORMATS[shape](of_decision(decide({}, silent), district(silent)))
    assert "established" not in text
    assert "the Superintendent" in text
