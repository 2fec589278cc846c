"""The map: the tree of one topic drawn for a person who walks it, a row a place, with what each can still end in.

A question to which several answers lead is drawn once, where the person's own way comes by or would have to change
least; elsewhere stands a reference to it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import inf
from typing import Final

from advisor.domain.applicability import is_in_front
from advisor.domain.tree import UNSURE, Answer, Fact, NodeId, Option, Question, SoundTree
from advisor.domain.verdict import Headline
from advisor.domain.walk import Walk
from advisor.render.layout import wrapped
from advisor.render.wording import label


class Standing(Enum):
    """How a place stands to the answers so far."""

    ANSWERED = "●"
    HERE = "▸"
    """The question to ask next, or an outcome that the answers have reached."""
    WAITING = "◦"
    """A question that is reached as well, because of a *not sure*: it comes later, or does not matter any more."""
    AHEAD = "○"
    RULED_OUT = "-"

    @property
    def sign(self) -> str:
        """The sign that stands before it."""
        return self.value

    @property
    def lit(self) -> bool:
        """Whether it lies on the way that the answers have taken."""
        return self in {Standing.ANSWERED, Standing.HERE, Standing.WAITING}


LEGEND: Final = "● your way   ▸ you are here   ○ still ahead   - ruled out by your answers"
"""What the signs mean."""


_FAR: Final = (inf, True)


@dataclass(frozen=True, slots=True)
class Needed:
    """A question that has to be answered in a certain way to come to a place."""

    ask: str
    labels: tuple[str, ...]
    given: str
    """What was answered instead; empty where nothing was."""


@dataclass(frozen=True, slots=True)
class MapRow:
    """One row of a map: a place, and the answer that leads to it."""

    node: NodeId
    above: int
    """Where among the rows the question stands that leads here; at the start, the row itself."""
    depth: int
    labels: tuple[str, ...]
    """The answers that lead here; more than one where they lead to the same place, none at the start."""
    needed: Needed | None
    """What is needed at the question above to come here; none if the answer that was given leads here."""
    text: str
    """The question, or why the outcome is so."""
    headlines: tuple[Headline, ...]
    """What it can end in."""
    ends: bool
    """Whether it is an outcome."""
    standing: Standing
    number: int
    """Of a question to which several rows lead, so that one can refer to another; else 0."""
    refers: bool
    """Whether it only refers to the row in which the question is drawn with what follows from it."""


def map_rows(
    walk: Walk, answers: Mapping[Fact, Answer], verdicts: Mapping[NodeId, tuple[Headline, ...]]
) -> tuple[MapRow, ...]:
    """Return the rows of a map, each question before what follows from it, in the author's order.

    Args:
        walk: how far a person has come in the tree.
        answers: what is known, by fact, of whatever topic.
        verdicts: what each place can end in.
    """
    start = _start(walk)
    drawing = _Drawing(walk, answers, verdicts, _homes(walk, answers), _numbers(walk.tree, start))
    rows: list[MapRow] = []
    ahead = [drawing.first(start)]
    while ahead:
        row = ahead.pop()
        rows.append(row)
        ahead.extend(reversed(drawing.below(row, len(rows) - 1)))
    return tuple(rows)


def drawn(rows: Sequence[MapRow], index: int) -> int:
    """Return where the place of a row is drawn with what follows from it."""
    row = rows[index]
    return next(i for i, each in enumerate(rows) if each.node == row.node and not each.refers) if row.refers else index


def latest_lit(rows: Sequence[MapRow], index: int) -> int:
    """Return the row itself if it lies on the person's way, or else the row at which the way to it leaves that way."""
    while not rows[index].standing.lit:
        index = rows[index].above
    return index


def way_to(rows: Sequence[MapRow], index: int) -> tuple[Needed, ...]:
    """Return what it takes to come to a place from the person's way: every answer that is not given, in order."""
    needed: list[Needed] = []
    end = latest_lit(rows, index)
    while index != end:
        needed += filter(None, [rows[index].needed])
        index = rows[index].above
    return tuple(reversed(needed))


def map_text(rows: Sequence[MapRow], title: str, ways: str, width: int = 80) -> str:
    """Return a map as text.

    Args:
        rows: its rows.
        title: the topic's title.
        ways: how many ways remain to each headline, as a sentence.
        width: the width of the terminal.
    """
    lines = [line for text in (f"Map: {title}", ways, LEGEND, "") for line in wrapped(text, width)]
    for row in rows:
        first = f"{' ' * indent(row.depth, width)}{row.standing.sign} "
        lines += wrapped(" ".join(_words(row)), width, first)
    return "".join(f"{line}\n" for line in lines)


