"""The command ``advisor``: finds the command that was named, imports it alone, and turns every error into one line."""

from collections.abc import Sequence
from typing import Final

import click

from advisor import __version__
from advisor.cli.exit_codes import ExitCode
from advisor.cli.lazy import LazyGroup
from advisor.cli.options import with_trees
from advisor.cli.streams import complain, forget_unwritten, narrate, tolerate_any_encoding
from advisor.errors import AdvisorError

_COMMANDS: Final = (
    "walk",
    "ask",
    "decide",
    "compare",
    "list",
    "paths",
    "checklist",
    "graph",
    "check",
    "explain",
    "policy",
    "records",
    "forget",
)


@click.group(
    cls=LazyGroup,
    modules={name: f"advisor.cli.{name}" for name in _COMMANDS},
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit codes: 0 done, 1 findings, 2 usage or an unreadable file, 3 answers missing, 70 crashed, 130 stopped.",
)
@click.version_option(__version__, prog_name="advisor", message="%(prog)s %(version)s")
@with_trees
@click.pass_context
def cli(context: click.Context) -> int:
    """May I post this? Guided decisions on school social media policies, with citations.

    Without a command, open the app.
    """
    if context.invoked_subcommand is not None:
        return ExitCode.DONE
    from advisor.cli.walk import open_app  # noqa: PLC0415 - only the app needs it

    return open_app()


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; no error leaves it as a traceback.

    Args:
        arguments: what stands after the command's name; by default what the process was started with.
    """
    tolerate_any_encoding()
    try:
        code = cli.main(arguments, prog_name="advisor", standalone_mode=False)
    except AdvisorError as error:
        complain(str(error))
    except click.ClickException as error:
        is_help = isinstance(error, click.exceptions.NoArgsIsHelpError)
        (narrate if is_help else complain)(error.format_message())
    except (click.Abort, KeyboardInterrupt):
        return ExitCode.INTERRUPTED
    except Exception as error:  # the one place where a crash becomes an apology
        return _apologise(error)
    else:
        return code if isinstance(code, int) else ExitCode.DONE
    return ExitCode.USAGE


def _apologise(error: Exception) -> int:
    if isinstance(error, OSError) and error.filename is None:  # all but the standard streams have a name
        forget_unwritten()
        complain(f"cannot write to standard output: {error.strerror}")
        return ExitCode.USAGE
    from advisor.cli.crash import keep_traceback  # noqa: PLC0415 - needed only for a crash

    kept = keep_traceback(error)
    where = f"; please report it with the file {kept}" if kept else "; its details could not be saved"
    complain(f"sorry, something went wrong inside Advisor ({type(error).__name__}){where}")
    return ExitCode.CRASHED
