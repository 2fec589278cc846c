"""What open facts can come to, held against every completion one by one."""

from hypothesis import given
from hypothesis import strategies as st

from advisor.domain.completions import Completions, deciding_facts, every_end, settled
from advisor.domain.consultation import Consultation
from advisor.domain.tree import UNSURE, Answer, Fact, SoundTree, questions_by_fact
from advisor.domain.verdict import Headline, Verdict, strictness
from advisor.domain.walk import branch
from tests.support.brute_force import every_completion, facts_that_matter, is_allowed, strictness_of
from tests.support.random_trees import districts_topics
from tests.support.trees import tiny_tree

YES, NO = Answer("yes"), Answer("no")
FEW = {"permitted": "allow", "refused": "deny"}


def needs(fact: str, answer: str) -> SoundTree:
    other = "no" if answer == "yes" else "yes"
    return tiny_tree({fact: {answer: "permitted", other: "refused"}}, FEW, f"needs-{fact}-{answer}")


@st.composite
def partly_answered(draw: st.DrawFn) -> tuple[list[SoundTree], dict[Fact, Answer]]:
    """Some topics, and answers to some of their facts, *not sure* among them."""
    trees = draw(districts_topics())
    answers = {
        fact: draw(st.sampled_from([UNSURE, *(option.answer for option in question.options)]))
        for fact, question in questions_by_fact(trees).items()
        if draw(st.booleans())
    }
    return trees, answers


@given(partly_answered())
def test_settled_is_what_every_completion_says(case: tuple[list[SoundTree], dict[Fact, Answer]]) -> None:
    trees, answers = case
    together = Completions(every_end(tree, answers) for tree in trees)
    verdicts = {is_allowed(trees, completion) for completion in every_completion(trees, answers)}
    assert together.settled == (verdicts.pop() if len(verdicts) == 1 else None)


@given(partly_answered())
def test_what_matters_is_what_two_completions_differ_on(case: tuple[list[SoundTree], dict[Fact, Answer]]) -> None:
    trees, answers = case
    together = Completions(every_end(tree, answers) for tree in trees)
    assert set(together.deciding()) == facts_that_matter(trees, answers)
    for tree in trees:
        assert deciding_facts(every_end(tree, answers)) == facts_that_matter([tree], answers)


@given(partly_answered())
def test_a_settled_verdict_is_the_most_cautious_one(case: tuple[list[SoundTree], dict[Fact, Answer]]) -> None:
    trees, answers = case
    begun = Consultation.begin(trees, answers)
    decision = begun.so_far
    assert decision is not None
    verdicts = {is_allowed(trees, each) for each in every_completion(trees, begun.answers)}
    if len(verdicts) == 1:
        strictest = max(strictness_of(trees, each) for each in every_completion(trees, begun.answers))
        assert strictness(decision.verdict, allowed=decision.allowed) == strictest
        assert decision.allowed == verdicts.pop()
    else:
        assert (decision.verdict, decision.headline, decision.allowed) == (Verdict.DEPENDS, Headline.NOT_YET, False)
        assert decision.find_out


@given(districts_topics(), st.data())
def test_not_sure_is_never_on_the_allow_side(trees: list[SoundTree], data: st.DataObject) -> None:
    consultation = Consultation.begin(trees)
    while consultation.question:
        offered = [UNSURE, *(option.answer for option in consultation.question.options)]
        consultation = consultation.answer(data.draw(st.sampled_from(offered)))
    assert consultation.decision is not None
    if consultation.decision.allowed:
        assert all(is_allowed(trees, each) for each in every_completion(trees, consultation.answers))


@given(districts_topics(), st.data())
def test_what_is_asked_after_not_sure_matters_and_nothing_that_could_settle_its_topic_is_left_out(
    trees: list[SoundTree], data: st.DataObject
) -> None:
    consultation = Consultation.begin(trees)
    while consultation.question:
        assert consultation.current
        if any(step.answer == UNSURE for step in consultation.current.trail):
            assert consultation.question.fact in facts_that_matter([consultation.current.tree], consultation.answers)
        offered = [UNSURE, *(option.answer for option in consultation.question.options)]
        consultation = consultation.answer(data.draw(st.sampled_from(offered)))
    for walk in consultation.walks:
        ends = every_end(walk.tree, consultation.answers)
        stopped = len({outcome.allowed for outcome in walk.outcomes}) > 1
        unknown = {fact for fact, answer in consultation.answers.items() if answer == UNSURE}
        deciding = facts_that_matter([walk.tree], consultation.answers)
        assert walk.path or settled(ends) is not None or stopped or deciding <= unknown


