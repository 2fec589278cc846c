"""Checklists: what was established, what is to do and in which order, and the ways towards an allow."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest
from syrupy.assertion import SnapshotAssertion

from advisor.analysis.paths import every_path
from advisor.domain.digest import deciding_digest
from advisor.domain.progress import refusal
from advisor.domain.record import Decided, Stamp
from advisor.domain.remedy import Remedy
from advisor.domain.tree import UNSURE, Answer, Condition, Due, Duty, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Verdict
from advisor.render.checklist import NAMES, Checklist, named_by_ending, of_decision, towards_allow, ways, written
from advisor.render.checklist.formats import endings
from advisor.render.checklist.formats.text import only_ascii, written_in_ascii
from advisor.render.checklist.model import Ground
from advisor.render.checklist.sections import ANY_CHANGE, TOO_MANY, to_make_true
from advisor.render.wording import duty_words
from tests.render.samples import (
    CAPTION,
    HOSTILE,
    OTHER_CLAUSE,
    RENEW,
    SIGN,
    TELL,
    consult,
    decide,
    district,
    hostile,
    logo,
    photos,
    remedies_of,
)
from tests.support.icalendar import calendar, texts
from tests.support.snapshots import CsvFile, ExactFile, HtmlFile, ICalendarFile, JsonFile, MarkdownFile, TextFile
from tests.support.trees import CLAUSE, tiny_tree

FILES = {
    "csv": CsvFile,
    "html": HtmlFile,
    "icalendar": ICalendarFile,
    "json": JsonFile,
    "markdown": MarkdownFile,
    "text": TextFile,
}
DAY = "2026-11-21"
NOTE = "Asked the office.\n\n- [x] = 'done'; see BEGIN:VTODO"
CASES = {
    "allow": {"public": "yes"},
    "allow-with-conditions": {"public": "no", "consent": "yes", "told": "no"},
    "deny": {"public": "no", "consent": "no"},
    "silent": {"public": "no", "consent": "asked"},
    "depends": {"public": "no", "consent": "unsure", "told": "no"},
}


def towards(*trees: SoundTree, **known: str) -> Checklist:
    answers = {Fact(fact): Answer(answer) for fact, answer in known.items()}
    return towards_allow([(tree, every_path(tree)) for tree in trees], answers, district(*trees), DAY)


def of_answers(
    answers: Mapping[str, str],
    *trees: SoundTree,
    changes: Sequence[Remedy] | None = None,
    stamp: Stamp = Stamp(DAY),  # noqa: B008 - a frozen value
) -> Checklist:
    consultation = consult(answers, *trees)
    assert consultation.decision is not None
    return of_decision(Decided(district(*trees), consultation, consultation.decision), changes, stamp)


def decided(verdict: str, ticked: Collection[Duty] = ()) -> Checklist:
    changes = None if decide(CASES[verdict]).allowed else remedies_of(CASES[verdict]).together
    return of_answers(CASES[verdict], changes=changes, stamp=Stamp(DAY, NOTE, ticked))


def as_file(listed: Checklist, shape: str) -> str | bytes:
    text = written(listed, shape)
    return text.encode() if issubclass(FILES[shape], ExactFile) else text


def facts(listed: Checklist) -> list[dict[str, str]]:
    return [{fact.fact: fact.answer for fact in way.facts} for way in listed.ways]


@pytest.mark.parametrize("shape", NAMES)
@pytest.mark.parametrize("verdict", CASES)
def test_a_decision_in_every_format(verdict: str, shape: str, snapshot: SnapshotAssertion) -> None:
    assert as_file(decided(verdict), shape) == snapshot(name=verdict, extension_class=FILES[shape])


@pytest.mark.parametrize("shape", NAMES)
def test_the_ways_towards_an_allow_in_every_format(shape: str, snapshot: SnapshotAssertion) -> None:
    assert as_file(towards(photos()), shape) == snapshot(name="towards-allow", extension_class=FILES[shape])


@pytest.mark.parametrize("shape", NAMES)
def test_hostile_text_in_every_format(shape: str, snapshot: SnapshotAssertion) -> None:
    listed = of_answers({"public": "yes"}, hostile())
    assert as_file(listed, shape) == snapshot(name="hostile", extension_class=FILES[shape])


def test_conditions_stand_in_the_order_in_which_they_fall_due_and_met_ones_are_left_out() -> None:
    (way,) = of_answers({"public": "no", "consent": "yes", "told": "yes"}).ways
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


def test_the_clauses_an_outcome_rests_on_are_told_from_those_closest_to_it() -> None:
    unsaid = replace(logo().outcomes[NodeId("unsaid")], cites=(OTHER_CLAUSE,))
    tree = tiny_tree({"public": {"yes": "unsaid"}}, {"unsaid": unsaid})
    (towards_it,) = towards(tree).ways
    (decided,) = of_answers({"public": "yes"}, tree).ways
    assert towards_it.grounds == decided.grounds == (Ground(unsaid.because, (OTHER_CLAUSE,), (CLAUSE,)),)
    text = written(towards(tree), "text")
    assert f"[{OTHER_CLAUSE}] Closest in the policy:" in " ".join(text.split())


@pytest.mark.parametrize("shape", NAMES)
def test_without_a_way_it_says_so(shape: str) -> None:
    listed = towards(photos(), public="no", consent="no")
    assert listed.ways == ()
    said = '"ways": []' if shape == "json" else "With what is known already, no further answer leads to an allow"
    assert said in written(listed, shape).replace("\r\n ", "").replace("\\,", ",")


def test_too_many_ways_are_cut_to_the_shortest_and_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "MOST_WAYS", 1)
    listed = towards(photos())
    assert facts(listed) == [{"public": "yes"}]
    assert listed.more
    assert "more ways" in written(listed, "markdown")


def test_text_keeps_to_eighty_columns() -> None:
    listed = of_answers({"public": "yes"}, hostile())
    assert max(len(line) for line in written(listed, "text").splitlines()) <= 80
    assert HOSTILE.split()[0] in written(listed, "text")


@pytest.mark.parametrize("shape", NAMES)
def test_a_tree_that_asks_nothing_establishes_nothing(shape: str) -> None:
    silent = replace(logo(), questions={}, start=NodeId("unsaid"), order=())
    text = written(of_answers({}, silent), shape)
    assert "established" not in text
    assert "the Superintendent" in text


def test_what_is_ticked_is_ticked() -> None:
    listed = decided("allow-with-conditions", [SIGN.duty])
    assert "- [x] Keep the signed form (" in written(listed, "markdown")
    assert "- [ ] Leave names out (" in written(listed, "markdown")
    assert written(listed, "html").count(" checked>Done") == 1
    assert "STATUS:COMPLETED" in written(listed, "icalendar")


def test_a_deny_lists_the_steps_of_its_remedy_each_with_who_and_the_clause() -> None:
    assert "[ ] Send the form home. (you) [I ¶1]\n" in written(decided("deny"), "text")
    assert "[ ] Then, every year: Ask again (the coach) [I ¶1, II.B ¶2 s1]\n" in written(decided("deny"), "text")


def test_conditions_that_would_not_help_are_not_to_be_done() -> None:
    answers = {"public": "no", "consent": "yes", "told": "no", "permitted": "no"}
    (way,) = of_answers(answers, photos(), logo()).ways
    assert decide(answers, photos(), logo()).conditions
    assert way.conditions == ()


def test_what_nobody_is_sure_of_is_not_established() -> None:
    text = written(decided("depends"), "text")
    assert "What was established\n[x] Public? No [I ¶1]\n[x] Told? No [I ¶1]\n\n" in text
    assert "What was left open\n  Consent? Not sure [I ¶1]\n" in text


def test_not_sure_says_whom_to_ask_and_about_what() -> None:
    assert "[ ] Consent? [I ¶1] Ask the school office. For “Yes”: Send the form home." in written(
        decided("depends"), "text"
    )
    assert "[ ] Ask the school office about: Student images\n" in written(decided("silent"), "text")


def test_a_calendar_asks_nobody_to_make_true_what_is_to_be_found_out() -> None:
    assert "SUMMARY:Consent? Not sure" not in written(decided("depends"), "icalendar")


@pytest.mark.parametrize("shape", NAMES)
def test_every_checklist_names_the_policy_its_revision_the_tree_and_the_day(shape: str) -> None:
    text = written(decided("allow"), shape).replace("\r\n ", "")
    assert all(said in text for said in ("100", "revised 2023-04-11", deciding_digest(photos())))
    assert any(day in text for day in ("2026-11-21", "DTSTART;VALUE=DATE:20261121"))


@pytest.mark.parametrize("shape", NAMES)
def test_a_file_ending_names_its_format(shape: str) -> None:
    assert FILES[shape].file_extension == endings(shape)[0]
    assert {named_by_ending(ending.upper()) for ending in (shape, *endings(shape))} == {shape}
    assert named_by_ending("docx") is None


@pytest.mark.parametrize("verdict", CASES)
def test_ascii_has_no_other_character_and_keeps_to_eighty_columns(verdict: str) -> None:
    text = written_in_ascii(decided(verdict))
    assert text.isascii()
    assert max(map(len, text.splitlines())) <= 80
    assert "[I p1]" in text


def test_no_text_can_pass_for_room_to_fill_in() -> None:
    fine = Outcome(NodeId("fine"), Verdict.ALLOW, f"{'x' * 76} N/A [ ]   Initials ______", (CLAUSE,))
    tree = tiny_tree({"public": {"yes": "fine"}}, {"fine": fine})
    text = written(of_answers({"public": "yes"}, tree), "text")
    assert "    N/A [ ] Initials ______ [I ¶1]\n" in text


def one_line(text: str) -> str:
    """Return a text without its line ends, as a person reads it."""
    return " ".join(text.replace("\r\n ", "").split())


def test_a_way_says_how_each_answer_is_brought_about_and_who_knows_unless_it_is_known() -> None:
    (way,) = [each for each in towards(photos(), told="yes").ways if len(each.facts) > 1]
    how = {str(fact.fact): to_make_true(fact) for fact in way.facts}
    assert how["consent"] == "Consent? Yes [I ¶1] Send the form home. Ask the school office."
    assert how["told"] == "Told? Yes [I ¶1]"


@pytest.mark.parametrize("shape", NAMES)
def test_a_way_on_which_the_policy_is_silent_says_so_and_whom_to_ask(shape: str) -> None:
    unsaid = replace(logo().outcomes[NodeId("unsaid")], until_then=Verdict.ALLOW, near=(OTHER_CLAUSE,))
    tree = tiny_tree({"public": {"yes": "unsaid"}}, {"unsaid": unsaid})
    text = one_line(written(towards(tree), shape))
    assert "The policy does not say; nothing in it forbids this." in text.replace("\\;", ";")
    assert unsaid.ask in text


def test_where_the_policy_is_silent_on_a_part_it_says_so_and_whom_to_ask_about_that_part_alone() -> None:
    unsaid = replace(logo().outcomes[NodeId("unsaid")], until_then=Verdict.ALLOW)
    silent = tiny_tree({"public": {"yes": "unsaid"}}, {"unsaid": unsaid}, topic="logo")
    allowed = tiny_tree({"public": {"yes": "fine"}}, {"fine": "allow"}, topic="photos")
    (way,) = towards(allowed, silent).ways
    assert way.reason == "On a part of this the policy does not say; nothing in it forbids this."
    assert [(each.person, each.about) for each in way.referrals] == [(unsaid.ask, (silent.title,))]
    listed = of_answers({"public": "yes"}, allowed, silent)
    assert (listed.reason, listed.ways[0].referrals) == (way.reason, way.referrals)


def test_each_topic_has_its_own_reason_with_its_own_clauses() -> None:
    one = Outcome(NodeId("one"), Verdict.ALLOW, "The first.", (CLAUSE,))
    two = Outcome(NodeId("two"), Verdict.ALLOW, "The second.", (OTHER_CLAUSE,))
    trees = [tiny_tree({"public": {"yes": each.id}}, {each.id: each}, topic=each.id) for each in (one, two)]
    listed = of_answers({"public": "yes"}, *trees)
    text = written(listed, "text")
    assert f"The first. [{CLAUSE}]\n" in text
    assert f"The second. [{OTHER_CLAUSE}]\n" in text
    assert text.count("The first.") == 1


def test_of_several_ways_or_changes_a_calendar_makes_no_tasks() -> None:
    several = towards(photos())
    assert len(several.ways) > 1
    assert calendar(written(several, "icalendar")).todos == []
    assert f"Way {len(several.ways)} of {len(several.ways)}" in texts(written(several, "icalendar"), "DESCRIPTION")[0]
    (only,) = towards(photos(), public="no", told="yes").ways
    alone = written(towards(photos(), public="no", told="yes"), "icalendar")
    assert [str(task.get("SUMMARY")) for task in calendar(alone).todos] == [
        "Consent? Yes [I ¶1] Send the form home. Ask the school office.",
        *(duty_words(each.duty) for each in only.conditions),
    ]
    change = decided("deny").changes
    assert change is not None
    twice = replace(decided("deny"), changes=(*change, *change))
    assert calendar(written(twice, "icalendar")).todos == []
    assert ANY_CHANGE in texts(written(twice, "icalendar"), "DESCRIPTION")[0]
    assert ANY_CHANGE in written(twice, "csv")


def test_what_is_yearly_since_a_leap_day_comes_every_year() -> None:
    leap = replace(decided("allow-with-conditions"), date="2028-02-29")
    (task,) = [each for each in calendar(written(leap, "icalendar")).todos if each.rrules]
    assert (date(2028, 2, 28), date(2029, 2, 28)) == (task.DTSTART, task.DUE)


def test_ways_that_were_not_looked_through_are_not_said_to_lead_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ways, "MOST_WAYS", 1)
    first = tiny_tree({"where": {"here": "fine", "there": "fine"}}, {"fine": "allow"}, topic="photos")
    second = tiny_tree({"where": {"here": "no", "there": "fine"}}, {"fine": "allow", "no": "deny"}, topic="logo")
    listed = towards(first, second)
    assert (listed.ways, listed.more) == ((), True)
    assert TOO_MANY in one_line(written(listed, "text"))


def test_a_spreadsheet_is_told_that_it_is_unicode() -> None:
    assert written(decided("allow"), "csv").encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("10² m", "10\\u{b2} m"),
        ("Café", "Cafe"),
        ("Cafe\u0301", "Cafe"),
        ("a\u00a0b • § 5", "a b * Sec. 5"),
        ("Straße", "Strasse"),
    ],
)
def test_in_ascii_no_character_changes_what_is_meant(text: str, plain: str) -> None:
    assert only_ascii(text) == plain


@pytest.mark.parametrize("shape", NAMES)
def test_a_no_that_is_certain_early_says_that_not_all_was_asked(shape: str) -> None:
    begun = consult({"public": "no", "consent": "no"}, photos(), logo())
    early = refusal(begun)
    assert early is not None
    here = district(photos(), logo())
    text = one_line(written(of_decision(Decided(here, begun, early), (), Stamp(DAY)), shape))
    in_words = "This is certain already; at most 1 more question would be asked."
    said = '"questions_left": 1' if shape == "json" else in_words
    assert said in text.replace("\\;", ";")
    assert said not in one_line(written(decided("deny"), shape)).replace("\\;", ";")
