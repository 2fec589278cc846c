"""What can be said for certain of a consultation's progress, and what was answered on the way."""

from typing import Final, NamedTuple

from advisor.domain.applicability import stands_in_front
from advisor.domain.consultation import Consultation
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId
from advisor.domain.walk import Walk
from advisor.render.wording import label

_NO: Final = Answer("no")


class Answered(NamedTuple):
    """One question of the trail with its answer, as a person read them."""

    fact: Fact
    ask: str
    label: str


def most_left(consultation: Consultation) -> int:
    """Return how many questions can still come at most; the open one counts."""
    return sum(_longest_from_open(each, consultation) for each in consultation.walks)


def answered(consultation: Consultation) -> tuple[Answered, ...]:
    """Return the trail over all topics, each fact once, in the order in which it was answered.

    What was not ticked on the first screen is left out.
    """
    asked = {step.fact: each.tree.questions[step.question] for each in consultation.walks for step in each.trail}
    unticked = {fact for fact in first_facts(consultation) if consultation.answers[fact] == _NO}
    return tuple(
        Answered(fact, asked[fact].ask, label(asked[fact], answer))
        for fact, answer in consultation.answers.items()
        if fact not in unticked
    )


def first_facts(consultation: Consultation) -> frozenset[Fact]:
    """Return the answered facts that only say whether a topic applies."""
    trails = [step for each in consultation.walks for step in each.trail]
    return frozenset(s.fact for s in trails if stands_in_front(s)) - {s.fact for s in trails if not stands_in_front(s)}


def carried(consultation: Consultation) -> tuple[Answered, ...]:
    """Return the answers of earlier topics that the topic at hand begins with, until it has an answer of its own."""
    current = consultation.current
    if current is None:
        return ()
    earlier = consultation.walks[: consultation.walks.index(current)]
    before = {step.fact for each in earlier for step in each.trail}
    own = [step for step in current.trail if not stands_in_front(step)]
    if not all(step.fact in before for step in own):
        return ()
    asked = [(current.tree.questions[step.question], step.answer) for step in own]
    return tuple(Answered(question.fact, question.ask, label(question, answer)) for question, answer in asked)


def is_already_no(consultation: Consultation) -> bool:
    """Tell whether no answer to what is still open can lead to an allow."""
    decision = consultation.so_far
    return consultation.question is not None and decision is not None and decision.settled is False


def standing_at(consultation: Consultation) -> str:
    """Return the name of the place where a consultation stands: its topic and its open question; empty at the end."""
    walk, question = consultation.current, consultation.question
    return f"{walk.tree.topic} {question.id}" if walk and question else ""


def answered_by_place(consultation: Consultation, place: int) -> Consultation:
    """Answer the open question with the option at a place; without one, change nothing."""
    offered = answers(consultation)
    return consultation.answer(offered[place]) if place < len(offered) else consultation


def answers(consultation: Consultation) -> tuple[Answer, ...]:
    """Return the answers to the open question, *not sure* as the last."""
    question = consultation.question
    return (*(option.answer for option in question.options), UNSURE) if question else ()


def answered_unsure(consultation: Consultation) -> Consultation:
    """Answer the open question with *not sure*, if there is one."""
    return consultation.answer(UNSURE) if consultation.question else consultation


def answered_by_label(consultation: Consultation, word: str) -> Consultation:
    """Answer the open question with the option that is labelled so, in small letters; without one, change nothing."""
    options = consultation.question.options if consultation.question else ()
    said = [option.answer for option in options if option.label.casefold() == word]
    return consultation.answer(said[0]) if said else consultation


def rewound(consultation: Consultation, fact: Fact) -> Consultation:
    """Take answers back until a fact is open again; all of them are offered again."""
    while fact in consultation.answers:
        consultation = consultation.back()
    return consultation


def _longest_from_open(walk: Walk, consultation: Consultation) -> int:
    longest: dict[NodeId, int] = {}
    for node in reversed(walk.tree.order):
        question = walk.tree.questions[node]
        known = consultation.answers.get(question.fact)
        further = [longest.get(o.then, 0) for o in question.options if known in (None, UNSURE, o.answer)]
        longest[node] = max(further, default=0) + (known is None)
    return sum(longest[question.id] for question in walk.wanted)
