"""``advisor checklist``: a decision, or the ways towards an allow, to take away and tick off."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import click

from advisor.analysis.paths import listed_paths
from advisor.cli.consulting import Case, case, remedies_of
from advisor.cli.exit_codes import ExitCode
from advisor.cli.keeping import today
from advisor.cli.missing import report_missing
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.saving import save
from advisor.cli.streams import complain, narrate, write, write_json
from advisor.domain.record import Stamp
from advisor.domain.tree import questions_by_fact
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.render.checklist import NAMES, Checklist, named_by_ending, of_decision, towards_allow, written

_TEXT: Final = "text"
_JSON: Final = "json"


@click.command("checklist")
@click.argument("district")
@click.argument("words", metavar="TOPIC... [FACT=ANSWER]...", nargs=-1)
@click.option("--format", "shape", type=click.Choice(NAMES), help="By default what FILE ends in, or text.")
@click.option("--ascii", "only_ascii", is_flag=True, help="Plain text without any character beyond ASCII.")
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
    only_ascii: bool,
    towards: str | None,
    file: Path | None,
    force: bool,
    as_json: bool,
) -> int:
    """Write a decision as a checklist.

    Example: advisor checklist moorhead student-images --towards allow -o checklist.md
    """
    chosen = _JSON if as_json else shape or _shape_of(file)
    if only_ascii and chosen != _TEXT:
        raise AdvisorError(f"--ascii goes with --format {_TEXT}, not with {chosen}")
    named = case(open_library(), district, words)
    listed = _towards_allow(named) if towards else _of_answers(named)
    if listed is None:
        again = [
            "checklist",
            *_options(shape, file, force=force, as_json=as_json),
            *(["--ascii"] if only_ascii else []),
        ]
        return report_missing(named, named.begin(), again, as_json=chosen == _JSON and file is None)
    if file is None:
        _print(listed, chosen, only_ascii=only_ascii)
    else:
        save(file, _text(listed, chosen, only_ascii=only_ascii), replace=force)
        narrate(f"wrote {visible(str(file))}")
    return ExitCode.DONE


def _print(listed: Checklist, shape: str, *, only_ascii: bool) -> None:
    if shape == _JSON:
        from advisor.render.checklist.formats.json import record  # noqa: PLC0415 - one format is needed

        write_json(record(listed))
    else:
        write(_text(listed, shape, only_ascii=only_ascii))


def _text(listed: Checklist, shape: str, *, only_ascii: bool) -> str:
    if only_ascii:
        from advisor.render.checklist.formats.text import written_in_ascii  # noqa: PLC0415 - one format is needed

        return written_in_ascii(listed)
    return written(listed, shape)


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
        return _TEXT
    shape = named_by_ending(file.suffix.removeprefix("."))
    if shape is None:
        formats = ", ".join(NAMES)
        raise AdvisorError(f"{visible(str(file))} does not end in a known format; add --format: {formats}")
    return shape


def _of_answers(named: Case) -> Checklist | None:
    consultation = named.begin()
    decision = consultation.decision
    if decision is None:
        return None
    _note_unused(named.unused(consultation))
    remedies = remedies_of(decision, consultation, named.district)
    return of_decision(decision, named.district, remedies, Stamp(today()))


def _towards_allow(named: Case) -> Checklist:
    if not named.trees:
        raise AdvisorError("name the topics that --towards allow is about")
    asked = questions_by_fact(named.trees)
    _note_unused([fact for fact in named.answers if fact not in asked])
    return towards_allow([(tree, listed_paths(tree)) for tree in named.trees], named.answers, named.district, today())


def _note_unused(facts: Sequence[str]) -> None:
    if facts:
        complain(f"not asked here, so not used: {', '.join(facts)}")
