"""What the command palette offers beside the app's own commands: the topics of the district, found by any word."""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from textual.command import DiscoveryHit, Hit, Hits, Provider

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.tui.plain import plain
from advisor.tui.screens.topics import TopicScreen


class Findable(NamedTuple):
    """A topic with all the words by which it can be found."""

    topic: TopicSlug
    title: str
    words: str


def findable(district: District) -> Iterator[Findable]:
    """Yield what can be found in a district."""
    for topic, tree in district.trees.items():
        listed = district.topics.find(topic)
        yield Findable(topic, tree.title, " ".join([tree.title, *(listed.keywords if listed else ())]))


class TopicSearch(Provider):
    """Finds the topics of the district that is chosen."""

    async def discover(self) -> Hits:
        """Offer every topic."""
        for each in self._findable():
            yield DiscoveryHit(plain(each.title), partial(self._choose, each.topic), text=each.words)

    async def search(self, query: str) -> Hits:
        """Offer the topics whose title or keywords match."""
        matcher = self.matcher(query)
        for each in self._findable():
            score = matcher.match(each.words)
            if score > 0:
                yield Hit(score, plain(each.title), partial(self._choose, each.topic), text=each.words)

    def _findable(self) -> Iterator[Findable]:
        return findable(self.screen.district) if isinstance(self.screen, TopicScreen) else iter(())

    def _choose(self, topic: TopicSlug) -> None:
        self.screen.post_message(TopicScreen.Chosen((topic,)))