def test_the_way_to_a_question_that_matters_leads_through_one_that_does_not() -> None:
    tree = tiny_tree(
        {
            "where": {"site": "form", "paper": "consent"},
            "form": {"yes": "consent", "no": "asked"},
            "asked": {"yes": "consent", "no": "consent"},
            "consent": {"yes": "fine", "no": "refused"},
        },
        {"fine": "allow", "refused": "deny"},
    )
    unsure = Consultation.begin([tree]).answer(UNSURE)
    assert unsure.question is not None
    assert unsure.question.fact == "consent"
    assert branch(unsure.walks[0], unsure.question) == ()
    decided = unsure.answer(Answer("yes")).decision
    assert decided is not None
    assert decided.verdict is Verdict.ALLOW


def test_topics_that_contradict_each_other_are_settled_together_though_neither_is_alone() -> None:
    finished = Consultation.begin([needs("public", "yes"), needs("public", "no")]).answer(UNSURE)
    decision = finished.decision
    assert decision is not None
    assert [topic.verdict for topic in decision.topics] == [Verdict.DEPENDS, Verdict.DEPENDS]
    assert (decision.verdict, decision.allowed, decision.find_out) == (Verdict.DENY, False, ())
    assert decision.because == "Because of refused."


def test_a_topic_that_denies_leaves_nothing_to_find_out() -> None:
    finished = Consultation.begin([needs("public", "yes"), needs("consent", "yes")]).answer(NO).answer(UNSURE)
    assert finished.decision is not None
    assert finished.decision.find_out == ()
    assert [question.fact for question in finished.decision.topics[1].find_out] == ["consent"]


def test_the_fact_whose_answers_settle_most_is_found_out_first() -> None:
    tree = tiny_tree(
        {
            "where": {"paper": "fine", "network": "consent", "site": "consent"},
            "consent": {"yes": "fine", "no": "refused"},
        },
        {"fine": "allow", "refused": "deny"},
    )
    decision = Consultation.begin([tree]).answer(UNSURE).answer(UNSURE).decision
    assert decision is not None
    assert [question.fact for question in decision.find_out] == ["consent", "where"]
    assert decision.because == "It depends on this: Consent?"


def test_a_topic_stops_once_two_finished_branches_disagree() -> None:
    tree = tiny_tree(
        {
            "where": {"paper": "fine", "site": "refused", "network": "consent"},
            "consent": {"yes": "fine", "no": "refused"},
        },
        {"fine": "allow", "refused": "deny"},
    )
    stopped = Consultation.begin([tree]).answer(UNSURE)
    assert stopped.question is None
    assert [question.fact for question in stopped.walks[0].open] == ["consent"]


def test_a_topic_that_is_settled_asks_no_more() -> None:
    tree = tiny_tree(
        {"where": {"paper": "refused", "site": "why"}, "why": {"joy": "refused", "duty": "forbidden"}},
        {"refused": "deny", "forbidden": "deny"},
    )
    unsure = Consultation.begin([tree]).answer(UNSURE)
    assert unsure.question is None
    assert unsure.decision is not None
    assert (unsure.decision.verdict, unsure.decision.find_out) == (Verdict.DENY, ())


def test_a_question_of_one_branch_says_which() -> None:
    tree = tiny_tree(
        {
            "where": {"paper": "fine", "site": "consent", "network": "consent"},
            "consent": {"yes": "fine", "no": "refused"},
        },
        {"fine": "allow", "refused": "deny"},
    )
    unsure = Consultation.begin([tree]).answer(UNSURE)
    assert unsure.question is not None
    steps = branch(unsure.walks[0], unsure.question)
    assert [(step.fact, step.answer) for step in steps] == [("where", "site"), ("where", "network")]
    sure = Consultation.begin([tree]).answer(Answer("site"))
    assert sure.question is not None
    assert branch(sure.walks[0], sure.question) == ()


def test_a_topic_that_may_deny_makes_a_silent_one_a_no() -> None:
    silent = tiny_tree({"place": {"yes": "unsaid", "no": "unsaid"}}, {"unsaid": "silent"}, "premises")
    decision = Consultation.begin([silent, needs("consent", "yes")]).answer(YES).answer(UNSURE).decision
    assert decision is not None
    assert (decision.verdict, decision.because) == (Verdict.DENY, "Because of refused.")
    assert [topic.topic for topic in decision.deciding] == ["premises", "needs-consent-yes"]


def test_a_topic_that_depends_is_no_ground_of_a_deny() -> None:
    decision = Consultation.begin([needs("public", "yes"), needs("consent", "yes")]).answer(NO).answer(UNSURE).decision
    assert decision is not None
    assert [topic.topic for topic in decision.deciding] == ["needs-public-yes"]
