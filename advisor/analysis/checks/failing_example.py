"""An example does not do what its author expected.

Examples are written by a person from the policy, so either the tree or the example is wrong, and a person has to say
which. An example fails if it reaches another outcome, stops at a question for which it gives no answer, gives an answer
that is not offered, or gives a fact that its path does not ask.

What to do: read the clause again. Then correct the tree, or the example.

Bad:

    start: consent
    questions:
      consent:
        ask: Do you hold written consent?
        yes: fine
        no: wait
    outcomes:
      fine: {verdict: allow, because: The rule is met., cites: [I ¶1]}
      wait: {verdict: deny, because: The rule is not met., cites: [I ¶1]}
    examples:
      - situation: A photo of the chess club; no forms yet.
        answers: {consent: no}
        expect: fine

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
    examples:
      - situation: A photo of the chess club; no forms yet.
        answers: {consent: no}
        expect: wait
"""  # noqa: D214, D405, D411 - "examples" is a key of the tree shown, not a section

from collections.abc import Iterator
from typing import Final

from advisor.analysis.concern import Concern, Stage
from advisor.analysis.paths import Trail, follow
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Place, Severity
from advisor.domain.tree import Example, Tree
from advisor.errors import suggestion

SEVERITY: Final = Severity.ERROR
STAGE: Final = Stage.PATHS


def check(draft: DistrictDraft) -> Iterator[Concern]:
    """Yield everything in which an example differs from what its tree does."""
    for each in draft.trees:
        for index, example in enumerate(each.tree.examples):
            for within, message in _faults(each.tree, example):
                yield Concern(each.source, ("examples", index, *within), message)


def _faults(tree: Tree, example: Example) -> Iterator[tuple[Place, str]]:
    trail = follow(tree, example.answers)
    if trail.end in tree.questions:
        yield _stop(tree, example, trail)
        return
    asked = {step.fact for step in trail.steps}
    for fact in example.answers:
        if fact not in asked:
            yield ("answers", fact), f'the path of this example does not ask the fact "{fact}": leave it out'
    if example.expect not in tree.outcomes:
        message = f'the expected outcome "{example.expect}" is not defined{suggestion(example.expect, tree.outcomes)}'
        yield ("expect",), message
    elif example.expect != trail.end:
        yield ("expect",), f'this example reaches the outcome "{trail.end}", not "{example.expect}"'


def _stop(tree: Tree, example: Example, trail: Trail) -> tuple[Place, str]:
    question = tree.questions[trail.end]
    if question.fact not in example.answers:
        message = f'this example stops at the question "{question.id}": add an answer to the fact "{question.fact}"'
        return ("answers",), message
    answer = example.answers[question.fact]
    known = [option.answer for option in question.options]
    message = f'the question "{question.id}" does not offer the answer "{answer}"{suggestion(answer, known)}'
    return ("answers", question.fact), message
