"""Where a person says what they would like to do: by a menu, or in their own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.getters import query_one
from textual.message import Message
from textual.widgets import Input, Static

from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.domain.tree import Answer, Fact
from advisor.render.wording import INTENTS
from advisor.tui import menu_wording, wording
from advisor.tui.screens.base import AdvisorScreen, toggled
from advisor.tui.widgets.key_bar import KeyBar
from advisor.tui.widgets.menu import Menu
from advisor.tui.widgets.own_words import OwnWords
from advisor.tui.widgets.rows import Row
from advisor.tui.widgets.section import Section
from advisor.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from advisor.analysis.topic_search import TopicIndex
    from advisor.tui.resuming import Resumable

_SHORTEST: Final = 3
"""How many letters a word needs before it is worth saying that nothing was found."""


class _Way(NamedTuple):
    """A row of the menu and where it leads."""

    row: Row
    leads_to: Message


class HomeScreen(AdvisorScreen):
    """Offers what a person may want to do in one district; while words are typed, the topics that they speak of."""

    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "#ways"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "resume", "Go on", id="home-resume", tooltip="Go on where you were"),
        Binding("x", "delete", "Delete", id="home-delete", tooltip="Delete the highlighted walk, which is to go on"),
        Binding("space", "mark", "Mark", id="home-mark", tooltip="Mark this topic; Enter asks about all marked"),
        Binding("slash", "say", "Own words", id="home-words", tooltip="Say it in your own words"),
        Binding("c", "forget", "Who you are", id="home-who", tooltip="Be asked anew who you are"),
        Binding("d", "change_district", "District", id="home-district", tooltip="Choose another district"),
        Binding("escape", "leave", "Back", show=False, id="home-back", tooltip="Go back, first from your own words"),
    ]

    own_words = query_one(OwnWords)

    @dataclass
    class IntentChosen(Message):
        """A person said what they want to do."""

        group: str
        """The group of topics that it is about."""

    @dataclass
    class Chosen(Message):
        """One or more topics were found and chosen."""

        topics: tuple[TopicSlug, ...]
        words: str
        """The words that found them."""

    @dataclass
    class Resumed(Message):
        """A walk that was left over is to go on."""

        walk: "Resumable"

    @dataclass
    class Deleted(Message):
        """A walk that was left over is not wanted any more."""

        walk: "Resumable"

    class WhoForgotten(Message):
        """A person wants to be asked again who they are."""

    def __init__(
        self,
        district: District,
        who: Mapping[Fact, Answer],
        left_over: Sequence["Resumable"] = (),
        words: str = "",
    ) -> None:
        """Prepare the menu.

        Args:
            district: whose topics are meant.
            who: what is known of the person.
            left_over: walks that can go on, the newest first.
            words: what the person typed before.
        """
        super().__init__()
        self.district = district
        self._who = who
        self._left_over = tuple(left_over)
        self._marked: tuple[TopicSlug, ...] = ()
        self._words = words
        self._topics = self._matching(words)

    def compose(self) -> ComposeResult:
        """Compose it with everything that can be chosen in it."""
        yield TooSmall()
        yield Static(wording.where(self.district.policy), id="where")
        yield Section(menu_wording.you(self.district, self._who), "you")
        yield Static("What would you like to do?", id="prompt")
        yield OwnWords(self._words)
        yield Section(self._nothing_found(), "nothing")
        menu = Menu(id="ways", leads_away=True)
        menu.offer((way.row for way in self._ways), about=self._words)
        yield menu
        yield KeyBar()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        """Leave out the keys that mean nothing now."""
        # Textual asks on the way out too, when the parts are gone.
        elsewhere = not isinstance(self.focused, OwnWords)
        resumable = self._resumable
        needed = {
            "mark": self._topics,
            "resume": resumable,
            "delete": resumable and isinstance(self.focused, Menu),
            "forget": self._who,
            "say": elsewhere,
        }
        return bool(needed.get(action, True))

    def action_choose(self, place: int) -> None:
        """Choose by number; the walks that can go on have none."""
        self.menu.choose(place - 1 + len(self._resumable))

    def action_say(self) -> None:
        """Go to the person's own words."""
        self.set_focus(self.own_words)

    def action_list(self) -> None:
        """Go to the list, which shows by then what the words find."""
        self._find(self.own_words.value)
        self.set_focus(self.menu)

    def action_begin(self) -> None:
        """Begin with what fits the words best, if anything does."""
        self.action_list()
        if self._topics:
            self.leave(self._ways[0].leads_to)

    def action_mark(self) -> None:
        """Mark the highlighted topic, or take its mark away."""
        place = self.menu.place
        if place is not None:
            self._marked = toggled(self._marked, self._topics[place])
            self.menu.reword(place, self._ways[place].row)

    def action_resume(self) -> None:
        """Go on where the person was last."""
        self.leave(self.Resumed(self._left_over[0]))

    def action_delete(self) -> None:
        """Delete the highlighted walk."""
        if self.menu.place is not None and self.menu.place < len(self._resumable):
            self.leave(self.Deleted(self._resumable[self.menu.place]))

    def action_forget(self) -> None:
        """Be asked again who one is."""
        self._who = {}
        self.query_one("#you", Section).show(wording.NOTHING)
        self.refresh_bindings()
        self.post_message(self.WhoForgotten())

    def action_leave(self) -> None:
        """Leave one's own words; without any, choose another district."""
        if self._words or self.focused is self.own_words:
            self._marked = ()
            self.own_words.value = ""
            self.action_list()
        else:
            self.leave(self.DistrictWanted())

    @on(Input.Changed)
    def _find_typed(self) -> None:
        self._find(self.own_words.value)

    @on(Menu.Chosen)
    def _choose(self, event: Menu.Chosen) -> None:
        """Go where a row leads, unless the rows were those of other words."""
        if event.about != self._words:
            self.menu.spent = False
        else:
            self.leave(self._ways[event.index].leads_to)

    def _find(self, words: str) -> None:
        """List the topics that some words speak of; those that are marked stay in the list."""
        if words == self._words:
            return
        self._words = words
        self._topics = tuple(dict.fromkeys([*self._matching(words), *self._marked]))
        self.menu.offer((way.row for way in self._ways), about=words)
        self.query_one("#nothing", Section).show(self._nothing_found())
        self.refresh_bindings()

    def _matching(self, words: str) -> tuple[TopicSlug, ...]:
        if not words.strip():
            return ()
        from advisor.analysis.topic_search import matching_topics  # noqa: PLC0415 - not needed before words are typed

        return tuple(match.topic for match in matching_topics(words, self._index))

    @cached_property
    def _index(self) -> "TopicIndex":
        from advisor.analysis.topic_search import district_index  # noqa: PLC0415 - not needed before words are typed

        return district_index(self.district)

    @property
    def _found_nothing(self) -> bool:
        return not self._topics and any(len(word) >= _SHORTEST for word in self._words.split())

    def _nothing_found(self) -> Content:
        return menu_wording.nothing_found(self.district.ask_whom) if self._found_nothing else wording.NOTHING

    @property
    def _ways(self) -> list[_Way]:
        """What can be chosen now."""
        if self._topics:
            return self._ways_found
        if self._found_nothing:
            return [_Way(menu_wording.all_topics_row(1), self.TopicsWanted())]
        resumed = zip(menu_wording.resume_rows(self._resumable, self.district), self._resumable, strict=True)
        offered = [group for group in INTENTS if self.district.first_facts(group)]
        return [
            *(_Way(row, self.Resumed(walk)) for row, walk in resumed),
            *(
                _Way(menu_wording.intent_row(place, group), self.IntentChosen(group))
                for place, group in enumerate(offered, start=1)
            ),
            _Way(menu_wording.all_topics_row(len(offered) + 1), self.TopicsWanted()),
        ]

    @property
    def _ways_found(self) -> list[_Way]:
        """The topics that were found, each with those that are marked."""
        rows = menu_wording.topic_rows(self.district, self._topics, self._marked)
        return [
            _Way(row, self.Chosen(tuple(dict.fromkeys([*self._marked, topic])), self._words))
            for row, topic in zip(rows, self._topics, strict=True)
        ]

    @property
    def _resumable(self) -> tuple["Resumable", ...]:
        """The walks at the head of the menu; none while it lists what words find."""
        return () if self._topics or self._found_nothing else self._left_over
