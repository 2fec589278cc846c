"""Hypothesis strategies: random sound trees, several of one district, and answers to them."""

from dataclasses import replace

from hypothesis import strategies as st

from advisor.domain.tree import Answer, Condition, Due, Fact, NodeId, Outcome, Question, SoundTree
from advisor.domain.verdict import Verdict
from tests.support.trees import CLAUSE, tiny_tree

_FACTS = tuple(f"fact-{n}" for n in range(8))
_ANSWERS = ("yes", "no", "maybe")


@st.composite
def outcomes(draw: st.DrawFn, id_: str) -> Outcome:
    """An outcome of any verdict; an allow may carry conditions, one of which a fact can already meet."""
    verdict = draw(st.sampled_from([Verdict.ALLOW, Verdict.DENY, Verdict.SILENT]))
    silent = verdict is Verdict.SILENT
    conditions = tuple(
        Condition(f"do {n}", "you", draw(st.sampled_from(Due)), (CLAUSE,), draw(_unless))
        for n in range(draw(st.integers(0, 2)) if verdict is Verdict.ALLOW else 0)
    )
    return Outcome(
        id=NodeId(id_),
        verdict=verdict,
        because=f"Because of {id_}.",
        cites=() if silent else (CLAUSE,),
        conditions=conditions,
        ask="the school office" if silent else "",
        until_then=draw(st.sampled_from([Verdict.ALLOW, Verdict.DENY])) if silent else None,
    )


_unless = st.one_of(
    st.just(dict[Fact, Answer]()),
    st.fixed_dictionaries({}, optional={Fact(_FACTS[0]): st.just(Answer("yes"))}),
)


@st.composite
def sound_trees(draw: st.DrawFn, topic: str = "student-images", most: int = len(_FACTS)) -> SoundTree:
    """A sound tree of up to so many questions; every question leads to later ones or to an outcome.

    Its facts and their options are those of every other tree that this strategy draws.
    """
    facts = draw(st.lists(st.sampled_from(_FACTS), min_size=1, max_size=most, unique=True))
    ends = [f"end-{n}" for n in range(draw(st.integers(1, 4)))]
    questions = {}
    for index, fact in enumerate(facts):
        later = [*facts[index + 1 :], *ends]
        answers = _ANSWERS[: 2 + _FACTS.index(fact) % 2]
        questions[fact] = {answer: draw(st.sampled_from(later)) for answer in answers}
    reached = _reached(questions, facts[0])
    return tiny_tree(
        {fact: options for fact, options in questions.items() if fact in reached},
        {end: draw(outcomes(end)) for end in ends if end in reached},
        topic,
    )


def _reached(questions: dict[str, dict[str, str]], start: str) -> set[str]:
    reached = {start}
    for fact, options in questions.items():
        if fact in reached:
            reached.update(options.values())
    return reached


@st.composite
def districts_topics(draw: st.DrawFn, most: int = len(_FACTS)) -> list[SoundTree]:
    """One to three topics of one district, which share facts."""
    return [draw(sound_trees(f"topic-{n}", most)) for n in range(draw(st.integers(1, 3)))]


@st.composite
def obtainable(draw: st.DrawFn, trees: list[SoundTree]) -> list[SoundTree]:
    """The same topics, where some answers can be brought about."""
    return [replace(tree, questions={id_: draw(_obtaining(q)) for id_, q in tree.questions.items()}) for tree in trees]


@st.composite
def _obtaining(draw: st.DrawFn, question: Question) -> Question:
    answers = draw(st.sets(st.sampled_from([option.answer for option in question.options])))
    return replace(question, obtain={answer: f"Make it {answer}." for answer in sorted(answers)})
