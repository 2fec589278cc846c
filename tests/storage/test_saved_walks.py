"""What is saved of a consultation, and that taking it up again gives the same one, or says what is not the same."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Option, SoundTree, questions_by_fact
from advisor.domain.verdict import Verdict
from advisor.library import Library
from advisor.loading import compiled
from advisor.storage.saved_walks import SavedWalk, dump, load, taken_up, walked_digest
from tests.support.random_trees import districts_topics
from tests.support.trees import tiny_district, tiny_tree
from tests.trees.shipped import ROOT

YES, NO = Answer("yes"), Answer("no")


def images(**ends: str) -> SoundTree:
    """Return a tree whose second question may lead elsewhere."""
    return tiny_tree(
        {"public": {"yes": "allowed", "no": "consent"}, "consent": {"yes": "allowed", "no": "refused"} | ends},
        {"allowed": "allow", "refused": "deny"},
    )


def logo() -> SoundTree:
    return tiny_tree({"permitted": {"yes": "fine", "no": "refused"}}, {"fine": "allow", "refused": "deny"}, "logo")


@st.composite
def consultations(draw: st.DrawFn) -> Consultation:
    """A consultation in which a person answered, went back and revised."""
    consultation = Consultation.begin(draw(districts_topics()))
    questions = questions_by_fact(consultation.trees)
    for _ in range(draw(st.integers(0, 8))):
        if draw(st.booleans()):
            fact = draw(st.sampled_from(sorted(questions)))
            consultation = consultation.revise(fact, draw(answers_to(questions[fact].options)))
        elif consultation.question and draw(st.booleans()):
            consultation = consultation.answer(draw(answers_to(consultation.question.options)))
        else:
            consultation = consultation.back()
    return consultation


def answers_to(options: Sequence[Option]) -> st.SearchStrategy[Answer]:
    return st.sampled_from([UNSURE, *(option.answer for option in options)])


@given(consultations())
def test_a_walk_is_resumed_exactly_where_it_was(consultation: Consultation) -> None:
    saved = load(dump(SavedWalk.of(consultation, "post")))
    assert saved is not None
    assert (saved.group, saved.finished) == ("post", consultation.question is None)
    taken = taken_up(saved, tiny_district(*consultation.trees))
    assert taken.consultation == consultation
    assert list(taken.consultation.answers) == list(consultation.answers)
    assert list(taken.consultation.dormant) == list(consultation.dormant)
    assert (taken.changed, taken.vanished, taken.set_aside) == ((), (), {})


@given(consultations(), st.data())
def test_a_changed_tree_is_said_so_and_walked_by_facts(consultation: Consultation, data: st.DataObject) -> None:
    saved = SavedWalk.of(consultation)
    tree = data.draw(st.sampled_from(consultation.trees))
    question = data.draw(st.sampled_from(list(tree.questions.values())))
    gone = data.draw(st.sampled_from(question.options))
    fewer = replace(question, options=tuple(option for option in question.options if option != gone))
    changed = replace(tree, questions={**tree.questions, question.id: fewer})
    taken = taken_up(saved, tiny_district(*(changed if each is tree else each for each in consultation.trees)))
    lost = saved.answers.get(question.fact) == gone.answer
    assert taken.changed == (tree.topic,)
    assert taken.set_aside == ({question.fact: gone.answer} if lost else {})
    assert taken.consultation.answers.items() <= saved.answers.items()
    again = {**taken.consultation.answers, **taken.consultation.dormant, **taken.set_aside}
    assert {fact: again[fact] for fact in saved.answers} == saved.answers
    assert taken.consultation.dormant.get(question.fact) != gone.answer
    if saved.answers.get(question.fact) not in {gone.answer, UNSURE}:
        assert taken.consultation.answers == saved.answers


@given(consultations())
def test_a_topic_that_vanished_takes_its_answers_along(consultation: Consultation) -> None:
    saved = SavedWalk.of(consultation)
    first, *others = consultation.trees
    taken = taken_up(saved, tiny_district(*others))
    assert taken.vanished == (first.topic,)
    assert taken.consultation.trees == tuple(others)
    asked = questions_by_fact(others)
    assert taken.set_aside == {fact: answer for fact, answer in saved.answers.items() if fact not in asked}


def test_where_every_topic_vanished_there_is_nothing_to_ask() -> None:
    saved = SavedWalk.of(Consultation.begin([images()]).answer(YES))
    taken = taken_up(saved, tiny_district(logo()))
    assert taken.consultation.trees == ()
    assert taken.consultation.question is None
    assert (taken.vanished, taken.set_aside) == (("student-images",), {"public": "yes"})


def test_an_answer_whose_question_is_no_longer_met_is_dormant() -> None:
    saved = SavedWalk.of(Consultation.begin([images()]).answer(NO).answer(NO))
    other_way = tiny_tree(
        {"minor": {"yes": "refused", "no": "consent"}, "consent": {"yes": "allowed", "no": "refused"}},
        {"allowed": "allow", "refused": "deny"},
    )
    taken = taken_up(saved, tiny_district(other_way))
    assert taken.consultation.answers == {}
    assert taken.consultation.dormant == {"consent": "no"}
    assert taken.set_aside == {"public": "no"}
    assert taken.consultation.answer(NO).offered == NO


def test_an_answer_must_be_offered_by_every_question_about_its_fact() -> None:
    first, second = (
        tiny_tree({"public": {"yes": "fine", other: "fine"}}, {"fine": "allow"}, topic)
        for topic, other in (("photos", "no"), ("video", "never"))
    )
    saved = SavedWalk.of(Consultation.begin([first]).answer(NO))
    both = replace(saved, digests={**saved.digests, second.topic: walked_digest(second)})
    taken = taken_up(both, tiny_district(first, second))
    assert (taken.consultation.answers, taken.set_aside) == ({}, {"public": "no"})


def test_what_was_taken_back_is_offered_and_does_not_count() -> None:
    saved = SavedWalk.of(Consultation.begin([images()]).answer(NO).answer(YES).back())
    consultation = taken_up(saved, tiny_district(images())).consultation
    assert consultation.question is not None
    assert (consultation.question.fact, consultation.offered) == ("consent", "yes")
    assert consultation.decision is None


SHOWN, USED = (FirstFact(Fact(fact), f"{fact}?", {}) for fact in ("shows-students", "uses-logo"))


def screened(*trees: SoundTree, facts: tuple[FirstFact, ...] = (SHOWN, USED)) -> District:
    """Return a district whose first screen asks whether students are shown and the logo is used."""
    when = {"student-images": {SHOWN.fact: YES}, "logo": {USED.fact: YES}}
    topics = tuple(Topic(tree.topic, tree.title, "post", when.get(tree.topic, {})) for tree in trees)
    return replace(tiny_district(*trees), topics=Topics(facts, topics))


def shown(district: District) -> Consultation:
    """Begin with students shown and no logo used, and answer that it was not in public."""
    return district.consult_by_first_facts({SHOWN.fact: YES}).answer(NO)


def test_a_walk_by_the_facts_of_the_first_screen_is_resumed_exactly_where_it_was() -> None:
    district = screened(images(), logo())
    taken = taken_up(SavedWalk.of(shown(district), "post"), district)
    assert taken.consultation == shown(district)
    assert taken.consultation.answers == {"shows-students": "yes", "public": "no", "uses-logo": "no"}
    assert (taken.changed, taken.vanished, taken.set_aside) == ((), (), {})


def test_a_changed_tree_is_said_so_only_where_its_topic_applies() -> None:
    saved = SavedWalk.of(shown(screened(images(), logo())), "post")
    other_logo = replace(logo(), questions={**tiny_tree({"permitted": {"yes": "fine"}}, {"fine": "allow"}).questions})
    assert taken_up(saved, screened(images(), other_logo)).changed == ()
    assert taken_up(saved, screened(images(maybe="refused"), other_logo)).changed == ("student-images",)


def test_a_topic_that_is_new_and_may_apply_is_said_so() -> None:
    saved = SavedWalk.of(shown(screened(images())), "post")
    always = tiny_tree({"lawful": {"yes": "fine", "no": "wrong"}}, {"fine": "allow", "wrong": "deny"}, "other-rules")
    taken = taken_up(saved, screened(images(), logo(), always))
    assert taken.changed == ("logo", "other-rules")
    unused = Consultation.begin(taken.consultation.trees, {**taken.consultation.answers, USED.fact: NO})
    assert [each.tree.topic for each in unused.walks if each.question] == ["student-images", "other-rules"]


def test_a_fact_that_is_new_on_the_first_screen_is_asked_and_not_taken_for_a_no() -> None:
    before = screened(images(), facts=(SHOWN,))
    saved = SavedWalk.of(shown(before), "post")
    consultation = taken_up(saved, screened(images(), logo())).consultation
    assert [question.fact for _, question in consultation.open] == ["consent", "uses-logo"]


def test_a_walk_of_named_topics_asks_nothing_of_the_first_screen() -> None:
    district = screened(images(), logo())
    saved = SavedWalk.of(district.consult(["logo"]))
    assert saved.topics == ("logo",)
    assert taken_up(saved, district).consultation == district.consult(["logo"])


def test_further_on_is_the_same_as_saved_anew() -> None:
    begun = Consultation.begin([images(), logo()])
    further = begun.answer(NO).answer(YES)
    assert SavedWalk.of(begun, "post").at(further) == SavedWalk.of(further, "post")
    assert not SavedWalk.of(further).finished
    assert SavedWalk.of(begun).at(further.answer(UNSURE)).finished


def test_a_consultation_about_nothing_cannot_be_saved() -> None:
    with pytest.raises(ValueError, match="about nothing"):
        SavedWalk.of(Consultation.begin(()))


def variants(tree: SoundTree) -> Iterator[SoundTree]:
    """Yield a tree with one thing changed that a person meets."""
    first = tree.questions[tree.start]
    yes, no = first.options
    for question in (
        replace(first, ask="Is it public?"),
        replace(first, help="A closed practice is not."),
        replace(first, cites=()),
        replace(first, ask_whom="the office"),
        replace(first, obtain={YES: "Ask."}),
        replace(first, fact=Fact("arena")),
        replace(first, options=(no, yes)),
        replace(first, options=(yes,)),
        replace(first, options=(yes, replace(no, label="Nope"))),
        replace(first, options=(yes, replace(no, then=NodeId("refused")))),
    ):
        yield replace(tree, questions={**tree.questions, tree.start: question})
    end = tree.outcomes[NodeId("refused")]
    for outcome in (replace(end, because="It is."), replace(end, verdict=Verdict.ALLOW), replace(end, cites=())):
        yield replace(tree, outcomes={**tree.outcomes, end.id: outcome})
    yield replace(tree, start=NodeId("consent"))


def test_the_digest_changes_with_anything_that_a_person_meets() -> None:
    digests = [walked_digest(each) for each in (images(), *variants(images()))]
    assert len(set(digests)) == len(digests) == 15


def test_the_digest_stays_where_only_authors_see_a_change() -> None:
    assert walked_digest(replace(images(), examples=(), accepted=(), title="Pictures")) == walked_digest(images())


def test_the_digest_is_the_same_however_the_tree_was_read() -> None:
    for tree in (images(), logo()):
        kept = compiled.load(compiled.dump(tiny_district(tree)))
        assert walked_digest(kept.trees[tree.topic]) == walked_digest(tree)


def test_the_digest_is_the_same_in_every_process(moorhead: District) -> None:
    program = (
        "from pathlib import Path; from advisor.library import Library\n"
        "from advisor.storage.saved_walks import walked_digest\n"
        f"trees = Library.only(Path({str(ROOT)!r})).district('moorhead').trees\n"
        "print([walked_digest(tree) for tree in trees.values()])"
    )
    here = [walked_digest(tree) for tree in moorhead.trees.values()]
    for seed in "12":
        said = subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT.parent,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        assert said.strip() == repr(here)
    assert len(set(here)) == len(here)


@pytest.fixture
def moorhead() -> District:
    return Library([ROOT]).district("moorhead")


def walked_to_the_end(district: District) -> Consultation:
    """Answer every question of every topic, the first option first, and not sure at times."""
    consultation = Consultation.begin(district.choose(district.trees))
    while question := consultation.question:
        unsure = len(consultation.answers) % 3 == 0
        consultation = consultation.answer(UNSURE if unsure else question.options[-1].answer)
    return consultation.back().back()


def test_nothing_but_ids_is_saved(moorhead: District) -> None:
    consultation = walked_to_the_end(moorhead)
    assert len(consultation.answers) > 20
    assert consultation.dormant
    text = dump(SavedWalk.of(consultation, "post"))
    questions = [question for tree in moorhead.trees.values() for question in tree.questions.values()]
    ids = {"moorhead", "post", UNSURE, *moorhead.trees, *(question.fact for question in questions)}
    ids |= {option.answer for question in questions for option in question.options}
    digests = {walked_digest(tree) for tree in moorhead.trees.values()}
    keys = {"schema", "district", "topics", "group", "answers", "dormant", "finished"}
    assert set(words(json.loads(text))) <= ids | digests | keys
    prose = {question.ask for question in questions} | {question.help for question in questions}
    prose |= {option.label for question in questions for option in question.options}
    prose |= {outcome.because for tree in moorhead.trees.values() for outcome in tree.outcomes.values()}
    assert [each for each in prose if len(each.split()) > 1 and each in text] == []


def words(kept: object) -> Iterator[str]:
    if isinstance(kept, dict):
        for key, value in kept.items():
            yield from words(key)
            yield from words(value)
    elif isinstance(kept, str):
        yield kept


GOOD = {
    "schema": 1,
    "district": "example",
    "topics": {"logo": "00"},
    "group": "",
    "answers": {"permitted": "yes"},
    "dormant": {},
    "finished": False,
}


def test_the_file_is_as_documented() -> None:
    saved = load(json.dumps(GOOD))
    assert saved is not None
    assert (saved.district, saved.digests, saved.group) == ("example", {"logo": "00"}, "")
    assert (saved.answers, saved.dormant, saved.finished) == ({"permitted": "yes"}, {}, False)
    assert dump(saved) == json.dumps(GOOD) + "\n"


@pytest.mark.parametrize(
    "bad",
    [
        {"schema": 2},
        {"schema": "1"},
        {"district": None},
        {"district": "\x1b[2J"},
        {"district": "x" * 201},
        {"topics": {}},
        {"topics": ["logo"]},
        {"topics": {"logo": 3}},
        {"group": "a\nb"},
        {"answers": {"permitted": ["yes"]}},
        {"answers": {"permitted\u202e": "yes"}},
        {"dormant": {"permitted": "\ud800"}},
        {"dormant": None},
        {"finished": "no"},
    ],
)
def test_anything_else_is_as_good_as_none(bad: dict[str, object]) -> None:
    assert load(json.dumps(GOOD | bad)) is None


@pytest.mark.parametrize("key", GOOD)
def test_whatever_is_missing_makes_it_none(key: str) -> None:
    assert load(json.dumps({name: value for name, value in GOOD.items() if name != key})) is None


@pytest.mark.parametrize(
    "text", ["", "null", "[]", "1e999", "[" * 100_000, "{" + "0" * 10, '{"schema": 1' + "0" * 9999]
)
def test_what_is_no_walk_is_none(text: str) -> None:
    assert load(text) is None