def indent(depth: int, width: int) -> int:
    """Return how far a row stands to the right; a very deep one no farther than leaves room to read."""
    return min(2 * depth, width // 3)


def lead(row: MapRow) -> str:
    """Return the answers that lead to a row."""
    return " or ".join(row.labels)


def place(row: MapRow) -> str:
    """Return the words for a row's place: a question, a reference to one, or a headline with its reason."""
    if row.ends:
        return ": ".join(filter(None, [" or ".join(row.headlines), row.text]))
    number = f"({row.number}) " if row.number else ""
    return f"{'see ' if row.refers else ''}{number}{row.text}"


def _words(row: MapRow) -> Iterator[str]:
    if row.labels:
        yield f"{lead(row)} →"
    yield place(row)
    if row.headlines and not row.ends and not row.refers:
        yield f"[{' · '.join(row.headlines)}]"


@dataclass(frozen=True, slots=True)
class _Arrow:
    then: NodeId
    above: int
    depth: int
    labels: tuple[str, ...] = ()
    needed: Needed | None = None
    refers: bool = False


@dataclass(frozen=True, slots=True)
class _Drawing:
    walk: Walk
    answers: Mapping[Fact, Answer]
    verdicts: Mapping[NodeId, tuple[Headline, ...]]
    homes: Mapping[NodeId, NodeId]
    """Each question with the one below which it is drawn in full."""
    numbers: Mapping[NodeId, int]

    def first(self, start: NodeId) -> MapRow:
        return self._row(_Arrow(start, 0, 0), self._reached(start))

    def below(self, row: MapRow, index: int) -> list[MapRow]:
        """Return the rows to which the options of a row's question lead."""
        question = self.walk.tree.questions.get(row.node)
        if question is None or row.refers:
            return []
        by_target: dict[NodeId, list[Option]] = {}
        for option in question.options:
            by_target.setdefault(option.then, []).append(option)
        return [
            self._row(self._arrow(question, options, index, row.depth + 1), self._standing(row, question, options))
            for options in by_target.values()
        ]

    def _arrow(self, question: Question, options: Sequence[Option], above: int, depth: int) -> _Arrow:
        labels = tuple(option.label for option in options)
        given = self.answers.get(question.fact)
        leads_here = any(option.answer == given for option in options)
        needed = None if leads_here else Needed(question.ask, labels, label(question, given) if given else "")
        then = options[0].then
        return _Arrow(then, above, depth, labels, needed, self.homes.get(then, question.id) != question.id)

    def _row(self, arrow: _Arrow, standing: Standing) -> MapRow:
        question = self.walk.tree.questions.get(arrow.then)
        return MapRow(
            node=arrow.then,
            above=arrow.above,
            depth=arrow.depth,
            labels=arrow.labels,
            needed=arrow.needed,
            text=question.ask if question else self.walk.tree.outcomes[arrow.then].because,
            headlines=self.verdicts[arrow.then],
            ends=question is None,
            standing=standing,
            number=self.numbers.get(arrow.then, 0),
            refers=arrow.refers,
        )

    def _standing(self, row: MapRow, question: Question, options: Sequence[Option]) -> Standing:
        agreeing = any(_agrees(self.answers.get(question.fact), option) for option in options)
        if not agreeing or row.standing is Standing.RULED_OUT:
            return Standing.RULED_OUT
        return self._reached(options[0].then) if question.id in _behind(self.walk) else Standing.AHEAD

    def _reached(self, node: NodeId) -> Standing:
        """Return how a place that the answers have reached stands to them."""
        if any(step.question == node for step in self.walk.trail):
            return Standing.ANSWERED
        is_next = node in self.walk.tree.outcomes or (self.walk.question and self.walk.question.id == node)
        return Standing.HERE if is_next else Standing.WAITING


def _agrees(given: Answer | None, option: Option) -> bool:
    return given in {None, UNSURE, option.answer}


def _behind(walk: Walk) -> frozenset[NodeId]:
    """Return the questions through which the person's way has led."""
    return frozenset([*(step.question for step in walk.trail), *(question.id for question in walk.passed)])


def _homes(walk: Walk, answers: Mapping[Fact, Answer]) -> Mapping[NodeId, NodeId]:
    """Return below which question each question is drawn: on the person's way, or with the fewest answers changed."""
    behind = _behind(walk)
    homes: dict[NodeId, NodeId] = {}
    nearest: dict[NodeId, tuple[float, bool]] = {walk.tree.start: (0, False)}
    for node in walk.tree.order:
        question = walk.tree.questions[node]
        for option in question.options:
            agrees = _agrees(answers.get(question.fact), option)
            distance = (nearest[node][0] + (not agrees), not agrees or node not in behind)
            if option.then in walk.tree.questions and distance < nearest.get(option.then, _FAR):
                nearest[option.then] = distance
                homes[option.then] = node
    return homes


def _start(walk: Walk) -> NodeId:
    """Return where the map begins: where the topic's own questions do, once it is known that it applies."""
    own = next((node for node in walk.tree.order if not is_in_front(node)), walk.tree.start)
    reached = {*(step.question for step in walk.trail), *(question.id for question in walk.open)}
    return own if own in reached else walk.tree.start


def _numbers(tree: SoundTree, start: NodeId) -> Mapping[NodeId, int]:
    """Return a number for each question to which several of the questions lead that are drawn."""
    leading = {(question.id, option.then) for question, option in tree.edges() if option.then != start}
    rows = Counter(then for _, then in leading)
    return {node: number for number, node in enumerate((n for n in tree.order if rows[n] > 1), start=1)}
