"""A district: its policy and its trees, as drafted by authors and as proved sound."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from advisor.domain.applicability import if_bound, if_it_applies
from advisor.domain.consultation import Consultation
from advisor.domain.finding import Source
from advisor.domain.policy import DistrictSlug, Policy, TopicSlug
from advisor.domain.topic import SCOPE, FirstFact, Topic, Topics
from advisor.domain.tree import NO, Answer, Fact, NodeId, Outcome, Question, SoundTree, Tree, questions_by_fact
from advisor.domain.verdict import Verdict
from advisor.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class TreeDraft:
    """A tree as written, with where each thing in it stands."""

    tree: Tree
    source: Source


@dataclass(frozen=True, slots=True)
class DistrictDraft:
    """All that authors wrote for one district, not yet proved sound."""

    slug: DistrictSlug
    policy: Policy
    policy_source: Source
    topics: Topics
    topics_source: Source
    trees: tuple[TreeDraft, ...]


@dataclass(frozen=True, slots=True)
class District:
    """A district whose trees are all sound: what the shells work with."""

    slug: DistrictSlug
    policy: Policy
    topics: Topics
    trees: Mapping[TopicSlug, SoundTree]
    """By topic, in menu order; a topic on which the policy says nothing has a tree that asks nothing."""

    @property
    def questions(self) -> Mapping[Fact, Question]:
        """Each fact that some tree asks, with the question that asks it."""
        return questions_by_fact(self.trees.values())

    @property
    def always(self) -> tuple[TopicSlug, ...]:
        """The topics that are asked whatever it is about."""
        return tuple(topic.topic for topic in self.topics.topics if topic.topic in self.trees and not topic.when)

    @property
    def ask_whom(self) -> str:
        """Who knows what no topic is about: whom the topic of who is bound names first."""
        scope = self.trees.get(SCOPE)
        questions = [scope.questions[node] for node in scope.order] if scope else []
        return next((question.ask_whom for question in questions if question.ask_whom), "your supervisor")

    @property
    def about_the_person(self) -> Mapping[Fact, Question]:
        """The questions about who is bound whose answers stay the same from one post to the next, by fact.

        They are the one that the topic of who is bound begins with, and those that no other topic asks. What other
        topics ask too, such as where something would appear, is about what the person wants to do.
        """
        scope = self.trees.get(SCOPE)
        if scope is None or not scope.questions:
            return {}
        elsewhere = questions_by_fact(tree for tree in self.trees.values() if tree is not scope)
        begins_with = scope.questions[scope.start].fact
        return {
            fact: question
            for fact, question in questions_by_fact([scope]).items()
            if fact == begins_with or fact not in elsewhere
        }

    def first_facts(self, *groups: str) -> tuple[FirstFact, ...]:
        """Return the facts of the first screen that bring topics of some groups, each once, in their own order."""
        listed = [topic for topic in self.topics.topics if topic.topic in self.trees and topic.group in groups]
        needed = {fact for topic in listed for fact in topic.when}
        return tuple(first for first in self.topics.facts if first.fact in needed)

    def is_touched(self, answers: Mapping[Fact, Answer]) -> bool:
        """Tell whether a fact of the first screen holds, or may hold."""
        return any(answers.get(first.fact, NO) != NO for first in self.topics.facts)

    def choose(self, topics: Iterable[str]) -> tuple[SoundTree, ...]:
        """Return the trees of some topics in menu order, each once.

        Raises:
            UnknownNameError: there is no such topic; the first one is named.
        """
        wanted = dict.fromkeys(topics)
        for topic in wanted:
            if topic not in self.trees:
                raise UnknownNameError("topic", topic, self.trees, f" in {self.slug}")
        return tuple(self.trees[topic] for topic in self.trees if topic in wanted)

    def consult(self, topics: Iterable[str], answers: Mapping[Fact, Answer] | None = None) -> Consultation:
        """Begin a consultation about some topics. With the topic of who is bound among them, it comes first.

        Raises:
            UnknownNameError: there is no such topic, or a question does not offer the answer given to it.
        """
        return Consultation.begin(_scope_first(self.choose(topics)), answers)

    def consult_by_first_facts(self, answers: Mapping[Fact, Answer]) -> Consultation:
        """Begin a consultation about the topics that some facts of the first screen touch, and those that always apply.

        Args:
            answers: by fact; a fact of the first screen that is left out does not hold.

        Raises:
            UnknownNameError: a question does not offer the answer given to it.
        """
        listed = {topic.topic: topic for topic in self.topics.topics}
        # What it is about stands before who is bound, so that it counts as answered from the first question on.
        bound = _scope_first(tuple(self.trees.values()))
        trees = [if_it_applies(tree, listed[tree.topic], self.topics.facts) for tree in bound]
        first = {first.fact: answers.get(first.fact, NO) for first in self.topics.facts}
        others = {fact: answer for fact, answer in answers.items() if fact not in first}
        # The latest answer is the first to be taken back: that leads to what it is about, not to who one is.
        return Consultation.begin(trees, {**others, **first})

    def trees_again(self, topics: Iterable[TopicSlug], *, by_first_facts: bool) -> tuple[SoundTree, ...]:
        """Return the trees that an earlier consultation walked, as they are today.

        Args:
            topics: what it was about; topics that there are no longer are left out.
            by_first_facts: whether the first screen said so, so that each tree asks first whether it applies.
        """
        if by_first_facts:
            return self.consult_by_first_facts({}).trees
        return self.consult(topic for topic in topics if topic in self.trees).trees


def _scope_first(trees: Sequence[SoundTree]) -> tuple[SoundTree, ...]:
    """Put the tree of who is bound first, and let the others be asked only of those whom the policy binds."""
    scope = next((tree for tree in trees if tree.topic == SCOPE), None)
    if scope is None:
        return tuple(trees)
    return (scope, *(if_bound(tree, scope) for tree in trees if tree is not scope))


def silent_tree(policy: Policy, topic: Topic) -> SoundTree:
    """Return the tree of a topic on which a policy says nothing: it asks nothing and ends silent.

    Raises:
        KeyError: the policy does not list the topic as silent.
    """
    silent = policy.silent_on[topic.topic]
    end = NodeId("silent")
    outcome = Outcome(end, Verdict.SILENT, silent.because, ask=silent.ask, until_then=silent.until_then)
    return SoundTree(policy.district, topic.topic, topic.title, end, questions={}, outcomes={end: outcome}, order=())
