"""How a decision reads on the screen. Every text of an author goes through `plain`."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from textual.content import Content

from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.path import Step
from advisor.domain.remedy import Remedy, partings
from advisor.domain.tree import Condition, Due, Duty, Question, Reading
from advisor.domain.verdict import Headline
from advisor.render.wording import (
    DUE,
    MOST_REMEDIES,
    READS,
    counted,
    duty_words,
    label,
    no_change,
    parted_words,
    remedy_steps,
)
from advisor.tui.plain import plain
from advisor.tui.policy_text import PolicyText
from advisor.tui.widgets.rows import Row, Rows
from advisor.tui.widgets.toggle import Face
from advisor.tui.wording import HEADING, NOTHING, QUIET, clauses, gap, headline, under

MORE: Final = "+"
"""The name of the fold that holds further changes; no topic can have it."""
_UNTIL_THEN: Final = {True: "Until then, nothing in the policy forbids it.", False: "Until then, do not go ahead."}


def verdict_of(decision: Decision | None) -> Headline:
    """Return the headline of a decision; without one, that nothing is certain yet."""
    return decision.headline if decision else Headline.NOT_YET


def reason(decision: Decision) -> Content:
    """Return the line under the headline."""
    return plain(decision.reason)


def because(decision: Decision) -> Content:
    """Return why, in one sentence."""
    return plain(decision.because)


def resting_on(decision: Decision, text: PolicyText) -> Content:
    """Return the clauses that decide, in one line."""
    number, cites = text.policy.number, ", ".join(decision.cites)
    return plain(f"{number} {cites}" if cites else f"No clause of {number} decides this.", QUIET)


def questions_left(count: int) -> Content:
    """Return that the verdict is certain though questions are left; nothing where none is."""
    if not count:
        return NOTHING
    return plain(f"This is certain already. At most {counted(count, 'question')} left; g goes on.", QUIET)


def whom_to_ask(decision: Decision) -> Rows:
    """Return whom to ask where the policy is silent, and what holds until then."""
    silent = [topic for topic in decision.deciding if topic.ask]
    return Rows(under("Whom to ask", [Row(NOTHING, plain(ask)) for ask in dict.fromkeys(map(_whom, silent))]))


def find_out(decision: Decision) -> Rows:
    """Return what it depends on, what settles most first, with who knows and how to bring each answer about."""
    rows: list[Row] = []
    for place, question in enumerate(decision.find_out, start=1):
        rows += [*gap(rows), Row(Content.styled(f"{place}  ", "bold"), plain(question.ask))]
        rows += [Row(Content("   "), text) for text in _ways_to_know(question)]
    return Rows(under("Find out, the first before the others" if len(decision.find_out) > 1 else "Find out", rows))


def to_do(decision: Decision, due: Due, ticked: Collection[Duty]) -> list[Face]:
    """Return the conditions of an allow that fall due then, each with a box and the number that ticks it."""
    return [
        Face(str(place), Rows([_condition(place, condition, done=condition.duty in ticked)]))
        for place, condition in enumerate(decision.to_do)
        if condition.due is due
    ]


def to_do_heading(decision: Decision) -> Content:
    """Return what stands above the conditions; nothing where there are none."""
    if not decision.to_do:
        return NOTHING
    return Content.assemble(Content.styled("What to do", HEADING), Content.styled("  a number ticks", QUIET))


def due_heading(due: Due) -> Content:
    """Return when something falls due."""
    return Content.styled(DUE[due], "bold")


def topics_heading() -> Content:
    """Return what stands above the topics."""
    return Content.assemble(Content.styled("Topic by topic", HEADING), Content.styled("  Tab and Enter unfold", QUIET))


def each_topic(decision: Decision, text: PolicyText, unfolded: Collection[str]) -> list[Face]:
    """Return every topic's own verdict, folded or not; nothing where there is only one topic."""
    if len(decision.topics) == 1:
        return []
    width = max(headline(topic.headline).cell_length for topic in decision.topics) + 2
    return [Face(topic.topic, _topic(topic, text, width, open_=topic.topic in unfolded)) for topic in decision.topics]


def changes(decision: Decision, remedies: Sequence[Remedy]) -> Rows:
    """Return what would make it a yes, or that nothing would."""
    if not remedies:
        return Rows(under("What would change it", [Row(NOTHING, plain(no_change(len(decision.topics))))]))
    rows: list[Row] = []
    for place, remedy in enumerate(remedies[:MOST_REMEDIES], start=1):
        rows += [*gap(rows), *_remedy(remedy, f"{place}  " if len(remedies) > 1 else "")]
    return Rows(under("What would change it: any one of these" if len(remedies) > 1 else "What would change it", rows))


