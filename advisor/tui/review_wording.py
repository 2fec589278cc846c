"""How a review reads on the screen: the answers, and what others would make of them. All goes through `plain`."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from textual.content import Content

from advisor.domain.consultation import Consultation
from advisor.domain.progress import certain, is_about_nothing, most_left
from advisor.domain.tree import Answer, Question
from advisor.render.asking import NOTHING_LEFT, answers_given
from advisor.render.wording import answered, counted, label
from advisor.tui.plain import plain
from advisor.tui.widgets.rows import Heading, Row
from advisor.tui.wording import NOTHING, QUIET, headline, numbered

_STILL_TO_ANSWER: Final = "Still to answer"


class Entry(NamedTuple):
    """A question with its answer, if it has one."""

    under: str
    question: Question
    answer: Answer | None
    was: Answer | None
    """The answer before anything was changed."""


def entries(consultation: Consultation, before: Consultation) -> tuple[Entry, ...]:
    """Return every answer, and the question that comes next, if there is one.

    What was ticked on the first screen stays, so that its tick can be put back.
    """
    given = {each.question.fact: (each.under, each.question) for each in answers_given(consultation)}
    ticked = {each.question.fact: (each.under, each.question) for each in answers_given(before)}
    unticked = {fact: ticked[fact] for fact in ticked if fact not in given and fact in consultation.answers}
    listed = [
        Entry(under, question, consultation.answers[fact], before.answers.get(fact))
        for fact, (under, question) in {**unticked, **given}.items()
    ]
    question = None if is_about_nothing(consultation) else consultation.question
    return (*listed, *([Entry(_STILL_TO_ANSWER, question, None, None)] if question else []))


def rows(listed: Sequence[Entry]) -> list[Row]:
    """Return what was answered, each group under the title of its topic."""
    found: list[Row] = []
    under = ""
    for entry in listed:
        if entry.under != under:
            under = entry.under
            found.append(Heading(NOTHING, plain(under)))
        found.append(Row(Content("  "), _entry(entry)))
    return found


def options(entry: Entry, consultation: Consultation) -> list[Row]:
    """Return the answers to a question, each with what it would come to."""
    return [
        numbered(place, Content.assemble(plain(label(entry.question, answer)), _effect(entry, answer, consultation)))
        for place, answer in enumerate(entry.question.answers, start=1)
    ]


def moves(before: Consultation, after: Consultation) -> Content:
    """Return what the answers come to, and where some were changed, what they came to before."""
    said = _standing(after).stylize("bold")
    return said if after == before else Content.assemble(_standing(before), "  →  ", said)


def why(consultation: Consultation) -> Content:
    """Return why it comes to that."""
    decision = certain(consultation)
    return plain(decision.because if decision else "")


def nothing_fits(whom: str) -> Content:
    """Return what to do where no topic is left."""
    return plain(f"Ask {whom} before you go ahead.")


def how(*, changed: bool, kept: bool = True) -> Content:
    """Return what can be done: whether something was changed, and whether that can be kept."""
    if changed and not kept:
        return Content.styled("This cannot be kept: u takes a change back, Escape drops all.", QUIET)
    if changed:
        return Content.styled(
            "This is only tried out: g goes on with it, u takes a change back, Escape drops all.", QUIET
        )
    return Content.styled("Move to an answer; a number tries another one. Nothing counts until you keep it.", QUIET)


def asked(entry: Entry) -> Content:
    """Return the question whose answers are offered."""
    return plain(entry.question.ask, "bold")


def _entry(entry: Entry) -> Content:
    if entry.answer is None:
        return plain(entry.question.ask)
    said = Content.assemble(
        plain(answered(entry.question.ask, "")), " ", plain(label(entry.question, entry.answer), "bold")
    )
    if entry.was == entry.answer:
        return said
    was = f"← was: {label(entry.question, entry.was)}" if entry.was else "← new"
    return Content.assemble(said, "  ", plain(was, "italic"))


def _effect(entry: Entry, answer: Answer, consultation: Consultation) -> Content:
    if answer == entry.answer:
        return Content.styled("  ← as it stands", "italic")
    supposed = consultation.revise(entry.question.fact, answer)
    return Content.assemble("  →  ", _standing(supposed).stylize("bold"))


def _standing(consultation: Consultation) -> Content:
    """Return what a consultation comes to: its headline, or how much is still to be asked."""
    decision = certain(consultation)
    if is_about_nothing(consultation):
        return Content(NOTHING_LEFT)
    if decision:
        return headline(decision.headline)
    return Content(f"at most {counted(most_left(consultation), 'more question')}")
