"""``advisor list``: what there is to ask about."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from advisor.analysis.counts import counts
from advisor.analysis.paths import count_paths
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import complain, width, write, write_json
from advisor.domain.district import District
from advisor.render.catalog import catalog
from advisor.render.json_records import districts_record

if TYPE_CHECKING:
    from advisor.library import Library


@click.command("list")
@click.argument("district", required=False)
@with_json
@with_trees
def command(district: str | None, *, as_json: bool) -> int:
    """List the districts and their topics."""
    library = open_library()
    districts = [library.district(district)] if district else list(_sound(library, library.districts))
    counted = {each.slug: counts(each) for each in districts}
    if as_json:
        write_json(districts_record(districts, counted, count_paths))
    else:
        write(catalog(districts, counted, width()))
    return ExitCode.DONE


def _sound(library: "Library", slugs: Iterable[str]) -> Iterator[District]:
    """Yield the districts that can be used, and say which cannot."""
    from advisor.library import UnsoundDistrictError  # noqa: PLC0415 - help needs no trees

    for slug in slugs:
        try:
            yield library.district(slug)
        except UnsoundDistrictError as error:
            complain(str(error))
