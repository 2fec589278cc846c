"""``advisor explain``: what a check means."""

import click

from advisor.analysis.checks import explanation, slugs
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import with_json, with_trees
from advisor.cli.streams import write, write_json
from advisor.errors import UnknownNameError
from advisor.loading.explanations import EXPLANATIONS


@click.command("explain")
@click.argument("check", required=False)
@with_json
@with_trees
def command(check: str | None, *, as_json: bool) -> int:
    """Explain a check, with a bad and a good example.

    Without a name, list all checks.
    """
    texts = {slug: _explained(slug) for slug in ([check] if check else sorted([*slugs(), *EXPLANATIONS]))}
    if as_json:
        write_json({"checks": [{"check": slug, "explanation": text} for slug, text in texts.items()]})
    elif check:
        write(texts[check])
    else:
        write("".join(f"{slug}: {text.partition(chr(10))[0]}\n" for slug, text in texts.items()))
    return ExitCode.DONE


def _explained(slug: str) -> str:
    """Return what a finding of that name means, whether a check or the reader of files found it."""
    if slug in EXPLANATIONS:
        return EXPLANATIONS[slug]
    if slug not in slugs():
        raise UnknownNameError("check", slug, [*slugs(), *EXPLANATIONS])
    return explanation(slug)
