"""The answers of a consultation as a person gave them, and what a key of the walk does to them."""

from collections.abc import Collection
from typing import NamedTuple

from advisor.domain.consultation import Consultation
from advisor.domain.progress import first_facts
from advisor.domain.tree import NO, UNSURE, Fact
from advisor.render.wording import label


class Answered(NamedTuple):
    """One question of the trail with its answer, as a person read them."""

    fact: Fact
    ask: str
    label: str


def trail_of(consultation: Consultation) -> tuple[Answered, ...]:
    """Return the trail over all topics, each fact once, in the order in which it was answered.

    What was not ticked on the first screen is left out.
    """
    asked = {step.fact: each.tree.questions[step.question] for each in consultation.walks for step in each.trail}
    unticked = {fact for fact in first_facts(consultation) if consultation.answers[fact] == NO}
    return tuple(
        Answered(fact, asked[fact].ask, label(asked[fact], answer))
        for fact, answer in consultation.answers.items()
        if fact not in unticked
    )


def standing_at(consultation: Consultation) -> str:
    """Return the name of the place where a consultation stands: its topic and its open question; empty at the end."""
    walk, question = consultation.current, consultation.question
    return f"{walk.tree.topic} {question.id}" if walk and question else ""


def answered_by_place(consultation: Consultation, place: int) -> Consultation:
    """Answer the open question with the option at a place; without one, change nothing."""
    offered = consultation.question.answers if consultation.question else ()
    return consultation.answer(offered[place]) if place < len(offered) else consultation


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


def restarted(consultation: Consultation, kept: Collection[Fact]) -> Consultation:
    """Return a consultation from its first question on, with the answers to some facts."""
    known = {fact: answer for fact, answer in consultation.answers.items() if fact in kept}
    return Consultation.begin(consultation.trees, known)
