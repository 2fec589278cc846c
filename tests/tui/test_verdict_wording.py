"""What the verdict screen says, and that a transcript and a checklist of the same decision say no other thing."""

from dataclasses import replace

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.record import Decided, Stamp
from advisor.domain.tree import NodeId, Outcome, Reading, SoundTree
from advisor.domain.verdict import Verdict
from advisor.render.checklist import Checklist, of_decision
from advisor.render.transcript import transcript
from advisor.tui import verdict_wording
from advisor.tui.policy_text import PolicyText
from tests.render.samples import OTHER_CLAUSE, decide, district
from tests.support.trees import CLAUSE, tiny_tree

UNSAID = Outcome(
    NodeId("end"),
    Verdict.SILENT,
    "It does not speak of logos.",
    ask="the Superintendent",
    until_then=Verdict.ALLOW,
    near=(OTHER_CLAUSE,),
    readings=(Reading("A logo is a picture.", Verdict.DENY, (CLAUSE,)),),
)
DISPUTED = Outcome(
    NodeId("end"),
    Verdict.DENY,
    "Nobody agreed.",
    (CLAUSE,),
    readings=(Reading("A crowd does not count.", Verdict.ALLOW, (CLAUSE,)),),
)


def decided(photos: Outcome, logo: Outcome) -> Decision:
    return decide({"photos": "yes", "logo": "yes"}, topic("photos", photos), topic("logo", logo))


def topic(name: str, end: Outcome) -> SoundTree:
    return tiny_tree({name: {"yes": "end"}}, {"end": end}, name)


def on_screen(decision: Decision) -> list[str]:
    """Return the advice of the screen: whom to ask, what is closest, and how readers differ."""
    text = PolicyText.of(district().policy)
    parts = (
        verdict_wording.whom_to_ask(decision),
        verdict_wording.closest(decision, text),
        verdict_wording.readings(decision),
    )
    return [" ".join(row.text.plain for row in part.rows) for part in parts]


def as_text(decision: Decision) -> str:
    return transcript(decision, district(topic("photos", DISPUTED), topic("logo", UNSAID)))


def as_checklist(decision: Decision) -> Checklist:
    here = district(*(each.tree for each in decision.topics))
    return of_decision(Decided(here, Consultation.begin([*here.trees.values()]), decision), None, Stamp("2026-11-21"))


def test_a_topic_that_does_not_stand_in_the_way_gives_no_advice() -> None:
    decision = decided(DISPUTED, UNSAID)
    assert on_screen(decision) == ["", "", "Careful readers differ A crowd does not count. → yes (I ¶1)"]
    assert "Superintendent" not in as_text(decision)
    assert "near" not in as_text(decision)
    assert "A logo is a picture." not in as_text(decision)
    (way,) = as_checklist(decision).ways
    assert (way.referrals, [ground.cites for ground in way.grounds]) == ((), [(CLAUSE,)])


def test_it_still_shows_its_own_verdict() -> None:
    text, both = PolicyText.of(district().policy), decided(DISPUTED, UNSAID)
    folded = [
        [row.mark.plain + row.text.plain for row in face.text.rows]
        for face in verdict_wording.each_topic(both, text, ())
    ]
    assert folded == [["▸ ✗  NO   Photos"], ["▸ ✓  YES  Logo"]]
    photos, logo = verdict_wording.each_topic(both, text, {topic.topic for topic in both.topics})
    assert [row.text.plain for row in photos.text.rows][:2] == ["Photos", "Nobody agreed."]
    assert "Ask the Superintendent. Until then, nothing in the policy forbids it." in [
        r.text.plain for r in logo.text.rows
    ]


def test_topics_that_stand_in_the_way_together_all_give_advice() -> None:
    decision = decided(DISPUTED, replace(UNSAID, until_then=Verdict.DENY))
    whom, closest, readings = on_screen(decision)
    assert whom == "Whom to ask Ask the Superintendent. Until then, do not go ahead."
    assert closest == "Closest in the policy Another example."
    assert [says in readings for says in ("A crowd", "A logo")] == [True, True]
    assert "Ask: the Superintendent\n" in as_text(decision)
    assert [says in as_text(decision) for says in ("A crowd", "A logo", "near II.B ¶2 s1")] == [True, True, True]


def test_where_nothing_stands_in_the_way_every_topic_gives_advice() -> None:
    fine = replace(DISPUTED, verdict=Verdict.ALLOW, readings=())
    assert on_screen(decided(fine, UNSAID))[0] == (
        "Whom to ask Ask the Superintendent. Until then, nothing in the policy forbids it."
    )


def test_what_two_topics_say_alike_stands_once() -> None:
    decision = decided(DISPUTED, DISPUTED)
    assert on_screen(decision)[2].count("A crowd") == 1
    assert as_text(decision).count("A crowd") == 1
