"""``advisor checklist``: a decision, or the ways towards an allow, to take away and tick off."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from advisor.analysis.paths import listed_paths
from advisor.cli.consulting import Case, case
from advisor.cli.exit_codes import ExitCode
from advisor.cli.missing import report_missing
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.saving import save
from advisor.cli.streams import complain, json_text, narrate, write, write_json
from advisor.domain.tree import questions_by_fact
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.render.checklist import FORMATS, Checklist, of_decision, towards_allow
from advisor.render.json_records import checklist_record

_SHORT_ENDINGS: Final = {"md": "markdown", "txt": "text"}
_JSON: Final = "json"


@click.command("checklist")
@click.argument("district")
@click.argument("words", metavar="TOPIC... [FACT=ANSWER]...", nargs=-1)
@click.option("--format", "shape", type=click.Choice([*FORMATS, _JSON]), help="By default what FILE ends in, or text.")
@click.option("--towards", type=click.Choice(["allow"]), help="All ways that are left to an allow, before answering.")
@click.option("-o", "--output", "file", type=NamedPath(), metavar="FILE", help="Write to a file.")
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@with_json
@with_trees
def command(  # noqa: PLR0913 - one parameter an option
    district: str,
    words: tuple[str, ...],
    *,
    shape: str | None,
    towards: str | None,
    file: Path | None,
    force: bool,
    as_json: bool,
) -> int:
    """Write a decision as a checklist.

    Example: advisor checklist moorhead student-images --towards allow -o checklist.md
    """
    chosen = _JSON if as_json else shape or _shape_of(file)
    named = case(open_library(), district, words)
    listed = _towards_allow(named) if towards else _of_answers(named)
    if listed is None:
        again = ["checklist", *_options(shape, file, force=force, as_json=as_json)]
        return report_missing(named, named.begin(), again, as_json=chosen == _JSON and file is None)
    if file is None and chosen == _JSON:
        write_json(checklist_record(listed, named.district.policy))
    elif file is None:
        write(FORMATS[chosen](listed))
    else:
        save(file, _text(listed, named, chosen), replace=force)
        narrate(f"wrote {visible(str(file))}")
    return ExitCode.DONE


def _text(listed: Checklist, named: Case, shape: str) -> str:
    return json_text(checklist_record(listed, named.district.policy)) if shape == _JSON else FORMATS[shape](listed)


def _options(shape: str | None, file: Path | None, *, force: bool, as_json: bool) -> list[str]:
    """Return the options of a checklist of answers as they were given."""
    return [
        *(["--format", shape] if shape else []),
        *(["-o", str(file)] if file else []),
        *(["--force"] if force else []),
        *(["--json"] if as_json else []),
    ]


def _shape_of(file: Path | None) -> str:
    """Return the format that a file's ending names.

    Raises:
        AdvisorError: it names none.
    """
    if file is None:
        return "text"
    ending = file.suffix.removeprefix(".").casefold()
    shape = _SHORT_ENDINGS.get(ending, ending)
    if shape not in {*FORMATS, _JSON}:
        formats = ", ".join([*FORMATS, _JSON])
        raise AdvisorError(f"{visible(str(file))} does not end in a known format; add --format: {formats}")
    return shape


def _of_answers(named: Case) -> Checklist | None:
    consultation = named.begin()
    decision = consultation.decision
    if decision is None:
        return None
    _note_unused(named.unused(consultation))
    return of_decision(decision, named.district)


def _towards_allow(named: Case) -> Checklist:
    if not named.trees:
        raise AdvisorError("name the topics that --towards allow is about")
    asked = questions_by_fact(named.trees)
    _note_unused([fact for fact in named.answers if fact not in asked])
    return towards_allow([(tree, listed_paths(tree)) for tree in named.trees], named.answers, named.district)


def _note_unused(facts: Sequence[str]) -> None:
    if facts:
        complain(f"not asked here, so not used: {', '.join(facts)}")
