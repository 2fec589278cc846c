"""Remedies, held against every set of changes and provisos, and against cases worked out by hand."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from advisor.analysis.remedy import every_remedy, remedies
from advisor.domain.completions import known
from advisor.domain.consultation import Consultation
from advisor.domain.policy import TopicSlug
from advisor.domain.remedy import Remedy
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import UNSURE, Answer, Condition, Due, Fact, NodeId, Outcome, SoundTree
from advisor.domain.verdict import Verdict
from tests.support.random_trees import districts_topics, obtainable
from tests.support.remedies import sets_in, smallest
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

NO_TOPICS = Topics((), ())
YES, NO = Answer("yes"), Answer("no")
ENDS = {"fine": "allow", "refused": "deny"}


def with_obtain(tree: SoundTree, **obtain: Mapping[str, str]) -> SoundTree:
    """Return a tree in which some answers can be brought about: question to answers to how."""
    questions = dict(tree.questions)
    for name, answers in obtain.items():
        id_ = NodeId(name.replace("_", "-"))
        questions[id_] = replace(questions[id_], obtain={Answer(answer): how for answer, how in answers.items()})
    return replace(tree, questions=questions)


def needs(fact: str, answer: str, topic: str, **obtain: Mapping[str, str]) -> SoundTree:
    """Return a topic that one answer to one yes-or-no fact allows."""
    other = "no" if answer == "yes" else "yes"
    return with_obtain(tiny_tree({fact: {answer: "fine", other: "refused"}}, ENDS, topic), **obtain)


def decided(answers: Mapping[str, str], *trees: SoundTree) -> Consultation:
    finished = Consultation.begin(trees, {Fact(fact): Answer(answer) for fact, answer in answers.items()})
    assert finished.decision is not None
    assert not finished.decision.allowed
    return finished


def shown(remedy: Remedy) -> tuple[list[str], list[tuple[str, str]]]:
    """Return how to bring its changes about, and its provisos."""
    provisos = [(proviso.question.fact, proviso.answer) for proviso in remedy.provisos]
    return [change.how for change in remedy.changes], [(str(fact), str(answer)) for fact, answer in provisos]


def found(consultation: Consultation, topics: Topics = NO_TOPICS) -> list[tuple[list[str], list[tuple[str, str]]]]:
    return [shown(remedy) for remedy in remedies(consultation, topics)]


@st.composite
def answered(draw: st.DrawFn) -> Consultation:
    """A consultation, finished or not, with *not sure* among its answers, where some answers can be brought about."""
    trees: list[SoundTree] = draw(obtainable(draw(districts_topics(most=4))))
    consultation = Consultation.begin(trees)
    while consultation.question and draw(st.sampled_from([True, True, True, False])):
        offered = [UNSURE, *(option.answer for option in consultation.question.options)]
        consultation = consultation.answer(draw(st.sampled_from(offered)))
    return consultation


@given(answered())
@settings(deadline=None)
def test_remedies_are_what_trying_everything_finds(consultation: Consultation) -> None:
    given_facts = known(consultation.answers)
    by_search = remedies(consultation, NO_TOPICS)
    assert {sets_in(remedy) for remedy in by_search} == smallest(consultation.trees, given_facts)
    assert len({sets_in(remedy) for remedy in by_search}) == len(by_search)
    assert all(remedy.decision is None or remedy.decision.allowed for remedy in by_search)
    alone = every_remedy(consultation, NO_TOPICS).by_topic
    assert consultation.so_far is not None
    assert list(alone) == [topic.topic for topic in consultation.so_far.topics if not topic.allowed]
    for tree in consultation.trees:
        if tree.topic in alone:
            assert {sets_in(remedy) for remedy in alone[tree.topic]} == smallest([tree], given_facts)


def test_one_change_cures_two_denies() -> None:
    photos = needs("consent", "yes", "photos", consent={"yes": "Ask a parent."})
    names = needs("consent", "yes", "names")
    case = decided({"consent": "no"}, photos, names)
    (remedy,) = remedies(case, NO_TOPICS)
    assert shown(remedy) == (["Ask a parent."], [])
    assert remedy.changes[0].was == NO
    assert remedy.decision is not None
    assert [topic.allowed for topic in remedy.decision.topics] == [True, True]


def test_what_cures_one_topic_and_breaks_another_is_no_remedy() -> None:
    photos = tiny_tree(
        {"public": {"yes": "fine", "no": "consent"}, "consent": {"yes": "fine", "no": "refused"}}, ENDS, "photos"
    )
    photos = with_obtain(photos, public={"yes": "Take one at a game."}, consent={"yes": "Ask a parent."})
    work = needs("public", "no", "work")
    case = decided({"public": "no", "consent": "no"}, photos, work)
    assert found(case) == [(["Ask a parent."], [])]
    alone = every_remedy(case, NO_TOPICS).by_topic
    assert {topic: [shown(remedy)[0] for remedy in its] for topic, its in alone.items()} == {
        "photos": [["Take one at a game."], ["Ask a parent."]]
    }


def test_topics_that_can_only_be_allowed_apart_have_no_remedy_together() -> None:
    one = needs("public", "yes", "one", public={"yes": "Show it.", "no": "Hide it."})
    other = needs("public", "no", "other")
    remedies_found = every_remedy(decided({"public": "unsure"}, one, other), NO_TOPICS)
    assert remedies_found.together == ()
    assert {topic: len(its) for topic, its in remedies_found.by_topic.items()} == {"one": 1, "other": 1}


def test_what_is_open_and_cannot_be_brought_about_has_to_prove_true() -> None:
    tree = tiny_tree(
        {
            "place": {"site": "refused", "tool": "entitled"},
            "entitled": {"all": "fine", "some": "secret", "none": "refused"},
            "secret": {"yes": "refused", "no": "fine"},
        },
        ENDS,
    )
    tree = with_obtain(tree, place={"tool": "Use the tool."})
    assert found(decided({"place": "site"}, tree)) == [(["Use the tool."], [("entitled", "all")])]


def test_provisos_that_are_as_few_are_remedies_of_their_own() -> None:
    tree = tiny_tree({"who": {"student": "refused", "parent": "fine", "friend": "fine"}}, ENDS)
    assert found(decided({"who": "unsure"}, tree)) == [([], [("who", "parent")]), ([], [("who", "friend")])]


def test_what_is_open_and_can_be_brought_about_is_a_change() -> None:
    tree = tiny_tree({"place": {"site": "refused", "tool": "signed"}, "signed": {"yes": "fine", "no": "refused"}}, ENDS)
    tree = with_obtain(tree, place={"tool": "Use the tool."}, signed={"yes": "Sign it."})
    (remedy,) = remedies(decided({"place": "site"}, tree), NO_TOPICS)
    assert shown(remedy) == (["Use the tool.", "Sign it."], [])
    assert [change.was for change in remedy.changes] == ["site", None]


def test_an_unsure_answer_is_open_and_a_dormant_one_too() -> None:
    tree = with_obtain(
        tiny_tree(
            {"place": {"site": "consent", "tool": "signed"}, "consent": {"yes": "fine", "no": "refused"},
             "signed": {"yes": "fine", "no": "refused"}},
            ENDS,
        ),
        place={"tool": "Use the tool."},
    )  # fmt: skip
    assert found(decided({"place": "site", "consent": "unsure"}, tree)) == [([], [("consent", "yes")])]
    dormant = decided({"place": "site", "consent": "no", "signed": "yes"}, tree)
    assert dormant.dormant == {"signed": "yes"}
    assert found(dormant) == [(["Use the tool."], [("signed", "yes")])]


def test_an_open_fact_that_makes_no_difference_needs_no_answer() -> None:
    tree = with_obtain(
        tiny_tree(
            {"consent": {"yes": "joy", "no": "refused"}, "joy": {"yes": "fine", "no": "dull"}},
            {**ENDS, "dull": "allow"},
        ),
        consent={"yes": "Ask a parent."},
    )
    assert found(decided({"consent": "no"}, tree)) == [(["Ask a parent."], [])]


def test_alternatives_that_tie_stand_in_the_authors_order() -> None:
    tree = with_obtain(
        tiny_tree({"right": {"none": "refused", "owner": "fine", "link": "fine", "law": "fine"}}, ENDS),
        right={"link": "Link to it.", "owner": "Ask the owner."},
    )
    assert found(decided({"right": "none"}, tree)) == [(["Ask the owner."], []), (["Link to it."], [])]


def either(*facts: str) -> SoundTree:
    """Return a topic that a yes to any of some facts allows, each of which can be brought about."""
    questions = {fact: {"yes": "fine", "no": then} for fact, then in zip(facts, [*facts[1:], "refused"], strict=True)}
    tree = tiny_tree(questions, ENDS, "-".join(facts))
    return with_obtain(tree, **{fact: {"yes": f"Do {fact}."} for fact in facts})


def test_what_can_be_come_to_in_two_orders_is_one_remedy() -> None:
    case = decided(dict.fromkeys("abcdef", "no"), either("a", "b"), either("a", "c", "d"), either("b", "e", "f"))
    assert [" ".join(hows) for hows, _ in found(case)] == [
        "Do a. Do b.",
        "Do a. Do e.",
        "Do a. Do f.",
        "Do b. Do c.",
        "Do b. Do d.",
    ]


def test_a_fact_that_is_asked_twice_on_a_path_has_one_answer() -> None:
    twice = tiny_tree(
        {"place": {"site": "again", "tool": "fine"}, "again": {"site": "fine", "tool": "refused"}}, ENDS, "twice"
    )
    again = replace(twice.questions[NodeId("again")], fact=Fact("place"))
    twice = replace(twice, questions={**twice.questions, again.id: again})
    photos = needs("consent", "yes", "photos", consent={"yes": "Ask a parent."})
    assert found(decided({"place": "unsure", "consent": "no"}, twice, photos)) == [(["Ask a parent."], [])]


def test_what_leaves_more_to_meet_is_left_out() -> None:
    due = Outcome(
        NodeId("due"), Verdict.ALLOW, "It is fine.", (CLAUSE,), (Condition("Keep it.", "you", Due.AFTER, (CLAUSE,)),)
    )
    tree = with_obtain(
        tiny_tree({"right": {"none": "refused", "owner": "due", "link": "fine"}}, {**ENDS, "due": due}),
        right={"link": "Link to it.", "owner": "Ask the owner."},
    )
    assert found(decided({"right": "none"}, tree)) == [(["Link to it."], [])]
    only = with_obtain(tree, right={"owner": "Ask the owner."})
    (remedy,) = remedies(decided({"right": "none"}, only), NO_TOPICS)
    assert (remedy.verdict, remedy.conditions) == (Verdict.ALLOW_WITH_CONDITIONS, due.conditions)


def test_where_nothing_helps_there_is_none() -> None:
    assert found(decided({"consent": "no"}, needs("consent", "yes", "photos"))) == []
    always = with_obtain(
        tiny_tree({"consent": {"yes": "refused", "no": "never"}}, {"refused": "deny", "never": "deny"}),
        consent={"yes": "Ask a parent."},
    )
    assert found(decided({"consent": "no"}, always)) == []


def listed(*facts: FirstFact, **needed: FirstFact) -> Topics:
    topics = (Topic(TopicSlug(name), name, "post", {fact.fact: YES}) for name, fact in needed.items())
    return Topics(facts, tuple(topics))


SHOWN = FirstFact(Fact("shows-plan"), "It shows a plan", {NO: "Crop the plan out."})
ALWAYS = Topic(TopicSlug("words"), "Words", "post", {})


def test_a_topic_that_was_named_can_be_left() -> None:
    topics = listed(SHOWN, photos=SHOWN)
    photos = needs("consent", "yes", "photos")
    case = decided({"consent": "no"}, photos)
    (remedy,) = remedies(case, topics)
    assert shown(remedy) == (["Crop the plan out."], [])
    assert remedy.changes[0].was == YES
    assert (remedy.decision, remedy.verdict, remedy.conditions) == (None, Verdict.ALLOW, ())


def test_a_topic_that_facts_brought_can_be_left_and_is_then_not_decided() -> None:
    topics = listed(SHOWN, photos=SHOWN)
    trees = needs("consent", "yes", "photos"), needs("polite", "yes", "words")
    district = replace(tiny_district(*trees), topics=replace(topics, topics=(*topics.topics, ALWAYS)))
    case = district.consult_by_first_facts({SHOWN.fact: YES, Fact("consent"): NO, Fact("polite"): YES})
    (remedy,) = remedies(case, district.topics)
    assert shown(remedy) == (["Crop the plan out."], [])
    assert remedy.decision is not None
    assert [topic.topic for topic in remedy.decision.topics] == ["words"]


def test_a_remedy_that_keeps_the_topics_stands_beside_one_that_leaves_some() -> None:
    topics = listed(SHOWN, photos=SHOWN)
    photos = needs("consent", "yes", "photos", consent={"yes": "Ask a parent."})
    consented = photos.outcomes[NodeId("fine")]
    condition = Condition("Tell the office.", "you", Due.BEFORE, (CLAUSE,))
    dutiful = replace(photos, outcomes={**photos.outcomes, consented.id: replace(consented, conditions=(condition,))})
    offered = every_remedy(decided({"consent": "no"}, dutiful), topics)
    assert [shown(remedy) for remedy in offered.together] == [(["Ask a parent."], []), (["Crop the plan out."], [])]
    assert [shown(remedy) for remedy in offered.by_topic[TopicSlug("photos")]] == [
        (["Ask a parent."], []),
        (["Crop the plan out."], []),
    ]
    both = every_remedy(decided({"consent": "no"}, photos), topics)
    assert [shown(remedy) for remedy in both.together] == [(["Ask a parent."], []), (["Crop the plan out."], [])]


def test_it_is_said_as_the_topic_in_the_way_says_it() -> None:
    first = needs("consent", "yes", "first", consent={"yes": "Ask for the first."})
    second = needs("consent", "yes", "second", consent={"yes": "Ask for the second."})
    case = decided({"consent": "no"}, first, second)
    assert found(case) == [(["Ask for the first."], [])]
    alone = every_remedy(case, NO_TOPICS).by_topic
    assert [shown(remedy)[0] for its in alone.values() for remedy in its] == [
        ["Ask for the first."],
        ["Ask for the second."],
    ]


def test_it_is_said_as_the_question_says_it_that_is_then_asked() -> None:
    tree = tiny_tree(
        {"place": {"site": "early", "tool": "late"}, "early": {"yes": "fine", "no": "refused"},
         "late": {"yes": "fine", "no": "refused"}},
        ENDS,
    )  # fmt: skip
    tree = with_obtain(tree, early={"yes": "Ask early."}, late={"yes": "Ask late."})
    late = replace(tree.questions[NodeId("late")], fact=Fact("early"))
    tree = replace(tree, questions={**tree.questions, late.id: late})
    assert found(decided({"place": "tool", "early": "no"}, tree)) == [(["Ask late."], [])]


def test_a_topic_that_is_not_in_the_way_does_not_say_how() -> None:
    fine = with_obtain(
        tiny_tree({"consent": {"yes": "fine", "no": "fine"}}, ENDS | {"refused": "allow"}, "fine"),
        consent={"yes": "For the album, ask a parent."},
    )
    denied = needs("consent", "yes", "denied", consent={"yes": "Ask a parent."})
    assert found(decided({"consent": "no"}, fine, denied)) == [(["Ask a parent."], [])]


def test_without_a_topic_there_is_nothing_to_change() -> None:
    assert found(Consultation.begin([])) == [([], [])]
