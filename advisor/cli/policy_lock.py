"""``advisor policy lock``: how many words of the official text each clause covers, and their digest."""

from pathlib import Path

import click

from advisor.analysis.register import digest, lock
from advisor.cli.exit_codes import ExitCode
from advisor.cli.official import bytes_of, official_words, unreadable
from advisor.cli.options import NamedPath, open_library, with_json, with_trees
from advisor.cli.streams import narrate, write_json
from advisor.domain.policy import DistrictSlug
from advisor.files import save
from advisor.loading.locking import Lock, with_locks
from advisor.loading.parsing import parse_policy
from advisor.plain_text import visible


@click.command("lock")
@click.argument("district")
@click.argument("file", type=NamedPath())
@with_json
@with_trees
def command(district: str, file: Path, *, as_json: bool) -> int:
    """Lock a register to the official text in FILE.

    Fills `words` and `digest` of every clause from its `opens`, in the district's policy.yaml.
    """
    library = open_library()
    register = library.policy_file(district)
    content = bytes_of(register)
    parsed, findings = parse_policy(content, str(register), DistrictSlug(district))
    if parsed is None:
        raise unreadable(findings)
    policy, source = parsed
    words = official_words(file, policy)
    stretches = lock(policy.clauses, words)
    locks = [Lock(len(each), digest(words[each.start : each.end])) for each in stretches]
    save(register, with_locks(content.decode("utf-8-sig"), source, locks), replace=True)
    if as_json:
        clauses = zip(policy.clauses, locks, strict=True)
        write_json({"clauses": [{"clause": c.id, "words": each.words, "digest": each.digest} for c, each in clauses]})
    narrate(f"advisor: {len(locks)} clauses locked to {len(words)} words in {visible(str(register))}")
    return ExitCode.DONE
