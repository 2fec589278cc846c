"""``advisor records export``: one decision that was kept, as a file to hand on: the record itself, or its checklist."""

import shlex

import click

from advisor.cli.checklist_output import JSON, checklist_of, put_checklist, shape_of
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import named_trees, open_library, with_json, with_trees
from advisor.cli.output import Output, with_output
from advisor.cli.reading_records import decided_again
from advisor.cli.streams import complain, write_json
from advisor.domain.record import Decided, Record, Stamp
from advisor.domain.replay import Changed, NotReplayable
from advisor.errors import AdvisorError
from advisor.plain_text import visible
from advisor.render.checklist import NAMES, Checklist
from advisor.render.records import kept_record
from advisor.storage.records import find_record, read_record_file


@click.command("export")
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "--format", "shape", type=click.Choice(NAMES), help="By default what FILE ends in, or json; json is the record."
)
@with_output
@with_json
@with_trees
def command(name: str, *, shape: str | None, output: Output, as_json: bool) -> int:
    """Write a decision that was kept to a file of your own: the record, or its checklist with your ticks and note.

    Example: advisor records export 2026-11-21-moorhead-student-images-1 -o sheet.html
    """
    record = read_record_file(find_record(name))
    chosen = shape or shape_of(output, JSON)
    if as_json and output.file is None and chosen != JSON:
        raise AdvisorError(f"--json goes with --format {JSON}, not with {chosen}")
    if chosen == JSON:
        output.put_json(kept_record(record))
    else:
        put_checklist(_checklist(record, visible(name)), chosen, output)
    if as_json and output.file:
        write_json({"record": record.id, "file": str(output.file)})
    return ExitCode.DONE


def _checklist(record: Record, name: str) -> Checklist:
    """Return the checklist of a record, which holds as long as it is decided as it was.

    Raises:
        AdvisorError: it is decided otherwise today, or cannot be decided again.
    """
    library = open_library()
    again = decided_again(record, library)
    if isinstance(again, NotReplayable):
        raise AdvisorError(f"{name} cannot be decided again: {again.because}; only the record itself can be exported")
    if isinstance(again, Changed):
        trees = named_trees()
        verify = ["advisor", *(["--trees", str(trees)] if trees else []), "records", "verify", name]
        raise AdvisorError(f"{name} is decided otherwise today; see: {visible(shlex.join(verify))}")
    if again.changed_trees:
        complain(f"decided as it was, by trees that changed since: {', '.join(again.changed_trees)}")
    ticked = [each.duty for each in record.conditions if each.ticked]
    stamp = Stamp(record.date, record.note, ticked)
    decided = Decided(library.district(record.district), again.consultation, again.decision)
    return checklist_of(decided, stamp)
