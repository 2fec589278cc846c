"""``advisor checklist``: a decision, or the ways towards an allow, to take away and tick off."""

from collections.abc import Mapping, Sequence
from typing import Final

import click

from advisor.analysis.paths import listed_paths
from advisor.cli.checklist_output import JSON, checklist_of, put_checklist, shape_of
from advisor.cli.consulting import Case, case
from advisor.cli.exit_codes import ExitCode
from advisor.cli.keeping import today
from advisor.cli.missing import again, report_missing
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.output import Output, with_output
from advisor.cli.streams import complain, narrate
from advisor.domain.record import Decided, Stamp
from advisor.domain.tree import Fact, Question, questions_by_fact
from advisor.errors import AdvisorError
from advisor.render.checklist import NAMES, Checklist, towards_allow

_TEXT: Final = "text"
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
    chosen = shape or (JSON if as_json and output.file is None else shape_of(output, _TEXT))
    if as_json and chosen != JSON:
        raise AdvisorError(f"--json goes with --format {JSON}, not with {chosen}")
    if only_ascii and chosen != _TEXT:
        raise AdvisorError(f"--ascii goes with --format {_TEXT}, not with {chosen}")
    named = case(open_library(), district, words)
    listed = _towards_allow(named) if towards else _of_answers(named)
    if listed is None:
        options = {"--format": shape, **output.options, "--json": as_json, "--ascii": only_ascii}
        as_data = chosen == JSON and output.file is None
        return report_missing(named, named.begin(), again("checklist", options), as_json=as_data)
    put_checklist(listed, chosen, output, only_ascii=only_ascii)
    return ExitCode.DONE


def _of_answers(named: Case) -> Checklist | None:
    consultation = named.begin()
    decision = consultation.decision
    if decision is None:
        return None
    _note_unused(named.unused(consultation))
    return checklist_of(Decided(named.district, consultation, decision), Stamp(today()))


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
    if split := next((fact for fact in listed.ways[0].facts if not fact.known), None):
        options = " or ".join(f"{split.fact}={option.answer}" for option in asked[split.fact].options)
        narrate(f"advisor: {len(listed.ways)} ways; say what you know, and fewer are left, such as {options}")


def _note_unused(facts: Sequence[str]) -> None:
    if facts:
        complain(f"not asked here, so not used: {', '.join(facts)}")
