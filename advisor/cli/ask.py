"""``advisor ask``: the same consultation line by line, for screen readers, plain terminals and pipes.

Numbered choices, one line in, no decoration. Prompts share standard output with the decision; with ``--json`` they go
to standard error, so that standard output holds nothing but the decision.
"""

import io
import sys

import click

from advisor.cli.consulting import remedies_of
from advisor.cli.conversation import KEYS, Conversation
from advisor.cli.exit_codes import ExitCode
from advisor.cli.missing import again, report_missing
from advisor.cli.options import open_library, with_json, with_record, with_trees
from advisor.cli.prompt import Prompt, Stopped
from advisor.cli.quoting import official_words
from advisor.cli.starting import Start, start
from advisor.cli.streams import complain, narrate, width, write, write_json, write_line
from advisor.domain.decision import Decision
from advisor.render.decision_record import decision_record
from advisor.render.json_records import missing_record
from advisor.render.transcript import transcript


@click.command("ask")
@click.argument("district", required=False)
@click.argument("words", metavar="[TOPIC]... [FACT=ANSWER]...", nargs=-1)
@with_record
@with_json
@with_trees
def command(district: str | None, words: tuple[str, ...], *, keep: bool, note: str | None, as_json: bool) -> int:
    """Answer questions line by line, in any terminal.

    Answer with a number, an answer's name, or y and n. ? explains, b goes back, r shows all answers and changes one,
    m shows the map, s stops as soon as a no is certain, q quits.
    """
    prompt = Prompt(sys.stdin or io.StringIO(), narrate if as_json else write_line)
    try:
        begun = start(prompt, open_library(), district, words)
    except Stopped:
        complain("stopped before a district and a topic were chosen")
        begun = None
    if begun is not None:
        return _converse(prompt, begun, (note or "") if keep else None, as_json=as_json)
    if as_json:
        write_json(missing_record([]))
    return ExitCode.MISSING


def _converse(prompt: Prompt, begun: Start, note: str | None, *, as_json: bool) -> int:
    """Ask, and show the decision; at a terminal, ask again as long as something is changed.

    Args:
        prompt: the person.
        begun: what it is about.
        note: what stands on the record of the last decision; none where nobody asked for one.
        as_json: whether to print the decision as JSON.
    """
    named = begun.case
    conversation = Conversation(prompt, named.district, named.begin(), begun.subject)
    prompt.tell(KEYS)
    while decision := conversation.decide():
        remedies = remedies_of(decision, conversation.consultation, named.district)
        if as_json:
            write_json(decision_record(decision, named.district, named.unused(conversation.consultation), remedies))
            return _finish(conversation, decision, note)
        official = official_words((*decision.cites, *decision.near), named.district)
        write("\n" + transcript(decision, named.district, width(), official, remedies))
        if not prompt.is_terminal or not conversation.look_back(decision):
            return _finish(conversation, decision, note)
    open_case = named.after(conversation.consultation)
    command_again = again("ask", {"--keep": note is not None, "--note": note or None, "--json": as_json})
    return report_missing(open_case, conversation.consultation, command_again, as_json=as_json)


def _finish(conversation: Conversation, decision: Decision, note: str | None) -> ExitCode:
    if note is not None:
        conversation.keep_at_the_end(decision, note)
    return ExitCode.DONE
