"""When a topic applies: its tree with the questions in front of it that say so.

They are the facts of the first screen, and who is bound. So those are facts like any other: they can be unsure, revised
and obtained.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final

from advisor.domain.path import DecisionPath, Step
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import NO, YES, Answer, Fact, NodeId, Option, Outcome, Question, SoundTree
from advisor.domain.verdict import Verdict

_FIRST: Final = "first:"
"""How the ids of places begin that stand in front of a topic's own tree; no author can write such an id."""

_NOT_TOUCHED: Final = Outcome(NodeId(f"{_FIRST}not-touched"), Verdict.ALLOW, "It does not touch this topic.")
"""Where a topic ends that does not apply."""

_LABELS: Final = {YES: "Yes", NO: "No"}


def applies(outcome: Outcome) -> bool:
    """Tell whether an outcome is a topic's own, rather than that the topic does not apply."""
    return outcome.id != _NOT_TOUCHED.id


def is_in_front(node: NodeId) -> bool:
    """Tell whether a place of a tree only says whether its topic applies."""
    return node.startswith(_FIRST)


def stands_in_front(step: Step) -> bool:
    """Tell whether a step only says whether its topic applies."""
    return is_in_front(step.question)


def own_steps(path: DecisionPath) -> tuple[Step, ...]:
    """Return the steps of a path that are the tree's own, without those that only say whether its topic applies."""
    return tuple(step for step in path.steps if not stands_in_front(step))


def if_it_applies(tree: SoundTree, topic: Topic, facts: Iterable[FirstFact]) -> SoundTree:
    """Return a tree that asks first whether its topic applies; the same tree where it always does.

    Args:
        tree: the topic's tree.
        topic: says when it applies.
        facts: what the first screen asks.
    """
    needed = [fact for fact in facts if fact.fact in topic.when]
    if not needed:
        return tree
    questions: dict[NodeId, Question] = {}
    then = tree.start
    for fact in reversed(needed):
        questions[_place(fact.fact)] = _first_question(fact, topic.when[fact.fact], then)
        then = _place(fact.fact)
    first = dict(reversed(questions.items()))
    return replace(
        tree,
        start=then,
        questions={**first, **tree.questions},
        outcomes={**tree.outcomes, _NOT_TOUCHED.id: _NOT_TOUCHED},
        order=(*first, *tree.order),
    )


def as_named(
    trees: Iterable[SoundTree], topics: Topics, known: Mapping[Fact, Answer]
) -> tuple[tuple[SoundTree, ...], Mapping[Fact, Answer]]:
    """Return trees that all ask first whether their topics apply, and what is known once the topics were named.

    Whoever names a topic says that its facts of the first screen hold. A tree that asks them already stays the same,
    and so does one whose topic cannot apply by what is known.

    Args:
        trees: one a topic.
        topics: say when each applies.
        known: what is known of the case.
    """
    asking: list[SoundTree] = []
    holding = dict(known)
    for tree in trees:
        topic = topics.find(tree.topic)
        if topic and not _asks(tree, topic.when) and _agree(topic.when, holding):
            holding |= topic.when
            asking.append(if_it_applies(tree, topic, topics.facts))
        else:
            asking.append(tree)
    return tuple(asking), holding


def not_to_leave(tree: SoundTree) -> SoundTree:
    """Return a tree whose topic nothing that can be brought about makes not apply."""
    in_front = {node: replace(q, obtain={}) for node, q in tree.questions.items() if is_in_front(node)}
    return replace(tree, questions={**tree.questions, **in_front}) if in_front else tree


def _asks(tree: SoundTree, facts: Iterable[Fact]) -> bool:
    return any(_place(fact) in tree.questions for fact in facts)


def _agree(one: Mapping[Fact, Answer], other: Mapping[Fact, Answer]) -> bool:
    return all(other.get(fact, answer) == answer for fact, answer in one.items())


def if_bound(tree: SoundTree, scope: SoundTree) -> SoundTree:
    """Return a tree that asks first, as the topic of who is bound does, whether the policy is for this person.

    Args:
        tree: a topic's tree.
        scope: the tree of who is bound; where it leaves nobody unbound, the tree stays the same.
    """
    asked = _leading_to_unbound(scope)
    if not asked:
        return tree

    def place(node: NodeId) -> NodeId:
        if node in asked:
            return _scope_place(node)
        return _NOT_TOUCHED.id if node in scope.outcomes and scope.outcomes[node].unbound else tree.start

    first = {
        _scope_place(node): replace(
            question,
            id=_scope_place(node),
            options=tuple(replace(option, then=place(option.then)) for option in question.options),
        )
        for node, question in asked.items()
    }
    return replace(
        tree,
        start=place(scope.start),
        questions={**first, **tree.questions},
        outcomes={**tree.outcomes, _NOT_TOUCHED.id: _NOT_TOUCHED},
        order=(*first, *tree.order),
    )


def _leading_to_unbound(scope: SoundTree) -> Mapping[NodeId, Question]:
    """Return the questions from which an unbound end can be reached, in topological order."""
    leading: dict[NodeId, Question] = {}
    unbound = {id_ for id_, outcome in scope.outcomes.items() if outcome.unbound}
    for node in reversed(scope.order):
        question = scope.questions[node]
        if any(option.then in unbound or option.then in leading for option in question.options):
            leading[node] = question
    return dict(reversed(leading.items()))


def _scope_place(node: NodeId) -> NodeId:
    return NodeId(f"{_FIRST}{SCOPE}:{node}")


def _first_question(fact: FirstFact, needed: Answer, then: NodeId) -> Question:
    options = tuple(
        Option(answer, label, then if answer == needed else _NOT_TOUCHED.id) for answer, label in _LABELS.items()
    )
    return Question(_place(fact.fact), fact.fact, fact.say, options, obtain=fact.obtain)


def _place(fact: Fact) -> NodeId:
    return NodeId(f"{_FIRST}{fact}")
