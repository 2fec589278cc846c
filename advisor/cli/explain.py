"""``advisor explain``: what a check means."""

import click

from advisor.analysis.checks import explanation, slugs
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import with_json, with_trees
from advisor.cli.streams import write, write_json


@click.command("explain")
@click.argument("check", required=False)
@with_json
@with_trees
def command(check: str | None, *, as_json: bool) -> int:
    """Explain a check, with a bad and a good example.

    Without a name, list all checks.
    """
    texts = {slug: explanation(slug) for slug in ([check] if check else slugs())}
    if as_json:
        write_json({"checks": [{"check": slug, "explanation": text} for slug, text in texts.items()]})
    elif check:
        write(texts[check])
    else:
        write("".join(f"{slug}: {text.partition(chr(10))[0]}\n" for slug, text in texts.items()))
    return ExitCode.DONE
