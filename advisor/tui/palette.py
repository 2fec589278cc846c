"""What the command palette offers beside the app's own commands: topics of the district, by a person's own words."""

from collections.abc import Mapping
from functools import cached_property, partial

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from advisor.analysis.topic_search import TopicIndex, district_index, matching_topics
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.tui.plain import plain
from advisor.tui.screens.home import HomeScreen
from advisor.tui.screens.topics import TopicScreen


class Palette(CommandPalette):
    """The command palette, which closes only itself."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close; by a second Enter that was quick, Textual would close the screen below as well."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class TopicSearch(Provider):
    """Finds the topics of the district that is chosen."""

    async def discover(self) -> Hits:
        """Offer every topic."""
        for topic, title in self._titles.items():
            yield DiscoveryHit(plain(title), partial(self._choose, topic))

    async def search(self, query: str) -> Hits:
        """Offer the topics that the words speak of."""
        if self._index:
            for match in matching_topics(query, self._index):
                yield Hit(match.score, plain(self._titles[match.topic]), partial(self._choose, match.topic))

    @property
    def _district(self) -> District | None:
        return self.screen.district if isinstance(self.screen, HomeScreen | TopicScreen) else None

    @property
    def _titles(self) -> Mapping[TopicSlug, str]:
        return {topic: tree.title for topic, tree in self._district.trees.items()} if self._district else {}

    @cached_property
    def _index(self) -> TopicIndex | None:
        return district_index(self._district) if self._district else None

    def _choose(self, topic: TopicSlug) -> None:
        self.screen.post_message(TopicScreen.Chosen((topic,)))
