"""A checklist on its way out: made of a decision, and written where the person wants it, in the format of that."""

from typing import Final

from advisor.cli.consulting import remedies_of
from advisor.cli.output import Output
from advisor.domain.record import Decided, Stamp
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.render.checklist import NAMES, Checklist, named_by_ending, of_decision, written

JSON: Final = "json"
"""The name of the format that is for programs."""


def checklist_of(decided: Decided, stamp: Stamp) -> Checklist:
    """Return the checklist of a decision, with what would change it."""
    remedies = remedies_of(decided.decision, decided.consultation, decided.district)
    return of_decision(decided, remedies.together if remedies else None, stamp)


def put_checklist(listed: Checklist, shape: str, output: Output, *, only_ascii: bool = False) -> None:
    """Write a checklist where it goes.

    Raises:
        UnreadableFileError: it cannot be written, or exists already.
    """
    if shape == JSON:
        from advisor.render.checklist.formats.json import record  # noqa: PLC0415 - one format is needed

        output.put_json(record(listed))
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
