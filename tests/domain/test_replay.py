"""A record decided again: the same, changed with what is responsible, or not replayable and why."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import Locator, TopicSlug
from advisor.domain.record import Record, Stamp
from advisor.domain.replay import Changed, Difference, NotReplayable, Replayed, Same, replay
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import NO, UNSURE, YES, Answer, Condition, Due, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Verdict
from tests.support.random_trees import districts_topics, sound_trees
from tests.support.records import DAY, answers, changed_if_same, decided, outcome_of, record_of, with_outcome, with_tree
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

OTHER = Locator("II ¶2")
TELL = Condition("Tell the office.", "you", Due.BEFORE, (OTHER,))
LEFT = Verdict.ALLOW_WITH_CONDITIONS
PHOTOS = tiny_tree(
    {"medium": {"network": "consent", "paper": "unsaid"}, "consent": {"yes": "agreed", "no": "refused"}},
    {"unsaid": "silent", "agreed": "allow", "refused": "deny"},
    "photos",
)
LOGO = tiny_tree({"permitted": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, "logo")
DISTRICT = tiny_district(PHOTOS, LOGO)
REFUSED = LOGO.outcomes[NodeId("refused")]
ASKS_NOTHING = replace(LOGO, start=REFUSED.id, questions={}, order=(), outcomes={REFUSED.id: REFUSED})
ALLOWED = {"medium": "network", "consent": "yes", "permitted": "yes"}


def changed(record: Record, district: District) -> Changed:
    replayed = replay(record, district)
    assert isinstance(replayed, Changed)
    return replayed


def blamed(found: Changed) -> list[tuple[str, Verdict | None, Verdict | None, tuple[Locator, ...], str]]:
    return [
        (
            each.topic,
            each.old.verdict if each.old else None,
            each.new.verdict if each.new else None,
            each.cites,
            f"{each.step.fact}={each.step.answer}" if each.step else "",
        )
        for each in found.topics
    ]


@pytest.mark.parametrize(
    "given", [ALLOWED, {**ALLOWED, "consent": "no"}, {**ALLOWED, "medium": "paper"}, {**ALLOWED, "consent": "unsure"}]
)
def test_over_unchanged_trees_it_is_the_same(given: Mapping[str, str]) -> None:
    record = record_of(DISTRICT, given)
    assert changed_if_same(replay(record, DISTRICT)) == ()


def test_an_outcome_that_decides_otherwise_is_named_with_its_clause_and_the_last_answer() -> None:
    record = record_of(DISTRICT, ALLOWED)
    stricter = replace(outcome_of(DISTRICT, "photos", "agreed"), verdict=Verdict.DENY, cites=(OTHER,))
    found = changed(record, with_outcome(DISTRICT, "photos", stricter))
    assert (found.record.verdict, found.decision.verdict) == (Verdict.ALLOW, Verdict.DENY)
    assert found.differences.kinds == (Difference.VERDICT, Difference.CITES)
    assert blamed(found) == [("photos", Verdict.ALLOW, Verdict.DENY, (OTHER,), "consent=yes")]
    assert found.changed_trees == ("photos",)


def test_another_verdict_that_allows_no_more_names_all_its_clauses() -> None:
    record = record_of(DISTRICT, {**ALLOWED, "permitted": "no"})
    silent = replace(REFUSED, verdict=Verdict.SILENT, until_then=Verdict.DENY, cites=(), near=(CLAUSE, OTHER))
    found = changed(record, with_outcome(DISTRICT, "logo", silent))
    assert blamed(found) == [("logo", Verdict.DENY, Verdict.SILENT, (CLAUSE, OTHER), "permitted=no")]


def test_what_changed_elsewhere_in_a_tree_is_no_change() -> None:
    record = record_of(DISTRICT, ALLOWED)
    elsewhere = replace(outcome_of(DISTRICT, "photos", "refused"), verdict=Verdict.ALLOW)
    assert changed_if_same(replay(record, with_outcome(DISTRICT, "photos", elsewhere))) == (TopicSlug("photos"),)


def test_a_topic_that_says_something_else_under_a_stricter_one_is_no_change() -> None:
    record = record_of(DISTRICT, {**ALLOWED, "permitted": "no"})
    weaker = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(TELL,))
    assert changed_if_same(replay(record, with_outcome(DISTRICT, "photos", weaker))) == (TopicSlug("photos"),)


def test_other_clauses_alone_are_a_change() -> None:
    record = record_of(DISTRICT, ALLOWED)
    cited = replace(outcome_of(DISTRICT, "logo", "fine"), cites=(OTHER,))
    found = changed(record, with_outcome(DISTRICT, "logo", cited))
    assert found.differences.kinds == (Difference.CITES,)
    assert blamed(found) == [("logo", Verdict.ALLOW, Verdict.ALLOW, (OTHER,), "permitted=yes")]


@pytest.mark.parametrize(("before", "after"), [((CLAUSE,), (CLAUSE, OTHER)), ((OTHER, CLAUSE), (CLAUSE,))])
def test_where_only_clauses_differ_those_are_responsible(
    before: tuple[Locator, ...], after: tuple[Locator, ...]
) -> None:
    fine = outcome_of(DISTRICT, "logo", "fine")
    record = record_of(with_outcome(DISTRICT, "logo", replace(fine, cites=before)), ALLOWED)
    found = changed(record, with_outcome(DISTRICT, "logo", replace(fine, cites=after)))
    assert [each.cites for each in found.topics] == [(OTHER,)]


def test_the_order_of_clauses_and_conditions_is_no_change() -> None:
    ask = replace(TELL, do="Ask.")
    fine = replace(outcome_of(DISTRICT, "logo", "fine"), cites=(CLAUSE, OTHER), conditions=(TELL, ask))
    logo = tiny_district(LOGO)
    record = record_of(with_outcome(logo, "logo", fine), ALLOWED)
    turned = replace(fine, cites=(OTHER, CLAUSE), conditions=(ask, TELL))
    assert changed_if_same(replay(record, with_outcome(logo, "logo", turned))) == ()


def test_conditions_of_what_is_not_allowed_are_responsible_for_nothing() -> None:
    agreed = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(TELL,))
    district = with_outcome(DISTRICT, "photos", agreed)
    record = record_of(district, {**ALLOWED, "permitted": "no"})
    found = changed(record, with_outcome(district, "logo", replace(REFUSED, cites=(OTHER,))))
    assert [each.topic for each in found.topics] == ["logo"]


def test_a_condition_more_names_the_clause_of_the_condition() -> None:
    fine = outcome_of(DISTRICT, "logo", "fine")
    record = record_of(DISTRICT, ALLOWED)
    found = changed(record, with_outcome(DISTRICT, "logo", replace(fine, conditions=(TELL,))))
    assert found.differences.kinds == (Difference.VERDICT, Difference.CONDITIONS)
    assert blamed(found) == [("logo", Verdict.ALLOW, Verdict.ALLOW_WITH_CONDITIONS, (OTHER,), "permitted=yes")]


def test_a_condition_less_names_the_clause_that_it_had() -> None:
    fine = outcome_of(DISTRICT, "logo", "fine")
    record = record_of(with_outcome(DISTRICT, "logo", replace(fine, conditions=(TELL,))), ALLOWED)
    found = changed(record, DISTRICT)
    assert blamed(found) == [("logo", Verdict.ALLOW_WITH_CONDITIONS, Verdict.ALLOW, (OTHER,), "permitted=yes")]


def test_one_condition_of_several_less_is_blamed_on_the_tree_that_changed() -> None:
    fine = outcome_of(DISTRICT, "logo", "fine")
    both = replace(fine, conditions=(TELL, replace(TELL, do="Ask.", cites=(CLAUSE,))))
    record = record_of(with_outcome(DISTRICT, "logo", both), ALLOWED)
    found = changed(record, with_outcome(DISTRICT, "logo", replace(fine, conditions=(TELL,))))
    assert found.differences.kinds == (Difference.CONDITIONS,)
    assert blamed(found) == [("logo", LEFT, LEFT, (CLAUSE,), "")]


def test_an_answer_that_meets_a_condition_today_is_responsible() -> None:
    ask = replace(TELL, do="Ask.")
    met_before = replace(TELL, do="Beg.", unless={Fact("medium"): Answer("network")})
    agreed = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(met_before, TELL, ask))
    district = with_outcome(DISTRICT, "photos", agreed)
    met = replace(agreed, conditions=(met_before, replace(TELL, unless={Fact("consent"): YES}), ask))
    found = changed(record_of(district, ALLOWED), with_outcome(district, "photos", met))
    assert blamed(found) == [("photos", LEFT, LEFT, (OTHER,), "consent=yes")]


def test_an_answer_that_meets_the_only_condition_is_responsible_for_the_verdict_too() -> None:
    agreed = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(TELL,))
    met = replace(agreed, conditions=(replace(TELL, unless={Fact("medium"): Answer("network")}),))
    record = record_of(with_outcome(DISTRICT, "photos", agreed), ALLOWED)
    found = changed(record, with_outcome(DISTRICT, "photos", met))
    assert blamed(found) == [("photos", LEFT, Verdict.ALLOW, (OTHER,), "medium=network")]


def test_of_the_trees_that_changed_the_one_that_meets_the_condition_is_responsible() -> None:
    ask = replace(TELL, do="Ask.")
    agreed = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(TELL,))
    fine = replace(outcome_of(DISTRICT, "logo", "fine"), conditions=(ask, replace(ask, do="Beg.")))
    district = with_outcome(with_outcome(DISTRICT, "photos", agreed), "logo", fine)
    met = replace(fine, conditions=(replace(ask, unless={Fact("permitted"): YES}), replace(ask, do="Beg.")))
    elsewhere = replace(outcome_of(DISTRICT, "photos", "refused"), cites=(OTHER,))
    found = changed(
        record_of(district, ALLOWED), with_outcome(with_outcome(district, "logo", met), "photos", elsewhere)
    )
    assert found.changed_trees == ("photos", "logo")
    assert blamed(found) == [("logo", LEFT, LEFT, (OTHER,), "permitted=yes")]


def test_where_another_way_leads_to_another_condition_the_answer_where_it_parts_is_responsible() -> None:
    agreed = replace(outcome_of(DISTRICT, "photos", "agreed"), conditions=(TELL,))
    record = record_of(with_outcome(DISTRICT, "photos", agreed), ALLOWED)
    asks_less = tiny_tree(
        {"consent": {"yes": "agreed", "no": "refused"}},
        {"agreed": replace(agreed, conditions=(replace(TELL, do="Ask."),)), "refused": "deny"},
        "photos",
    )
    found = changed(record, with_tree(DISTRICT, asks_less))
    assert blamed(found) == [("photos", LEFT, LEFT, (OTHER,), "consent=yes")]


def test_a_condition_without_a_clause_leaves_those_of_the_outcome() -> None:
    fine = replace(outcome_of(DISTRICT, "logo", "fine"), conditions=(replace(TELL, cites=()),))
    found = changed(record_of(DISTRICT, ALLOWED), with_outcome(DISTRICT, "logo", fine))
    assert found.topics[0].cites == (CLAUSE,)


def test_of_several_topics_the_strictest_of_today_comes_first() -> None:
    silent = replace(
        outcome_of(DISTRICT, "photos", "agreed"),
        verdict=Verdict.SILENT,
        until_then=Verdict.DENY,
        cites=(),
        near=(OTHER,),
    )
    denied = replace(outcome_of(DISTRICT, "logo", "fine"), verdict=Verdict.DENY)
    found = changed(
        record_of(DISTRICT, ALLOWED), with_outcome(with_outcome(DISTRICT, "photos", silent), "logo", denied)
    )
    assert [(each.topic, each.cites) for each in found.topics] == [("logo", (CLAUSE,)), ("photos", (OTHER,))]


def test_where_the_way_parts_from_the_recorded_one_the_first_new_answer_is_responsible() -> None:
    found = changed(
        record_of(DISTRICT, {**ALLOWED, "medium": "network"}),
        with_tree(
            DISTRICT,
            tiny_tree(
                {"consent": {"yes": "medium", "no": "refused"}, "medium": {"network": "refused", "paper": "fine"}},
                {"refused": "deny", "fine": "allow"},
                "photos",
            ),
        ),
    )
    assert blamed(found) == [("photos", Verdict.ALLOW, Verdict.DENY, (CLAUSE,), "consent=yes")]


def test_a_longer_way_parts_behind_the_recorded_one() -> None:
    short = tiny_tree({"permitted": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, "photos")
    long = tiny_tree(
        {"permitted": {"yes": "brand", "no": "refused"}, "brand": {"yes": "refused", "no": "fine"}},
        {"fine": "allow", "refused": "deny"},
        "photos",
    )
    brand = tiny_tree({"brand": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, "brand")
    record = record_of(tiny_district(short, brand), {"permitted": "yes", "brand": "yes"})
    found = changed(record, tiny_district(long, brand))
    assert blamed(found) == [("photos", Verdict.ALLOW, Verdict.DENY, (CLAUSE,), "brand=yes")]


def test_a_tree_that_asks_nothing_any_more_has_no_answer_to_name() -> None:
    found = changed(record_of(DISTRICT, ALLOWED), with_tree(DISTRICT, ASKS_NOTHING))
    assert blamed(found) == [("logo", Verdict.ALLOW, Verdict.DENY, (CLAUSE,), "")]


def test_a_topic_that_is_gone_is_not_replayable() -> None:
    record = record_of(DISTRICT, ALLOWED)
    assert replay(record, tiny_district(PHOTOS)) == NotReplayable(record, "there is no topic logo any more")


def test_a_named_topic_that_is_gone_is_missed_though_it_did_not_apply() -> None:
    free = Outcome(NodeId("free"), Verdict.ALLOW, "Not for you.", (CLAUSE,), unbound=True)
    scope = tiny_tree({"role": {"staff": "bound", "guest": "free"}}, {"bound": "allow", "free": free}, SCOPE)
    record = record_of(tiny_district(scope, LOGO), {"role": "guest"})
    assert [each.topic for each in record.topics] == [SCOPE]
    assert replay(record, tiny_district(scope)) == NotReplayable(record, "there is no topic logo any more")


def test_a_new_question_is_not_replayable() -> None:
    asking = tiny_tree(
        {"permitted": {"yes": "brand", "no": "refused"}, "brand": {"yes": "fine", "no": "refused"}},
        {"fine": "allow", "refused": "deny"},
        "logo",
    )
    record = record_of(DISTRICT, ALLOWED)
    because = '"Brand?" (topic: Logo) is asked now, and was not answered'
    assert replay(record, with_tree(DISTRICT, asking)) == NotReplayable(record, because)


def test_a_new_question_that_cannot_change_a_no_is_no_obstacle() -> None:
    record = record_of(DISTRICT, {**ALLOWED, "consent": "no"})
    asking = tiny_tree({"brand": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, "logo")
    replayed = replay(record, with_tree(DISTRICT, asking))
    assert isinstance(replayed, Same)


def test_an_answer_that_is_not_offered_any_more_is_not_replayable() -> None:
    other = tiny_tree({"permitted": {"written": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, "logo")
    record = record_of(DISTRICT, ALLOWED)
    because = '"Permitted?" (topic: Logo) does not offer the answer yes any more'
    assert replay(record, with_tree(DISTRICT, other)) == NotReplayable(record, because)


def test_an_answer_to_what_is_asked_no_longer_is_passed_over() -> None:
    asks_less = tiny_tree(
        {"consent": {"yes": "agreed", "no": "refused"}}, {"agreed": "allow", "refused": "deny"}, "photos"
    )
    record = record_of(DISTRICT, ALLOWED)
    assert changed_if_same(replay(record, with_tree(DISTRICT, asks_less))) == (TopicSlug("photos"),)


SHOWS, SOUNDS = Fact("shows"), Fact("sounds")
FACTS = tuple(FirstFact(fact, f"It {fact}.", {}) for fact in (SHOWS, SOUNDS))


def by_first_facts(photos: Mapping[Fact, Answer], logo: Mapping[Fact, Answer], *trees: SoundTree) -> District:
    """Return a district where facts of the first screen say which topics apply."""
    district = tiny_district(*(trees or (PHOTOS, LOGO)))
    when = {TopicSlug("photos"): photos, TopicSlug("logo"): logo}
    topics = tuple(Topic(topic, topic, "post", needed) for topic, needed in when.items())
    return replace(district, topics=Topics(FACTS, topics))


def record_by_first_facts(district: District, given: Mapping[str, str]) -> Record:
    consultation = district.consult_by_first_facts(answers(given))
    return Record.of(decided(district, consultation), "a-record", Stamp(DAY))


APART = by_first_facts({SHOWS: YES}, {SOUNDS: YES})
PICTURE = {"shows": "yes", "medium": "network", "consent": "yes"}


def test_facts_of_the_first_screen_say_again_what_it_is_about() -> None:
    record = record_by_first_facts(APART, PICTURE)
    assert [each.topic for each in record.topics] == ["photos"]
    assert list(record.trees) == ["photos", "logo"]
    assert changed_if_same(replay(record, APART)) == ()


def test_a_topic_that_newly_applies_is_asked() -> None:
    record = record_by_first_facts(APART, PICTURE)
    because = '"Permitted?" (topic: Logo, which did not apply before) is asked now, and was not answered'
    assert replay(record, by_first_facts({SHOWS: YES}, {SHOWS: YES})) == NotReplayable(record, because)


def test_a_topic_that_newly_applies_and_asks_nothing_is_responsible_with_what_brought_it() -> None:
    found = changed(
        record_by_first_facts(APART, PICTURE), by_first_facts({SHOWS: YES}, {SHOWS: YES}, PHOTOS, ASKS_NOTHING)
    )
    assert blamed(found) == [("logo", None, Verdict.DENY, (CLAUSE,), "shows=yes")]


def test_a_topic_that_applies_no_longer_is_responsible_with_its_clauses() -> None:
    both = by_first_facts({SHOWS: YES}, {SHOWS: YES})
    record = record_by_first_facts(both, {**PICTURE, "permitted": "no"})
    found = changed(record, APART)
    assert found.differences.kinds == (Difference.VERDICT,)
    assert blamed(found) == [("logo", Verdict.DENY, None, (CLAUSE,), "")]


def test_what_the_first_screen_asked_is_kept_though_it_did_not_matter() -> None:
    both = by_first_facts({SHOWS: YES}, {SHOWS: YES})
    record = record_by_first_facts(both, {**PICTURE, "permitted": "yes"})
    assert record.answers[SOUNDS] == NO
    assert isinstance(replay(record, APART), Same)
    new = replace(APART.topics, facts=(*FACTS, FirstFact(Fact("moves"), "It moves.", {})))
    moving = (*APART.topics.topics[:1], replace(APART.topics.topics[1], when={Fact("moves"): YES}))
    because = '"It moves." (what it is about) is asked now, and was not answered'
    assert replay(record, replace(APART, topics=replace(new, topics=moving))) == NotReplayable(record, because)


def test_where_nothing_applies_any_more_it_is_not_replayable() -> None:
    record = record_by_first_facts(APART, PICTURE)
    nothing = by_first_facts({SOUNDS: YES}, {SOUNDS: YES})
    assert replay(record, nothing) == NotReplayable(record, "no topic is about this any more")


def test_only_a_topic_that_applied_can_be_missed_on_the_first_screen() -> None:
    record = record_by_first_facts(APART, PICTURE)
    assert isinstance(replay(record, by_first_facts({SHOWS: YES}, {SOUNDS: YES}, PHOTOS)), Same)
    gone = replay(record, by_first_facts({SHOWS: YES}, {SOUNDS: YES}, LOGO))
    assert gone == NotReplayable(record, "there is no topic photos any more")


def test_an_edited_record_is_a_change_with_no_changed_tree() -> None:
    record = replace(record_of(DISTRICT, {**ALLOWED, "consent": "no"}), verdict=Verdict.ALLOW)
    found = changed(record, DISTRICT)
    assert (found.differences.kinds, found.changed_trees) == ((Difference.VERDICT,), ())
    assert blamed(found) == [("photos", Verdict.DENY, Verdict.DENY, (CLAUSE,), "consent=no")]


def test_of_equals_who_is_bound_comes_last() -> None:
    scope = tiny_tree({"role": {"staff": "bound", "guest": "free"}}, {"bound": "allow", "free": "allow"}, SCOPE)
    district = tiny_district(scope, LOGO)
    record = record_of(district, {"role": "staff", "permitted": "yes"})
    bound, fine = outcome_of(district, SCOPE, "bound"), outcome_of(district, "logo", "fine")
    cited = with_outcome(
        with_outcome(district, SCOPE, replace(bound, cites=(OTHER,))), "logo", replace(fine, cites=(OTHER,))
    )
    assert [each.topic for each in changed(record, cited).topics] == ["logo", SCOPE]


def finished(data: st.DataObject, trees: list[SoundTree], unsure: bool) -> Consultation:
    """Answer whatever is asked, at random, until nothing is."""
    consultation = Consultation.begin(trees)
    while consultation.question:
        offered = [answer for answer in consultation.question.answers if unsure or answer != UNSURE]
        consultation = consultation.answer(data.draw(st.sampled_from(offered)))
    return consultation


def recorded(consultation: Consultation, district: District) -> Record:
    return Record.of(decided(district, consultation), "a-record", Stamp(DAY))


@given(districts_topics(5), st.data())
def test_a_record_of_any_consultation_is_the_same_over_the_same_trees(
    trees: list[SoundTree], data: st.DataObject
) -> None:
    district = tiny_district(*trees)
    record = recorded(finished(data, trees, unsure=True), district)
    assert changed_if_same(replay(record, district)) == ()


def flipped(outcome: Outcome) -> Outcome:
    return replace(outcome, verdict=Verdict.DENY if outcome.allowed else Verdict.ALLOW, until_then=None, conditions=())


@given(sound_trees(), st.data())
def test_with_one_verdict_flipped_exactly_the_records_that_end_there_change(
    tree: SoundTree, data: st.DataObject
) -> None:
    district = tiny_district(tree)
    end = data.draw(st.sampled_from(sorted(tree.outcomes.values(), key=lambda outcome: outcome.id)))
    revised = with_outcome(district, tree.topic, flipped(end))
    consultation = finished(data, [tree], unsure=False)
    path = consultation.walks[0].path
    assert path is not None
    replayed = replay(recorded(consultation, district), revised)
    assert isinstance(replayed, Changed) is (path.outcome.id == end.id)
    assert isinstance(replayed, Same) is not (path.outcome.id == end.id)


@given(districts_topics(5), st.data())
def test_over_several_topics_exactly_what_decides_otherwise_changes(
    trees: list[SoundTree], data: st.DataObject
) -> None:
    district = tiny_district(*trees)
    tree = data.draw(st.sampled_from(trees))
    end = data.draw(st.sampled_from(sorted(tree.outcomes.values(), key=lambda outcome: outcome.id)))
    revised = with_outcome(district, tree.topic, flipped(end))
    consultation = finished(data, trees, unsure=True)
    record = recorded(consultation, district)
    again = revised.consult(revised.trees, consultation.answers)
    assume(again.decision is not None)
    replayed: Replayed = replay(record, revised)
    anew = recorded(again, revised)
    assert isinstance(replayed, Changed) is (what_was_decided(anew) != what_was_decided(record))
    if isinstance(replayed, Changed):
        assert tree.topic in [each.topic for each in replayed.topics]


def what_was_decided(record: Record) -> object:
    duties = frozenset(each.duty for each in record.conditions)
    return record.verdict, record.allowed, record.headline, frozenset(record.cites), duties
