"""``advisor walk`` and plain ``advisor``: the app."""

from typing import TYPE_CHECKING

import click

from advisor.cli.consulting import remedies_of
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import open_library, with_json, with_trees
from advisor.cli.streams import complain, terminal_lacks, write_json
from advisor.errors import AdvisorError
from advisor.storage.walk_files import walks_folder

if TYPE_CHECKING:
    from advisor.tui.app import AdvisorApp


@click.command("walk")
@click.argument("district")
@click.argument("topics", metavar="TOPIC...", nargs=-1, required=True)
@with_json
@with_trees
def command(district: str, topics: tuple[str, ...], *, as_json: bool) -> int:
    """Open the app at the first question."""
    drawn_on = ("stdin", "stderr") if as_json else ("stdin", "stdout", "stderr")
    _require_terminal(*drawn_on, hint=f"advisor ask {district} {' '.join(topics)}")
    library = open_library()
    chosen = library.district(district)
    slugs = tuple(tree.topic for tree in chosen.choose(topics))
    from advisor.tui.app import AdvisorApp  # noqa: PLC0415 - Textual loads only for the app

    app = AdvisorApp(library, chosen.slug, slugs, walks_folder())
    ended = _run(app)
    if ended or not as_json:
        return ended
    consultation, decision = app.consultation, app.decision
    if consultation is None or decision is None:
        complain("the app was closed before there was a decision")
        return ExitCode.MISSING
    from advisor.render.decision_record import decision_record  # noqa: PLC0415 - needed only for --json

    of = library.district(decision.district)
    write_json(decision_record(decision, of, remedies=remedies_of(decision, consultation, of)))
    return ExitCode.DONE


def open_app() -> int:
    """Open the app at its first screen."""
    _require_terminal("stdin", "stdout", "stderr", hint="advisor ask")
    library = open_library()
    from advisor.tui.app import AdvisorApp  # noqa: PLC0415 - Textual loads only for the app

    return _run(AdvisorApp(library, walks=walks_folder()))


def _run(app: "AdvisorApp") -> int:
    """Run the app until it is closed; return what the run returns to the shell.

    Raises:
        Exception: what the app itself broke on.
    """
    app.run()
    if app.crash is not None:
        raise app.crash
    return app.return_code or ExitCode.DONE


def _require_terminal(*streams: str, hint: str) -> None:
    if terminal_lacks(*streams):
        raise AdvisorError(f"the app needs a terminal that it can draw on; without one, use: {hint}")
