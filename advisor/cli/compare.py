"""``advisor compare``: one set of facts, put to every district."""

import click

from advisor.cli.consulting import require_known, spoken
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import width, write, write_json
from advisor.domain.comparison import compare
from advisor.errors import AdvisorError
from advisor.render.comparison import compared, comparison_record


@click.command("compare")
@click.argument("words", metavar="TOPIC... [FACT=ANSWER]...", nargs=-1)
@with_json
@with_trees
def command(words: tuple[str, ...], *, as_json: bool) -> int:
    """Put the same facts to every district.

    Example: advisor compare student-images medium=public-network public-arena=yes
    """
    library = open_library()
    districts = [library.district(slug) for slug in library.districts]
    if not districts:
        raise click.UsageError("there is no district to compare")
    topics, answers = spoken(words)
    if not topics:
        raise AdvisorError(f"name at least one topic; {districts[0].slug} has: {', '.join(districts[0].trees)}")
    require_known(answers, districts)
    comparison = compare(districts, topics, answers)
    if as_json:
        write_json(comparison_record(comparison))
    else:
        write(compared(comparison, width()))
    return ExitCode.DONE if comparison.complete else ExitCode.MISSING
