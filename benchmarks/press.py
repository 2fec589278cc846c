"""From a key press to the next question on the screen: every answer of every path, against an app that swaps widgets.

Both apps run in this process and write to a driver that only notes when the awaited question is among what is drawn.
"""

import asyncio
import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from time import perf_counter
from typing import Any, Final, NamedTuple

from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.widgets import OptionList, Static

from advisor.domain.consultation import Consultation
from advisor.domain.district import District
from advisor.domain.policy import TopicSlug
from advisor.library import Library, shipped_trees
from advisor.tui.app import AdvisorApp
from benchmarks.bare_app import BareApp

_SIZE: Final = (80, 24)
_STYLING: Final = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
_ENOUGH: Final = 24
"""How many letters of a question tell it; they stand on one line."""
_PATIENCE: Final = 5.0
_SETTLED: Final = 0.03
"""How long a press is given that is not timed."""


class Press(NamedTuple):
    """A key, and what is to be on the screen after it."""

    key: str
    ask: str
    """The question; empty where a verdict follows, which is not timed."""
    texts: Mapping[str, str]
    """What else stands on the screen, by widget."""
    options: tuple[str, ...]
    trail: tuple[str, ...]


class Watch:
    """Waits for a text to be drawn."""

    sought = ""
    drawn_at: float | None = None

    def wait_for(self, text: str) -> None:
        """Look for another text from now on."""
        self.sought, self.drawn_at = text, None

    def look_at(self, drawn: str) -> None:
        """Note the time if the text is among what is drawn."""
        if self.drawn_at is None and self.sought and self.sought in _STYLING.sub("", drawn):
            self.drawn_at = perf_counter()


_WATCH: Final = Watch()


class WatchedDriver(HeadlessDriver):
    """Lets the app draw as on a terminal, and tells the watch."""

    @property
    def is_headless(self) -> bool:
        """Whether nothing is drawn."""
        return False

    def write(self, data: str) -> None:
        """Draw."""
        _WATCH.look_at(data)


class SwappingApp(BareApp):
    """Puts the texts of the next question into the widgets at every key, and does nothing else."""

    def __init__(self, presses: Sequence[Press]) -> None:
        super().__init__()
        self._next = iter(presses)

    def on_key(self, event: events.Key) -> None:
        """Swap."""
        event.stop()
        press = next(self._next)
        for name, text in {"ask": press.ask, **press.texts}.items():
            self.query_one(f"#{name}", Static).update(text)
        answers = self.query_one("#answers", OptionList)
        answers.set_options(press.options)
        answers.highlighted = 0
        self.query_one("#trail", OptionList).set_options(press.trail)


def presses(begun: Consultation) -> Iterator[Press]:
    """Yield the keys that walk every path of a consultation, depth first and back."""
    if begun.question is None:
        return
    for place, option in enumerate(begun.question.options, start=1):
        further = begun.answer(option.answer)
        yield _press(str(place), further)
        yield from presses(further)
        yield _press("u", begun)


def _press(key: str, consultation: Consultation) -> Press:
    question = consultation.question
    trail = tuple(f"{step.fact} {step.answer}" for walk in consultation.walks for step in walk.trail)
    if question is None:
        return Press(key, "", {}, (), trail)
    texts = {"standing": f"At most {len(trail)} questions left", "help": question.help, "why": " ".join(question.cites)}
    return Press(key, question.ask, texts, tuple(option.label for option in question.options), trail)


def press_times() -> tuple[list[float], list[float]]:
    """Return the seconds of each press that leads on to a question, in our app and in the other."""
    library = Library([shipped_trees()])
    ours: list[float] = []
    bare: list[float] = []
    for slug in library.districts:
        district = library.district(slug)
        for topic in district.trees:
            one, other = asyncio.run(_times_of(library, district, topic))
            ours += one
            bare += other
    return ours, bare


async def _times_of(library: Library, district: District, topic: TopicSlug) -> tuple[list[float], list[float]]:
    keys = list(presses(Consultation.begin([district.trees[topic]])))
    ours = await _timed(AdvisorApp(library, district.slug, [topic]), keys)
    bare = await _timed(SwappingApp(keys), keys)
    return ours, bare


async def _timed(app: App[Any], keys: Sequence[Press]) -> list[float]:
    app.driver_class = WatchedDriver
    async with app.run_test(headless=False, size=_SIZE) as pilot:
        await pilot.pause()
        gc.collect()
        gc.freeze()  # what apps before this one have left would be searched for garbage at its expense
        return [seconds for press in keys if (seconds := await _time(app, press)) is not None]


async def _time(app: App[Any], press: Press) -> float | None:
    """Press a key, wait for what it brings, and return how long that took if it leads on to a question."""
    _WATCH.wait_for(press.ask[:_ENOUGH].rpartition(" ")[0] or press.ask[:_ENOUGH])
    begun = perf_counter()
    app.simulate_key(press.key)
    if press.key == "u" or not press.ask:
        await asyncio.sleep(_SETTLED)
        return None
    while _WATCH.drawn_at is None:
        await asyncio.sleep(0)
        if perf_counter() > begun + _PATIENCE:
            raise TimeoutError(f"{press.key} did not bring: {press.ask}")
    return _WATCH.drawn_at - begun
