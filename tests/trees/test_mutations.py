"""Whatever is done to a shipped tree by mistake is found, and located in its file.

Each test makes every mutant of one kind of one tree; one without a finding is a hole in the examples or the checks.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from advisor.analysis import checks
from advisor.analysis.soundness import findings
from advisor.domain.district import TreeDraft
from advisor.domain.finding import Finding
from advisor.domain.policy import Locator
from advisor.domain.tree import Accepted, Option, Outcome, Question, Tree
from advisor.domain.verdict import Verdict
from advisor.loading.parsing import parse_tree
from tests.trees.shipped import TREES, draft, tree_draft, tree_file

Mutant = tuple[str, Tree]

LIKELIEST = ("unknown-target", "dead-end", "cycle", "unreachable", "failing-example")
"""In this order each may rely on the ones before: an example cannot be followed around a loop."""


def found_in(tree: Tree, original: TreeDraft) -> set[Finding]:
    """Return what is found in a tree, that places it at some line below the first of its file.

    The tree is checked without the others of its district, so facts that only those ask are found to be unknown.
    """
    found = findings(replace(draft(tree.district), trees=(replace(original, tree=tree),)))
    return {each for each in found if each.file == original.source.file and each.position.line > 1}


def is_found(tree: Tree, original: TreeDraft, before: set[Finding]) -> bool:
    """Tell whether a mutant has a finding of its own; the checks that find most of them are asked first."""
    alone = replace(draft(tree.district), trees=(replace(original, tree=tree),))
    for slug in LIKELIEST:
        if any(original.source.position(concern.place).line > 1 for concern in checks.find(slug).run(alone)):
            return True
    return bool(found_in(tree, original) - before)


def with_question(tree: Tree, question: Question) -> Tree:
    return replace(tree, questions={**tree.questions, question.id: question})


def with_outcome(tree: Tree, outcome: Outcome) -> Tree:
    return replace(tree, outcomes={**tree.outcomes, outcome.id: outcome})


def with_option(tree: Tree, question: Question, option: Option, *instead: Option) -> Tree:
    """Put other options in the place of one."""
    at = question.options.index(option)
    return with_question(
        tree, replace(question, options=(*question.options[:at], *instead, *question.options[at + 1 :]))
    )


def dropped_options(tree: Tree) -> Iterator[Mutant]:
    for question, option in tree.edges():
        yield f"{question.id} without {option.answer}", with_option(tree, question, option)


def retargeted_edges(tree: Tree) -> Iterator[Mutant]:
    for question, option in tree.edges():
        for node in (*tree.questions, *tree.outcomes):
            if node != option.then:
                mutant = with_option(tree, question, option, replace(option, then=node))
                yield f"{question.id}={option.answer} to {node}", mutant


def deleted_outcomes(tree: Tree) -> Iterator[Mutant]:
    for id_ in tree.outcomes:
        yield f"without {id_}", replace(tree, outcomes={k: v for k, v in tree.outcomes.items() if k != id_})


def deleted_questions(tree: Tree) -> Iterator[Mutant]:
    for id_ in tree.questions:
        yield f"without {id_}", replace(tree, questions={k: v for k, v in tree.questions.items() if k != id_})


def orphaned_questions(tree: Tree) -> Iterator[Mutant]:
    """Every way around one question: whatever led to it leads to where one of its options leads."""
    for orphan in tree.questions.values():
        for way in orphan.options:
            mutant = replace(tree, start=way.then if tree.start == orphan.id else tree.start)
            for question, option in tree.edges():
                if option.then == orphan.id:
                    mutant = with_option(mutant, mutant.questions[question.id], option, replace(option, then=way.then))
            yield f"around {orphan.id} by {way.answer}", mutant


def cycles(tree: Tree) -> Iterator[Mutant]:
    for question, option in tree.edges():
        for target in (question.id, tree.start):
            yield (
                f"{question.id}={option.answer} back to {target}",
                with_option(tree, question, option, replace(option, then=target)),
            )


def misspelt_clauses(tree: Tree) -> Iterator[Mutant]:
    wrong = Locator("IV.X ¶9")
    for question in tree.questions.values():
        for index in range(len(question.cites)):
            cites = (*question.cites[:index], wrong, *question.cites[index + 1 :])
            yield f"{question.id} cites {wrong}", with_question(tree, replace(question, cites=cites))
    for outcome in tree.outcomes.values():
        for index in range(len(outcome.cites)):
            cites = (*outcome.cites[:index], wrong, *outcome.cites[index + 1 :])
            yield f"{outcome.id} cites {wrong}", with_outcome(tree, replace(outcome, cites=cites))
        for index, condition in enumerate(outcome.conditions):
            conditions = list(outcome.conditions)
            conditions[index] = replace(condition, cites=(wrong,))
            yield f"{outcome.id} condition {index}", with_outcome(tree, replace(outcome, conditions=tuple(conditions)))


def flipped_allows(tree: Tree) -> Iterator[Mutant]:
    """A deny turned into an allow: the mistake that must never pass. Its statements and examples stay as they were."""
    for outcome in tree.outcomes.values():
        if outcome.verdict is Verdict.DENY:
            yield f"{outcome.id} allows", with_outcome(tree, replace(outcome, verdict=Verdict.ALLOW))


def swapped_answers(tree: Tree) -> Iterator[Mutant]:
    for question in tree.questions.values():
        first, second, *rest = question.options
        if first.then == second.then:
            continue
        swapped = (replace(first, then=second.then), replace(second, then=first.then), *rest)
        yield f"{question.id} swapped", with_question(tree, replace(question, options=swapped))


KINDS: list[Callable[[Tree], Iterator[Mutant]]] = [
    dropped_options,
    retargeted_edges,
    deleted_outcomes,
    deleted_questions,
    orphaned_questions,
    cycles,
    misspelt_clauses,
    flipped_allows,
    swapped_answers,
]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("district", "topic"), TREES)
def test_every_mutant_is_found_and_located(district: str, topic: str, kind: Callable[[Tree], Iterator[Mutant]]) -> None:
    original = tree_draft(district, topic)
    before = found_in(original.tree, original)
    mutants = list(kind(original.tree))
    survivors = [name for name, mutant in mutants if not is_found(mutant, original, before)]
    assert survivors == []
    assert mutants or kind is flipped_allows


@pytest.mark.parametrize(("district", "topic"), TREES)
def test_a_duplicate_of_any_line_with_a_key_is_found_where_it_stands(district: str, topic: str) -> None:
    file = tree_file(district, topic)
    lines = file.read_text(encoding="utf-8").split("\n")
    draft_ = tree_draft(district, topic)
    alone = {position.line for position in draft_.source.keys.values() if _is_block_key(lines[position.line - 1])}
    for number in sorted(alone):
        mutated = [*lines[:number], lines[number - 1], *lines[number:]]
        parsed, found = parse_tree("\n".join(mutated), str(file), draft(district).slug)
        assert parsed is None
        assert number + 1 in {finding.position.line for finding in found}, lines[number - 1]


def _is_block_key(line: str) -> bool:
    """Tell whether a line is one key with its whole value, so that its copy is a duplicate key and nothing else."""
    return not line.lstrip().startswith(("-", "{", "#")) and not line.rstrip().endswith((">-", ":", ",", "{"))


def test_an_error_cannot_be_accepted_away() -> None:
    district, topic = TREES[0]
    original = tree_draft(district, topic)
    broken = next(mutant for _, mutant in deleted_outcomes(original.tree))
    accepted = tuple(Accepted("unknown-target", str(node), "No reason.") for node in (topic, *broken.questions))
    assert found_in(replace(broken, accepted=accepted), original)
