"""``advisor decide``: a decision from answers given at once, without asking."""

import click

from advisor.cli.consulting import case, remedies_of
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import complain, width, write, write_json


@click.command("decide")
@click.argument("district")
@click.argument("words", metavar="TOPIC... [FACT=ANSWER]...", nargs=-1)
@with_json
@with_trees
def command(district: str, words: tuple[str, ...], *, as_json: bool) -> int:
    """Decide without asking; what is missing is named.

    Example: advisor decide moorhead student-images medium=public-network public-arena=yes
    """
    named = case(open_library(), district, words)
    consultation = named.begin()
    decision = consultation.decision
    if decision is None:
        from advisor.cli.missing import report_missing  # noqa: PLC0415 - needed only when answers are missing

        return report_missing(named, consultation, ["decide", *(["--json"] if as_json else [])], as_json=as_json)
    unused = named.unused(consultation)
    remedies = remedies_of(decision, consultation, named.district)
    if as_json:
        from advisor.render.decision_record import decision_record  # noqa: PLC0415 - one of two renderings is needed

        write_json(decision_record(decision, named.district, unused, remedies))
        return ExitCode.DONE
    from advisor.cli.quoting import official_words  # noqa: PLC0415 - one of two renderings is needed
    from advisor.render.transcript import transcript  # noqa: PLC0415 - one of two renderings is needed

    official = official_words((*decision.cites, *decision.near), named.district)
    write(transcript(decision, named.district, width(), official, remedies))
    if unused:
        complain(f"not asked here, so not used: {', '.join(unused)}")
    return ExitCode.DONE
