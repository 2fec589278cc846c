"""The register held against the official text: lock each clause to its words, and later tell which still stand.

A clause covers a number of words from its opening on, and keeps their digest, so each is verified apart from its
neighbours. Nothing here sees punctuation: an edit of punctuation alone is not found.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import pairwise
from typing import Final

from advisor.analysis.official_text import Word, find_all, normalised
from advisor.domain.policy import Clause
from advisor.domain.register import ClauseReport, ClauseStatus, RegisterReport, Uncovered
from advisor.errors import AdvisorError

_LONE_CLAUSE_STRETCH: Final = 3
"""A clause lost alone takes what is left in its place, up to so many times its own length."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some words of a text that follow each other."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


class UnlockableError(AdvisorError):
    """Raise when the openings of a register do not say where each clause begins; the message names every clause."""


def digest(words: Sequence[Word]) -> str:
    """Return the digest of some words."""
    return blake2b(" ".join(word.text for word in words).encode(), digest_size=8).hexdigest()


def lock(clauses: Sequence[Clause], words: Sequence[Word]) -> tuple[Stretch, ...]:
    """Find the words that each clause covers: from its opening to the next clause's.

    Args:
        clauses: in the order of the text.
        words: the official text.

    Raises:
        UnlockableError: an opening is not there, or could stand at several places.
    """
    openings = [tuple(normalised(clause.opens)) for clause in clauses]
    places = [tuple(find_all(opening, words)) if opening else () for opening in openings]
    earliest = _earliest(openings, places)
    latest = _latest(openings, places)
    problems = list(_problems(clauses, places, earliest, latest, words))
    if earliest and earliest[0]:
        problems.append(f"no clause covers the {earliest[0]} words before {clauses[0].id}: say where the policy begins")
    if problems:
        raise UnlockableError("; ".join(problems))
    starts = [place for place in earliest if place is not None]
    return tuple(Stretch(start, end) for start, end in pairwise([*starts, len(words)]))


def _earliest(openings: Sequence[tuple[str, ...]], places: Sequence[tuple[int, ...]]) -> list[int | None]:
    chain: list[int | None] = []
    free = 0
    for opening, candidates in zip(openings, places, strict=True):
        place = next((candidate for candidate in candidates if candidate >= free), None)
        chain.append(place)
        free = free if place is None else place + len(opening)
    return chain


def _latest(openings: Sequence[tuple[str, ...]], places: Sequence[tuple[int, ...]]) -> list[int | None]:
    chain: list[int | None] = []
    limit: int | None = None
    for opening, candidates in zip(reversed(openings), reversed(places), strict=True):
        fitting = [c for c in candidates if limit is None or c + len(opening) <= limit]
        chain.append(fitting[-1] if fitting else None)
        limit = fitting[-1] if fitting else limit
    return chain[::-1]


def _problems(
    clauses: Sequence[Clause],
    places: Sequence[tuple[int, ...]],
    earliest: Sequence[int | None],
    latest: Sequence[int | None],
    words: Sequence[Word],
) -> Iterator[str]:
    for clause, candidates, first, last in zip(clauses, places, earliest, latest, strict=True):
        if not clause.opens:
            yield f"{clause.id} has no `opens`"
        elif not candidates:
            yield f'{clause.id}: "{clause.opens}" does not stand in the text'
        elif first is None or last is None:
            lines = ", ".join(str(words[place].line) for place in candidates)
            yield f'{clause.id}: "{clause.opens}" stands in line {lines}, out of the order of the clauses'
        elif first != last:
            lines = f"{words[first].line} and {words[last].line}"
            yield f'{clause.id}: "{clause.opens}" may stand in line {lines}: make it longer'


def check(clauses: Sequence[Clause], words: Sequence[Word]) -> RegisterReport:
    """Tell what became of each locked clause, and which words belong to none.

    Args:
        clauses: locked, in the order of the text.
        words: the official text as it is now.
    """
    return _Check(clauses, words).report()


@dataclass(frozen=True, slots=True)
class _Hit:
    clause: int
    start: int
    end: int


