"""``advisor records export``: one decision that was kept, as a file to hand on."""

from pathlib import Path
from typing import Final

import click

from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import NamedPath, with_json, with_trees
from advisor.cli.saving import save
from advisor.cli.streams import narrate, write, write_json
from advisor.plain_text import visible
from advisor.storage.records import find_record, read_record_file, record_json

_STANDARD_OUTPUT: Final = Path("-")


@click.command("export")
@click.argument("name", metavar="NAME|FILE")
@click.option(
    "-o", "--output", "file", type=NamedPath(), metavar="FILE", required=True, help="Write to a file; - prints it."
)
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
@with_json
@with_trees
def command(name: str, file: Path, *, force: bool, as_json: bool) -> int:
    """Write a decision that was kept to a file of your own."""
    record = read_record_file(find_record(name))
    if file == _STANDARD_OUTPUT:
        write(record_json(record))
        return ExitCode.DONE
    save(file, record_json(record), replace=force)
    if as_json:
        write_json({"record": record.id, "file": str(file)})
    narrate(f"wrote {visible(str(file))}")
    return ExitCode.DONE
