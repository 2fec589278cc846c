"""``advisor ask``: the same consultation line by line, for screen readers, plain terminals and pipes.

Numbered choices, one line in, no decoration. Prompts share standard output with the decision; with ``--json`` they go
to standard error, so that standard output holds nothing but the decision.
"""

import io
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from advisor.cli.consulting import Case, case
from advisor.cli.exit_codes import ExitCode
from advisor.cli.missing import report_missing
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.prompt import Choice, Prompt, Stopped, chosen
from advisor.cli.streams import complain, narrate, width, write, write_json, write_line
from advisor.domain.consultation import Consultation
from advisor.domain.tree import UNSURE, Answer, Question
from advisor.render.json_records import decision_record, missing_record
from advisor.render.transcript import explained, transcript
from advisor.render.wording import NOT_SURE, label, policy_line

if TYPE_CHECKING:
    from advisor.domain.district import District
    from advisor.library import Library


@click.command("ask")
@click.argument("district", required=False)
@click.argument("words", metavar="[TOPIC]... [FACT=ANSWER]...", nargs=-1)
@with_json
@with_trees
def command(district: str | None, words: tuple[str, ...], *, as_json: bool) -> int:
    """Answer questions line by line, in any terminal.

    Answer with a number, an answer's name, or y and n. b goes back, ? explains, q stops.
    """
    prompt = Prompt(sys.stdin or io.StringIO(), narrate if as_json else write_line)
    try:
        named = _named(prompt, open_library(), district, words)
    except Stopped:
        if as_json:
            write_json(missing_record([]))
        complain("stopped before a district and a topic were chosen")
        return ExitCode.MISSING
    consultation = _converse(prompt, named)
    decision = consultation.decision
    if decision is None:
        so_far = replace(named, answers=consultation.answers)
        return report_missing(so_far, consultation, ["ask", *(["--json"] if as_json else [])], as_json=as_json)
    if as_json:
        write_json(decision_record(decision, named.district, named.unused(consultation)))
    else:
        write("\n" + transcript(decision, named.district, width()))
    return ExitCode.DONE


def _named(prompt: Prompt, library: "Library", district: str | None, words: tuple[str, ...]) -> Case:
    """Return the case, asking for the district and the topics where none are named."""
    slug = district or _district(prompt, library)
    topics = () if any("=" not in word for word in words) else _topics(prompt, library.district(slug))
    return case(library, slug, [*topics, *words])


def _district(prompt: Prompt, library: "Library") -> str:
    districts = [library.district(slug) for slug in library.districts]
    (slug,) = prompt.choose("Which district?", [Choice(each.slug, each.policy.district_name) for each in districts])
    return slug


def _topics(prompt: Prompt, district: "District") -> tuple[str, ...]:
    choices = [Choice(tree.topic, tree.title) for tree in district.trees.values()]
    return prompt.choose("What is it about? Several numbers may be given, such as 1 2.", choices, several=True)


def _converse(prompt: Prompt, named: Case) -> Consultation:
    """Ask until everything is answered or the person stops."""
    consultation = named.begin()
    prompt.say(policy_line(named.district.policy))
    prompt.say("Answer with a number. b: back, ?: help, q: stop.")
    try:
        while question := consultation.question:
            consultation = _answered(prompt, named.district, consultation, question)
    except Stopped:
        return consultation
    return consultation


def _answered(prompt: Prompt, district: "District", consultation: Consultation, question: Question) -> Consultation:
    """Ask one question until it is answered, or the person goes back."""
    choices = [*(Choice(option.answer, option.label) for option in question.options), Choice(UNSURE, NOT_SURE)]
    prompt.offer(question.ask, choices)
    offered = consultation.offered
    if offered:
        prompt.say(f"You answered before: {label(question, offered)}. An empty line keeps it.")
    while True:
        reply = prompt.read()
        if reply.casefold() == "b":
            return _back(prompt, consultation)
        if reply == "?":
            prompt.say(explained(question, district, width()).rstrip() or "There is no help for this question.")
        elif answer := chosen(reply, choices) or ("" if reply else offered):
            return consultation.answer(Answer(answer))
        else:
            prompt.reject(reply, choices)


def _back(prompt: Prompt, consultation: Consultation) -> Consultation:
    if not consultation.answers:
        prompt.say("This is the first question.")
    return consultation.back()
