"""A consultation line by line: the questions, looking back on the answers, and supposing others."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from advisor.analysis.ways import verdicts_below, ways_left
from advisor.cli.keeping import keep_decision
from advisor.cli.prompt import BACK, HELP, Choice, Prompt, Stopped, chosen
from advisor.cli.quoting import official_words
from advisor.cli.starting import FIRST, Subject, say_whom_to_ask
from advisor.cli.streams import complain, width
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.progress import first_facts, is_about_nothing, refusal, topics_asked
from advisor.domain.record import Decided
from advisor.domain.tree import Answer, Question
from advisor.domain.walk import Walk
from advisor.errors import AdvisorError
from advisor.render.asking import Given, already_no, answers_given, heading, only_if, review, what_if
from advisor.render.map import map_rows, map_text
from advisor.render.transcript import explained
from advisor.render.wording import label, ways_words

KEYS: Final = "Answer with a number. ?: help, b: back, r: review, m: map, s: stop here, q: quit."
"""What can be typed, said once and where a person asks for it."""

_MAP: Final = "m"
_REVIEW: Final = "Type a number to change that answer; an empty line changes nothing."
_WHAT_IF: Final = "Type a number to change that answer, or w and a number for what if; an empty line changes nothing."
_LOOK_BACK: Final = "r: review, w and an answer's number: what if, o (and a note): keep on record, q: quit."
_GO_ON: Final = "g: go on with the questions that are left, "
_SUPPOSED: Final = re.compile(r"w\s*(\d*)")
_KEPT: Final = re.compile(r"o(?:\s+(.*))?", re.IGNORECASE)
_OTHER: Final = "other"


@dataclass(frozen=True, slots=True)
class _Recorded:
    """A decision that was kept, with its record."""

    decision: Decision
    file: Path
    note: str


class Conversation:
    """A person and a consultation, which is another one after each answer.

    Args:
        prompt: the person.
        district: whose rules apply.
        consultation: where it begins.
        subject: how to choose once more what it is about, if that can be.
    """

    def __init__(
        self, prompt: Prompt, district: District, consultation: Consultation, subject: Subject | None = None
    ) -> None:
        self.consultation = consultation
        self._prompt = prompt
        self.district = district
        self._subject = subject
        self._topic = ""
        self._in_front: list[str] = []
        self._said_no = False
        self._recorded: list[_Recorded] = []

    def decide(self) -> Decision | None:
        """Ask until there is a decision; return none where the person stops before."""
        try:
            while (walk := self.consultation.current) and (question := walk.question):
                decision = self._ask(walk, question)
                if decision:
                    return decision
        except Stopped:
            return None
        return self.consultation.decision

    def keep(self, decision: Decision, note: str) -> None:
        """Keep a decision as a record; kept again, it stays one record, and an empty note leaves its note.

        Raises:
            AdvisorError: the note cannot be kept, or nothing can be written.
        """
        same = self._recorded_of(decision)
        said = note or (same.note if same else "")
        decided = Decided(self.district, self.consultation, decision)
        file = keep_decision(decided, said, same.file if same else None)
        self._recorded = [*(each for each in self._recorded if each is not same), _Recorded(decision, file, said)]

    def keep_at_the_end(self, decision: Decision, note: str) -> None:
        """Keep a decision with a note, unless the person said another.

        Raises:
            AdvisorError: nothing can be written.
        """
        same = self._recorded_of(decision)
        if not (same and same.note):
            self.keep(decision, note)

    def _recorded_of(self, decision: Decision) -> _Recorded | None:
        return next((each for each in self._recorded if each.decision == decision), None)

    def look_back(self, decision: Decision) -> bool:
        """Offer to change answers and to suppose others; tell whether there is something to decide anew."""
        keys = f"{_GO_ON if self.consultation.question else ''}{_LOOK_BACK}"
        self._prompt.tell("", keys)
        try:
            while True:
                said = self._prompt.read()
                reply = said.casefold()
                if (reply == "g" and self.consultation.question) or (reply == "r" and self._review(decision)):
                    return True
                if supposed := _SUPPOSED.fullmatch(reply):
                    self._suppose(supposed[1], decision)
                elif kept := _KEPT.fullmatch(said):
                    self._try_to_keep(decision, kept[1] or "")
                else:
                    self._prompt.tell(keys)
        except Stopped:
            return False

    def _try_to_keep(self, decision: Decision, note: str) -> None:
        """Keep a decision as a record; where that cannot be, say why."""
        try:
            self.keep(decision, note)
        except AdvisorError as error:
            complain(str(error))

    def _ask(self, walk: Walk, question: Question) -> Decision | None:
        """Ask one question until it is answered, or the person turns to something else."""
        choices = self._offer(question, self._introduced(walk, question))
        offered = self.consultation.offered
        if offered:
            self._prompt.tell(f"You answered before: {label(question, offered)}. An empty line keeps it.")
        while True:
            match (reply := self._prompt.read()).casefold():
                case "b":
                    self._back()
                    return None
                case "r":
                    self._review()
                    return None
                case "s":
                    if decision := self._refusal():
                        return decision
                case _:
                    if answer := self._read_answer(reply, question, choices, offered):
                        self.consultation = self.consultation.answer(answer)
                        return None

    def _offer(self, question: Question, above: Sequence[str] = ()) -> list[Choice]:
        choices = [Choice(answer, label(question, answer)) for answer in question.answers]
        self._prompt.offer(question.ask, choices, above)
        return choices

    def _read_answer(
        self, reply: str, question: Question, choices: Sequence[Choice], offered: Answer | None
    ) -> Answer | None:
        """Return the answer that a reply means; where it means none, explain."""
        if reply == HELP:
            official = official_words(question.cites, self.district)
            text = explained(question, self.district, width(), official).splitlines()
            self._prompt.tell(*(text or ["There is no help for this question."]), KEYS)
            return None
        if reply.casefold() == _MAP:
            self._prompt.tell("", *self._map())
            return None
        if not reply and offered:
            return offered
        answer = chosen(reply, choices)
        if answer is None:
            self._prompt.reject(reply, choices)
        return Answer(answer) if answer else None

    def _introduced(self, walk: Walk, question: Question) -> list[str]:
        """Say where a new topic begins; return on what the question stands, as far as that was not said before."""
        in_front = only_if(walk, question, in_front=True)
        is_new = walk.tree.topic != self._topic
        if is_new:
            said = "" if self._said_no else already_no(self.consultation)
            self._said_no = self._said_no or bool(said)
            self._prompt.tell(*(["", said] if said else []), "", *heading(self.consultation, walk), *in_front)
        above = [] if is_new or in_front == self._in_front else in_front
        self._topic, self._in_front = walk.tree.topic, in_front
        return [*above, *only_if(walk, question, in_front=False)]

    def _back(self) -> None:
        """Take the latest answer back; before the first question, choose once more what it is about."""
        given = [*self.consultation.answers]
        if given and given[-1] not in first_facts(self.consultation):
            self.consultation = self.consultation.back()
        else:
            self._choose_again()

    def _choose_again(self) -> None:
        """Ask once more what it is about, where the person chose it here."""
        if self._subject is None:
            self._prompt.tell(FIRST)
        else:
            self.consultation = self._subject.choose_again(self._prompt, self.consultation)
            self._topic = ""

    def _map(self) -> list[str]:
        """Return the map of the topic at hand."""
        walk, answers = self.consultation.current or self.consultation.walks[0], self.consultation.answers
        ways = ways_words(ways_left(walk.tree, answers), len(topics_asked(self.consultation)))
        rows = map_rows(walk, answers, verdicts_below(walk.tree, answers))
        return map_text(rows, walk.tree.title, ways, width()).splitlines()

    def _refusal(self) -> Decision | None:
        """Return the decision as far as it is certain; say so where nothing is."""
        decision = refusal(self.consultation)
        if decision is None:
            self._prompt.tell("It cannot be said yet: the answers that are missing can still decide it.")
        return decision

    def _review(self, decision: Decision | None = None) -> bool:
        """Show all answers and change one of them; tell whether it is another consultation then."""
        before = self.consultation
        given = answers_given(before)
        other = self._subject.other if self._subject else ""
        rows = [*_rows(given), *([Choice(_OTHER, other)] if other else [])]
        self._prompt.tell("", *review(given, other), _WHAT_IF if decision else _REVIEW)
        while (reply := self._prompt.read()).casefold() not in {"", BACK}:
            if decision and (supposed := _SUPPOSED.fullmatch(reply.casefold())):
                self._suppose(supposed[1], decision)
            elif row := chosen(reply, rows):
                self._change(row)
                break
            else:
                self._prompt.reject(reply, rows)
        return self.consultation != before

    def _change(self, row: str) -> None:
        """Ask for another answer, or what it is about; what only that brings up is asked afterwards."""
        given = _found(row, answers_given(self.consultation))
        if given is None:
            self._choose_again()
            return
        choices = self._offer(given.question)
        self._prompt.tell(f"You answered: {label(given.question, given.answer)}. An empty line keeps it.")
        while (reply := self._prompt.read()).casefold() != BACK:
            if answer := self._read_answer(reply, given.question, choices, given.answer):
                self._revise(given, answer)
                return

    def _revise(self, given: Given, answer: Answer) -> None:
        if answer == given.answer:
            return
        changed = self.consultation.revise(given.question.fact, answer)
        if is_about_nothing(changed):
            say_whom_to_ask(self._prompt, self.district)
        else:
            self.consultation, self._topic = changed, ""

    def _suppose(self, number: str, decision: Decision) -> None:
        """Say what another answer would make of the decision; the answers stay as they are."""
        answers = answers_given(self.consultation)
        given = _found(chosen(number, _rows(answers)), answers)
        if given:
            self._prompt.tell("", *what_if(self.consultation, given, decision.headline))
        else:
            self._prompt.tell(f"Type w and an answer's number from 1 to {len(answers)}; r shows them.")


def _rows(given: Sequence[Given]) -> list[Choice]:
    return [Choice(each.question.fact, each.question.fact) for each in given]


def _found(fact: str | None, given: Sequence[Given]) -> Given | None:
    return next((each for each in given if each.question.fact == fact), None)
