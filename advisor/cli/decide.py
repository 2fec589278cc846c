"""``advisor decide``: a decision from answers given at once, without asking."""

import click

from advisor.cli.consulting import Case, case, remedies_of
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_record, with_trees
from advisor.cli.streams import complain, width, write, write_json
from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision


@click.command("decide")
@click.argument("district")
@click.argument("words", metavar="TOPIC... [FACT=ANSWER]...", nargs=-1)
@with_record
@with_json
@with_trees
def command(district: str, words: tuple[str, ...], *, keep: bool, note: str | None, as_json: bool) -> int:
    """Decide without asking; what is missing is named.

    Example: advisor decide moorhead student-images medium=public-network public-arena=yes
    """
    named = case(open_library(), district, words)
    consultation = named.begin()
    decision = consultation.decision
    if decision is None:
        from advisor.cli.missing import again, report_missing  # noqa: PLC0415 - needed only when answers are missing

        command_again = again("decide", {"--keep": keep, "--note": note or None, "--json": as_json})
        return report_missing(named, consultation, command_again, as_json=as_json)
    _show(named, consultation, decision, as_json=as_json)
    if keep:
        from advisor.cli.keeping import keep_decision  # noqa: PLC0415 - needed only to keep
        from advisor.domain.record import Decided  # noqa: PLC0415 - needed only to keep

        keep_decision(Decided(named.district, consultation, decision), note or "")
    return ExitCode.DONE


def _show(named: Case, consultation: Consultation, decision: Decision, *, as_json: bool) -> None:
    unused = named.unused(consultation)
    remedies = remedies_of(decision, consultation, named.district)
    if as_json:
        from advisor.render.decision_record import decision_record  # noqa: PLC0415 - one of two renderings is needed

        write_json(decision_record(decision, named.district, unused, remedies))
        return
    from advisor.cli.quoting import official_words  # noqa: PLC0415 - one of two renderings is needed
    from advisor.render.transcript import transcript  # noqa: PLC0415 - one of two renderings is needed

    official = official_words((*decision.cites, *decision.near), named.district)
    write(transcript(decision, named.district, width(), official, remedies))
    if unused:
        complain(f"not asked here, so not used: {', '.join(unused)}")