def more_changes(remedies: Sequence[Remedy], unfolded: Collection[str]) -> list[Face]:
    """Return the changes that nobody would read unasked, folded or not."""
    more = remedies[MOST_REMEDIES:]
    if not more:
        return []
    rows = [Row(Content("▾ " if MORE in unfolded else "▸ "), plain(f"{len(more)} more like these"))]
    for place, remedy in enumerate(more, start=MOST_REMEDIES + 1):
        rows += [*gap(rows), *_remedy(remedy, f"{place}  ")] if MORE in unfolded else []
    return [Face(MORE, Rows(rows))]


def parted(decision: Decision) -> Rows:
    """Return where each topic that stands in the way left the last way to an allow."""
    several = len(decision.topics) > 1
    rows = [
        Row(NOTHING, plain(f"{topic.title}: {_said(topic, step)}" if several else _said(topic, step)))
        for topic, step in partings(decision)
    ]
    return Rows(under("Where a yes parted from this", rows))


def note(text: str) -> Rows:
    """Return what the person adds; nothing where that is nothing."""
    return Rows(under("Your note", [Row(NOTHING, plain(text))] if text else []))


def rests_on(decision: Decision, text: PolicyText) -> Rows:
    """Return the clauses that decide, each with the policy's number and what it says."""
    return Rows(under("Rests on", clauses(decision.cites, text, text.policy.number)))


def closest(decision: Decision, text: PolicyText) -> Rows:
    """Return the clauses that come closest where the policy is silent."""
    return Rows(under("Closest in the policy", clauses(decision.near, text, text.policy.number)))


def grounds(decision: Decision, text: PolicyText) -> Rows:
    """Return the clauses that decide, and those that come closest, for a narrow place."""
    deciding = clauses(decision.cites, text, text.policy.number, stacked=True)
    near = clauses(decision.near, text, text.policy.number, stacked=True)
    rows = under("Rests on", deciding)
    return Rows([*rows, *(gap(rows) if near else []), *under("Closest in the policy", near)])


def readings(decision: Decision) -> Rows:
    """Return how careful readers differ."""
    return Rows(under("Careful readers differ", [_reading(each) for each in decision.readings]))


def undecided() -> Content:
    """Return what to say where nothing is left to decide."""
    return Content("Nothing is left that this is about. Go back, or choose another topic.")


def _whom(topic: TopicDecision) -> str:
    return f"Ask {topic.ask}. {_UNTIL_THEN[topic.allowed]}"


def _said(topic: TopicDecision, step: Step) -> str:
    return parted_words(topic.tree.questions[step.question], step.answer)


def _ways_to_know(question: Question) -> Iterator[Content]:
    if question.ask_whom:
        yield plain(f"Ask {question.ask_whom}.")
    for answer, how in question.obtain.items():
        yield Content.assemble(plain(f"{label(question, answer)}:", QUIET), " ", plain(how))


def _condition(place: int, condition: Condition, *, done: bool) -> Row:
    key = f"{place + 1}  " if place < 9 else "   "  # noqa: PLR2004 - there are nine such keys
    who = plain(f"{condition.who} · {', '.join(condition.cites)}", QUIET)
    box = "☑ " if done else "☐ "
    return Row(Content.assemble((key, "bold"), box), Content.assemble(plain(condition.do), "\n", who))


def _topic(topic: TopicDecision, text: PolicyText, width: int, *, open_: bool) -> Rows:
    said = headline(topic.headline)
    mark = Content.assemble("▾ " if open_ else "▸ ", said.stylize("bold").pad_right(width - said.cell_length))
    return Rows([Row(mark, plain(topic.title)), *(_unfolded(topic, text) if open_ else [])])


def _unfolded(topic: TopicDecision, text: PolicyText) -> Iterator[Row]:
    """Yield why a topic decides as it does, a little to the right."""
    indent = Content("    ")
    yield Row(indent, plain(topic.because))
    if topic.ask:
        yield Row(indent, plain(_whom(topic)))
    for condition in topic.conditions if topic.allowed else ():
        yield Row(Content.assemble(indent, "• "), plain(condition.do))
    for reading in topic.readings:
        mark, says = _reading(reading)
        yield Row(Content.assemble(indent, mark), says)
    for cite in (*topic.cites, *topic.near):
        yield Row(indent, Content.assemble(plain(cite, "bold"), "  ", plain(text.gist(cite), QUIET)))


def _remedy(remedy: Remedy, mark: str) -> Iterator[Row]:
    """Yield what to change, on what that depends, and what is then left to do."""
    for place, step in enumerate(remedy_steps(remedy)):
        yield Row(Content.styled(f"{' ' * len(mark)}+ " if place else mark, "bold"), plain(step))
    for place, condition in enumerate(remedy.conditions):
        text = f"{'' if place else 'Then: '}{duty_words(condition.duty)}"
        yield Row(Content(" " * (len(mark) + 2)), plain(text, QUIET))


def _reading(reading: Reading) -> Row:
    return Row(Content("• "), plain(f"{reading.says} → {READS[reading.verdict]} ({', '.join(reading.cites)})"))
