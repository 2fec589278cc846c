"""``advisor checklist``: a decision, or the ways towards an allow, to take away and tick off."""

from collections.abc import Mapping, Sequence
from typing import Final

import click

from advisor.analysis.paths import listed_paths
from advisor.cli.consulting import Case, case, remedies_of
from advisor.cli.exit_codes import ExitCode
from advisor.cli.keeping import today
from advisor.cli.missing import again, report_missing
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.output import Output, with_output
from advisor.cli.streams import complain, narrate, write_json
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.domain.district import District
from advisor.domain.record import Stamp
from advisor.domain.tree import Fact, Question, questions_by_fact
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.render.checklist import NAMES, Checklist, named_by_ending, of_decision, towards_allow, written

_TEXT: Final = "text"
_JSON: Final = "json"
_FEW: Final = 3
"""So many ways are read without help."""


@click.command("checklist")
@click.argument("district")
@click.argument("words", metavar="TOPIC... [FACT=ANSWER]...", nargs=-1)
@click.option("--format", "shape", type=click.Choice(NAMES), help="By default what FILE ends in, or text.")
@click.option("--ascii", "only_ascii", is_flag=True, help="Plain text without any character beyond ASCII.")
@click.option("--towards", type=click.Choice(["allow"]), help="All ways that are left to an allow, before answering.")
@with_output
@with_json
@with_trees
def command(  # noqa: PLR0913 - one parameter an option
    district: str,
    words: tuple[str, ...],
    *,
    shape: str | None,
    only_ascii: bool,
    towards: str | None,
    output: Output,
    as_json: bool,
) -> int:
    """Write a decision as a checklist.

    Example: advisor checklist moorhead student-images --towards allow -o checklist.md
    """
    chosen = _JSON if as_json else shape or shape_of(output, _TEXT)
    if only_ascii and chosen != _TEXT:
        raise AdvisorError(f"--ascii goes with --format {_TEXT}, not with {chosen}")
    named = case(open_library(), district, words)
    listed = _towards_allow(named) if towards else _of_answers(named)
    if listed is None:
        options = {"--format": shape, **output.options, "--json": as_json, "--ascii": only_ascii}
        as_data = chosen == _JSON and output.is_printed
        return report_missing(named, named.begin(), again("checklist", options), as_json=as_data)
    put_checklist(listed, chosen, output, only_ascii=only_ascii)
    return ExitCode.DONE


def put_checklist(listed: Checklist, shape: str, output: Output, *, only_ascii: bool = False) -> None:
    """Write a checklist where it goes.

    Raises:
        UnreadableFileError: it cannot be written, or exists already.
    """
    if shape == _JSON and output.is_printed:
        from advisor.render.checklist.formats.json import record  # noqa: PLC0415 - one format is needed

        write_json(record(listed))
    else:
        output.put(_text(listed, shape, only_ascii=only_ascii))


def _text(listed: Checklist, shape: str, *, only_ascii: bool) -> str:
    if only_ascii:
        from advisor.render.checklist.formats.text import written_in_ascii  # noqa: PLC0415 - one format is needed

        return written_in_ascii(listed)
    return written(listed, shape)


def shape_of(output: Output, printed: str) -> str:
    """Return the format that the ending of a file names; without a file, the one to be printed.

    Raises:
        AdvisorError: it names none.
    """
    if output.ending is None:
        return printed
    shape = named_by_ending(output.ending)
    if shape is None:
        formats = ", ".join(NAMES)
        raise AdvisorError(f"{visible(str(output.file))} does not end in a known format; add --format: {formats}")
    return shape


def _of_answers(named: Case) -> Checklist | None:
    consultation = named.begin()
    decision = consultation.decision
    if decision is None:
        return None
    _note_unused(named.unused(consultation))
    return checklist_of(consultation, decision, named.district, Stamp(today()))


def checklist_of(consultation: Consultation, decision: Decision, district: District, stamp: Stamp) -> Checklist:
    """Return the checklist of a decision, with what would change it."""
    remedies = remedies_of(decision, consultation, district)
    return of_decision(decision, district, remedies.together if remedies else None, stamp)


def _towards_allow(named: Case) -> Checklist:
    begun = named.begin()
    asked = questions_by_fact(begun.trees)
    _note_unused([fact for fact in named.answers if fact not in asked])
    # Facts of the first screen that were left out do not hold.
    known = {**begun.answers, **named.answers}
    listed = towards_allow([(tree, listed_paths(tree)) for tree in begun.trees], known, named.district, today())
    _help_to_narrow(listed, asked)
    return listed


def _help_to_narrow(listed: Checklist, asked: Mapping[Fact, Question]) -> None:
    """Say which answer would leave fewer ways, where there are too many to be read."""
    if len(listed.ways) <= _FEW:
        return
    split = next(fact for fact in listed.ways[0].facts if not fact.known)
    options = " or ".join(f"{split.fact}={option.answer}" for option in asked[split.fact].options)
    narrate(f"advisor: {len(listed.ways)} ways; say what you know, and fewer are left, such as {options}")


def _note_unused(facts: Sequence[str]) -> None:
    if facts:
        complain(f"not asked here, so not used: {', '.join(facts)}")