class _Check:
    """One register held against one text; clauses are known by their place in the register."""

    def __init__(self, clauses: Sequence[Clause], words: Sequence[Word]) -> None:
        self.clauses = clauses
        self.words = words
        self.openings = [tuple(normalised(clause.opens)) for clause in clauses]
        self.found: dict[int, Stretch] = {}
        self.status: dict[int, ClauseStatus] = {}
        self.owner: list[int | None] = [None] * len(words)

    def report(self) -> RegisterReport:
        """Settle every clause, surest first, then every word that is left."""
        hits = [hit for index in range(len(self.clauses)) for hit in self._hits(index)]
        for hit in _heaviest_chain(hits):
            self._settle(hit.clause, ClauseStatus.VERIFIED, hit.start, hit.end)
        for hit in sorted(hits, key=lambda hit: hit.start - hit.end):
            if hit.clause not in self.status and self._is_free(hit.start, hit.end):
                self._settle(hit.clause, ClauseStatus.MOVED, hit.start, hit.end)
        for lost, slot in self._lost():
            self._place(lost, slot)
        self._glue()
        return RegisterReport(
            tuple(self._clause_report(index) for index in range(len(self.clauses))), tuple(self._uncovered())
        )

    def _hits(self, index: int) -> Iterator[_Hit]:
        clause = self.clauses[index]
        for start in find_all(self.openings[index], self.words):
            end = start + clause.words
            if end <= len(self.words) and digest(self.words[start:end]) == clause.digest:
                yield _Hit(index, start, end)

    def _settle(self, index: int, status: ClauseStatus, start: int, end: int) -> None:
        self.status[index] = status
        self.found[index] = Stretch(start, end)
        self.owner[start:end] = [index] * (end - start)

    def _is_free(self, start: int, end: int) -> bool:
        return all(owner is None for owner in self.owner[start:end])

    def _lost(self) -> Iterator[tuple[list[int], Stretch]]:
        """Yield each run of lost clauses with the slot between the verified clauses around it."""
        anchors = [i for i in range(len(self.clauses)) if self.status.get(i) is ClauseStatus.VERIFIED]
        for before, after in pairwise([-1, *anchors, len(self.clauses)]):
            lost = [index for index in range(before + 1, after) if index not in self.status]
            start = self.found[before].end if before >= 0 else 0
            end = self.found[after].start if after < len(self.clauses) else len(self.words)
            if lost:
                yield lost, Stretch(start, end)

    def _place(self, lost: list[int], slot: Stretch) -> None:
        """Give the text of a slot to the clauses that were lost in it, by their openings; the rest are missing."""
        starts = self._matching_starts(lost, slot)
        for order, index in enumerate(lost):
            if index not in starts:
                self.status[index] = ClauseStatus.MISSING
                continue
            following = [starts[later] for later in lost[order + 1 :] if later in starts]
            end = self._end(index, starts[index], min([*following, self._free_until(starts[index], slot.end)]))
            self._settle(index, ClauseStatus.CHANGED, starts[index], end)
        free = [place for place in range(slot.start, slot.end) if self.owner[place] is None]
        if len(lost) == 1 and not starts and 0 < len(free) <= _LONE_CLAUSE_STRETCH * self.clauses[lost[0]].words:
            end = self._free_until(free[0], slot.end)
            self._settle(lost[0], ClauseStatus.CHANGED, free[0], end)

    def _matching_starts(self, lost: list[int], slot: Stretch) -> dict[int, int]:
        """Return where most of an opening stands in the slot, for each lost clause where it does, in order."""
        starts: dict[int, int] = {}
        free_from = slot.start
        for index in lost:
            opening = self.openings[index]
            scored = [
                (self._likeness(opening, place), -place)
                for place in range(free_from, slot.end)
                if self.owner[place] is None
            ]
            likeness, negative = max(scored, default=(0, 0))
            if 2 * likeness > len(opening):
                starts[index] = -negative
                free_from = starts[index] + 1
        return starts

    def _likeness(self, opening: tuple[str, ...], place: int) -> int:
        there = self.words[place : place + len(opening)]
        return sum(word.text == sought for word, sought in zip(there, opening, strict=False))

    def _free_until(self, start: int, end: int) -> int:
        return next((place for place in range(start, end) if self.owner[place] is not None), end)

    def _end(self, index: int, start: int, limit: int) -> int:
        """Return the sentence end nearest to the clause's own length, or the limit where no sentence ends before it."""
        expected = start + self.clauses[index].words
        ends = [place + 1 for place in range(start, limit) if self.words[place].ends_sentence]
        return min(ends or [limit], key=lambda end: abs(end - expected))

    def _glue(self) -> None:
        """Let what is left join the clause that it is glued to, with no sentence end between."""
        for gap in self._gaps():
            start, end = gap.start, gap.end
            if start > 0 and not self.words[start - 1].ends_sentence:
                stop = next((p + 1 for p in range(start, end) if self.words[p].ends_sentence), end)
                self._extend(self.owner[start - 1], start, stop)
                start = stop
            if start < end < len(self.words) and not self.words[end - 1].ends_sentence:
                begin = max((p + 1 for p in range(start, end) if self.words[p].ends_sentence), default=start)
                self._extend(self.owner[end], begin, end)

    def _extend(self, index: int | None, start: int, end: int) -> None:
        if index is None:
            return
        found = self.found[index]
        self._settle(index, ClauseStatus.CHANGED, min(found.start, start), max(found.end, end))

    def _gaps(self) -> list[Stretch]:
        """Return every longest stretch of words without an owner."""
        gaps: list[Stretch] = []
        for place, owner in enumerate(self.owner):
            if owner is None and gaps and gaps[-1].end == place:
                gaps[-1] = Stretch(gaps[-1].start, place + 1)
            elif owner is None:
                gaps.append(Stretch(place, place + 1))
        return gaps

    def _uncovered(self) -> Iterator[Uncovered]:
        for gap in self._gaps():
            yield Uncovered(self.words[gap.start].line, self._written(gap))

    def _clause_report(self, index: int) -> ClauseReport:
        clause, status = self.clauses[index], self.status[index]
        if status is ClauseStatus.MISSING:
            return ClauseReport(clause.id, status, 0, "", -clause.words)
        found = self.found[index]
        now = self._written(found) if status is ClauseStatus.CHANGED else ""
        line, difference = self.words[found.start].line, len(found) - clause.words
        return ClauseReport(clause.id, status, line, now, difference, found.start)

    def _written(self, stretch: Stretch) -> str:
        return " ".join(word.written for word in self.words[stretch.start : stretch.end])


def _heaviest_chain(hits: Sequence[_Hit]) -> list[_Hit]:
    """Return the hits that stand in the order of the clauses, do not overlap, and cover the most words."""
    ordered = sorted(hits, key=lambda hit: (hit.end, hit.clause))
    best: list[tuple[int, int | None]] = []
    for index, hit in enumerate(ordered):
        before = max(
            (
                (best[earlier][0], earlier)
                for earlier in range(index)
                if ordered[earlier].end <= hit.start and ordered[earlier].clause < hit.clause
            ),
            default=(0, None),
            key=lambda entry: entry[0],
        )
        best.append((before[0] + hit.end - hit.start, before[1]))
    chain: list[_Hit] = []
    at = max(range(len(ordered)), key=lambda index: best[index][0], default=None)
    while at is not None:
        chain.append(ordered[at])
        at = best[at][1]
    return chain[::-1]
