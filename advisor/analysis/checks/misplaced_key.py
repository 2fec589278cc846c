"""An outcome has a key that means nothing for its verdict.

`ask`, `until_then` and `near` belong to a silent outcome: an allow or a deny is decided, and cites its clause.
`conditions` belong to an allow: nothing that a person does makes a deny into an allow without another answer, and on a
silent outcome the policy asks for nothing. `unbound` belongs to a silent outcome of the topic scope: it ends the
questions of all other topics. The key would be dropped without a word, or taken for part of the verdict.

What to do: take the key out, or correct the verdict. What would turn a deny into an allow is a question's `obtain`.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1], until_then: deny}

Good:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
"""

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Severity
from advisor.domain.topic import SCOPE
from advisor.domain.tree import Outcome
from advisor.domain.verdict import Verdict

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.TEXT


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield every key of an outcome that its verdict has no use for."""
    for each in draft.trees:
        for outcome in each.tree.outcomes.values():
            for key, owner in _misplaced(outcome):
                message = f'"{key}" belongs to an outcome that is {owner}, and "{outcome.id}" is {outcome.verdict}'
                yield Concern(each.source, ("outcomes", outcome.id, key), message)
            if outcome.unbound and each.tree.topic != SCOPE:
                message = (
                    f'"unbound" belongs to an outcome of the topic {SCOPE}, and "{outcome.id}" is of {each.tree.topic}'
                )
                yield Concern(each.source, ("outcomes", outcome.id, "unbound"), message)


def _misplaced(outcome: Outcome) -> Iterator[tuple[str, Verdict]]:
    if outcome.verdict is not Verdict.ALLOW and outcome.conditions:
        yield "conditions", Verdict.ALLOW
    if outcome.verdict is not Verdict.SILENT:
        written = {
            "ask": outcome.ask,
            "until_then": outcome.until_then,
            "near": outcome.near,
            "unbound": outcome.unbound,
        }
        yield from ((key, Verdict.SILENT) for key, value in written.items() if value)
