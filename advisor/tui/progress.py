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
