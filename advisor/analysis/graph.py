"""A tree as a graph: loops, reach and order. The only module that knows networkx, and nothing untyped leaves it.

A multigraph keyed by answer, because a plain directed graph keeps one edge where two options lead to the same place.
Options whose target is not defined are left out: adding them would silently make the missing node.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from advisor.domain.tree import Answer, NodeId, Tree


@dataclass(frozen=True, slots=True)
class Edge:
    """One option, seen as a way from a question to the next place."""

    question: NodeId
    answer: Answer
    then: NodeId


class TreeGraph:
    """The graph of a tree, sound or not."""

    def __init__(self, tree: Tree) -> None:
        self._graph: nx.MultiDiGraph[NodeId] = nx.MultiDiGraph()
        self._graph.add_nodes_from(tree.questions)
        self._graph.add_nodes_from(tree.outcomes)
        self._author_order = {node: place for place, node in enumerate(self._graph)}
        for question, option in tree.edges():
            if option.then in self._author_order:
                self._graph.add_edge(question.id, option.then, option.answer)

    @property
    def edges(self) -> tuple[Edge, ...]:
        """Every option that leads somewhere, grouped by question in the author's order."""
        return tuple(Edge(question, Answer(answer), then) for question, then, answer in self._graph.edges(keys=True))

    def loops(self) -> Iterator[tuple[Edge, ...]]:
        """Yield one loop of every knot of questions that lead back to each other, as met from its first question."""
        for knot in nx.strongly_connected_components(self._graph):
            first = min(knot, key=self._author_order.__getitem__)
            if len(knot) > 1 or self._graph.has_edge(first, first):
                loop: list[tuple[NodeId, NodeId, Answer]] = nx.find_cycle(self._graph.subgraph(knot), first)
                yield tuple(Edge(question, answer, then) for question, then, answer in loop)

    def reachable(self, node: NodeId) -> frozenset[NodeId]:
        """Return every place that can be reached from a node, itself included."""
        return frozenset({node} | nx.descendants(self._graph, node))

    def order(self) -> tuple[NodeId, ...]:
        """Return all places in topological order, the author's order among equals.

        Raises:
            ValueError: the graph has a loop, and so no such order.
        """
        try:
            return tuple(nx.lexicographical_topological_sort(self._graph, key=self._author_order.__getitem__))
        except nx.NetworkXUnfeasible as loop:
            raise ValueError("a tree with a loop has no topological order") from loop
