"""``advisor list``: what there is to ask about."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from advisor.analysis.counts import counts
from advisor.analysis.paths import count_paths
from advisor.analysis.topic_search import district_index, matching_topics
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
@click.option("--find", metavar="WORDS", help="List only the topics that your words speak of, best first.")
@with_json
@with_trees
def command(district: str | None, find: str | None, *, as_json: bool) -> int:
    """List the districts and their topics."""
    library = open_library()
    districts = [library.district(district)] if district else list(_sound(library, library.districts))
    counted = {each.slug: counts(each) for each in districts}
    if find is not None:
        districts = [_only_found(each, find) for each in districts]
        if not any(each.trees for each in districts):
            complain(f'no topic matches "{find}"; leave --find out to see them all')
    if as_json:
        write_json(districts_record(districts, counted, count_paths))
    else:
        write(catalog(districts, counted, width()))
    return ExitCode.DONE


def _only_found(district: District, words: str) -> District:
    """Return a district with those of its topics that some words speak of, best first."""
    found = matching_topics(words, district_index(district))
    return replace(district, trees={match.topic: district.trees[match.topic] for match in found})


def _sound(library: "Library", slugs: Iterable[str]) -> Iterator[District]:
    """Yield the districts that can be used, and say which cannot."""
    from advisor.library import UnsoundDistrictError  # noqa: PLC0415 - help needs no trees

    for slug in slugs:
        try:
            yield library.district(slug)
        except UnsoundDistrictError as error:
            complain(str(error))
