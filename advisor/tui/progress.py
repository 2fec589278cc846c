"""What can be said for certain of a consultation's progress, and what was answered on the way."""

from typing import NamedTuple

from advisor.domain.consultation import Consultation
from advisor.domain.tree import UNSURE, Fact, NodeId
from advisor.domain.walk import Walk
from advisor.render.wording import label


class Answered(NamedTuple):
    """One question of the trail with its answer, as a person read them."""

    fact: Fact
    ask: str
    label: str


def most_left(consultation: Consultation) -> int:
    """Return how many questions can still come at most; the open one counts."""
    return sum(_longest_from_open(each, consultation) for each in consultation.walks)


def answered(consultation: Consultation) -> tuple[Answered, ...]:
    """Return the trail over all topics, each fact once, in the order in which it was answered."""
    asked = {step.fact: each.tree.questions[step.question] for each in consultation.walks for step in each.trail}
    return tuple(Answered(fact, asked[fact].ask, label(asked[fact], a)) for fact, a in consultation.answers.items())


def standing_at(consultation: Consultation) -> str:
    """Return the name of the place where a consultation stands: its topic and its open question; empty at the end."""
    walk, question = consultation.current, consultation.question
    return f"{walk.tree.topic} {question.id}" if walk and question else ""


def answered_by_place(consultation: Consultation, place: int) -> Consultation:
    """Answer the open question with the option at a place; without one, change nothing."""
    options = consultation.question.options if consultation.question else ()
    return consultation.answer(options[place].answer) if place < len(options) else consultation


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
    return sum(longest[question.id] for question in walk.open)
