"""How a question and a trail read on the screen. Every text of an author goes through `plain`."""

from collections.abc import Iterable

from textual.content import Content

from advisor.analysis.ways import ways_left
from advisor.domain.consultation import Consultation
from advisor.domain.progress import carried, most_left, refusal, topics_asked
from advisor.domain.tree import Question
from advisor.domain.verdict import Headline
from advisor.render import asking
from advisor.render.wording import label, ways_tally
from advisor.tui.answering import Answered
from advisor.tui.plain import plain
from advisor.tui.policy_text import PolicyText
from advisor.tui.widgets.rows import Row, Rows
from advisor.tui.wording import NOTHING, QUIET, clauses, gap, numbered, under


def standing(consultation: Consultation) -> Content:
    """Return where in the consultation a person stands, said only as far as it is certain."""
    current = consultation.current
    if current is None:
        return plain(consultation.trees[-1].title)
    left = most_left(consultation)
    further = "last question" if left == 1 else f"at most {left} questions left"
    first = Content.assemble(plain(current.tree.title), _place(consultation), Content(f" · {further}"))
    ways = ways_tally(ways_left(current.tree, consultation.answers), len(topics_asked(consultation)))
    return Content.assemble(first, "\n", plain(ways)) if ways else first


def _place(consultation: Consultation) -> Content:
    """Return which of several topics is at hand."""
    asked = topics_asked(consultation)
    if len(asked) == 1 or consultation.current is None:
        return NOTHING
    return Content(f" · topic {asked.index(consultation.current) + 1} of {len(asked)}")


def why_asked(question: Question, text: PolicyText, *, stacked: bool = False) -> Rows:
    """Return the clauses a question rests on, and who knows."""
    rows = [*under("Why we ask", clauses(question.cites, text, stacked=stacked))]
    if question.ask_whom:
        rows += [*gap(rows), *under("Not sure?", [Row(NOTHING, plain(f"Ask {question.ask_whom}."))])]
    return Rows(rows)


def only_if(consultation: Consultation) -> Rows:
    """Return on which answers alone the open question stands, after a *not sure*."""
    walk, question = consultation.current, consultation.question
    if walk is None or question is None:
        return Rows(())
    lines = [line for in_front in (True, False) for line in asking.only_if(walk, question, in_front=in_front)]
    return Rows([Row(NOTHING, plain(line)) for line in lines])


def carried_over(consultation: Consultation) -> Rows:
    """Return the answers of earlier topics with which the topic at hand begins."""
    mark = Content.styled("Carried over: ", QUIET)
    said = [
        Content.assemble(plain(question.ask, QUIET), " ", plain(label(question, answer)))
        for question, answer in carried(consultation)
    ]
    return Rows([Row(mark, text) for text in said])


def already_no(consultation: Consultation) -> Content:
    """Return that no answer can lead to an allow any more, though questions are left."""
    certain = refusal(consultation)
    if certain is None:
        return NOTHING
    said = "✗ Already NO" if certain.headline is Headline.NO else "? No YES any more"
    return Content.assemble(Content.styled(said, "bold"), ", whatever you answer now. f shows why.")


def choices(consultation: Consultation) -> list[Row]:
    """Return the answers to the open question, numbered; the one given before says so."""
    question = consultation.question
    if question is None:
        return []
    return [
        numbered(place, _choice(label(question, answer), before=answer == consultation.offered))
        for place, answer in enumerate(question.answers, start=1)
    ]


def trail(steps: Iterable[Answered]) -> list[Row]:
    """Return what was answered: each question above its answer."""
    return [
        Row(NOTHING, Content.assemble("\n" if place else "", plain(step.ask), "\n", plain(f"→ {step.label}", "bold")))
        for place, step in enumerate(steps)
    ]


def _choice(label: str, *, before: bool) -> Content:
    said = Content.styled("  ← you answered this before", "italic") if before else NOTHING
    return Content.assemble(plain(label), said)
