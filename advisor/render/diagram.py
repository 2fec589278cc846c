"""A tree as a picture, in the two languages that draw graphs: Mermaid and DOT.

Nodes are numbered, and every text stands escaped in a quoted label, so that no text breaks the syntax.
"""

from collections.abc import Callable, Mapping
from typing import Final

from advisor.domain.tree import NodeId, Outcome, Question, Tree
from advisor.render import escaping
from advisor.render.wording import bracketed


def mermaid(tree: Tree) -> str:
    """Return a tree as a Mermaid flowchart."""
    names = _names(tree)
    lines = ["flowchart TD"]
    for question in tree.questions.values():
        lines.append(f'  {names[question.id]}["{escaping.mermaid(_asked(question))}"]')
    for outcome in tree.outcomes.values():
        lines.append(f'  {names[outcome.id]}(["{escaping.mermaid(_ended(outcome))}"])')
    for question, option in tree.edges():
        label = escaping.mermaid(option.label)
        lines.append(f'  {names[question.id]} -->|"{label}"| {names[option.then]}')
    return "\n".join(lines) + "\n"


def dot(tree: Tree) -> str:
    """Return a tree as a DOT graph."""
    names = _names(tree)
    lines = ["digraph {", f'  label="{escaping.dot(tree.title)}";', "  node [shape=box];"]
    for question in tree.questions.values():
        lines.append(f'  {names[question.id]} [label="{escaping.dot(_asked(question))}"];')
    for outcome in tree.outcomes.values():
        lines.append(f'  {names[outcome.id]} [label="{escaping.dot(_ended(outcome))}", style=rounded];')
    for question, option in tree.edges():
        label = escaping.dot(option.label)
        lines.append(f'  {names[question.id]} -> {names[option.then]} [label="{label}"];')
    return "\n".join([*lines, "}"]) + "\n"


FORMATS: Final[Mapping[str, Callable[[Tree], str]]] = {"mermaid": mermaid, "dot": dot}
"""The languages a tree can be drawn in, by name."""


def _names(tree: Tree) -> Mapping[NodeId, str]:
    return {id_: f"n{number}" for number, id_ in enumerate([*tree.questions, *tree.outcomes], 1)}


def _asked(question: Question) -> str:
    return f"{question.id}: {question.ask}"


def _ended(outcome: Outcome) -> str:
    cites = bracketed(outcome.cites or outcome.near)
    return f"{outcome.verdict.upper()} {outcome.id}: {outcome.because} {cites}".rstrip()
