"""A tour of the app: its stops, each a picture of the real app after some keys. To change a stop, change its keys.

The app runs in a world of its own: what a person has set or saved, their terminal and the day do not show.
"""

import asyncio
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from unittest.mock import patch

from advisor.library import Library
from advisor.tui.app import AdvisorApp
from tests.support.screens import USUAL, frame, running, settled, strips
from tools.picture import picture

PICTURES: Final = Path("docs", "pictures")
_DISTRICT: Final = "moorhead"
_KEPT: Final = ("PATH", "SYSTEMROOT")
"""What of the environment has nothing to do with a person."""

_TO_PHOTOS: Final = ("1", "1", "5", "enter", "1", "1", "y")
"""Post something that shows students and uses a logo, as an employee, on a public network, about a school."""

_TO_CONSENT: Final = ("1", "1", "enter", "1", "1", "y", "n")
_TO_ACCOUNTS: Final = ("2", "3", "enter", "1", "1", "y")
_TO_NO: Final = (*_TO_CONSENT, "n", "n", "n", "n", "n", "n", "4")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place in the app worth a look."""

    name: str
    """Of its picture."""
    title: str
    says: str
    """What a person does there, in one sentence."""
    seen: str
    """What there is to be seen, for those who do not see the picture."""
    keys: tuple[str, ...]
    """Pressed one after the other from the app's first screen on."""
    sign: str
    """Words on the screen that show that the keys led there."""
    size: tuple[int, int] = USUAL
    theme: str = "advisor-dark"
    in_readme: bool = False


STOPS: Final = (
    Stop(
        "home",
        "Where it begins",
        "Choose what you would like to do by number, with the arrows and Enter, or say it in your own words.",
        "The first screen: the district, a line to type in, and four numbered things to do, the first one highlighted. "
        "The last line names the keys.",
        (),
        "1 Post something",
    ),
    Stop(
        "own-words",
        "Your own words",
        "Press / and type; slang and misspelt words find their topics too.",
        'Typed: "insta pic of the gmae". Below it seven topics that were found, Photos and videos of students first.',
        ("slash", *"insta pic of the gmae"),
        "1 Photos and videos of students",
        (80, 16),
        in_readme=True,
    ),
    Stop(
        "facts",
        "What it is about",
        "Tick all that fit, and only the topics that apply are asked.",
        "A list of numbered facts to tick. The first, that it shows students, and the fifth, that it uses a logo, are "
        "ticked and say yes; the eighth says not sure.",
        ("1", "1", "5", "8", "8"),
        "? It gives an opinion, or speaks for a school or the district ← not sure",
    ),
    Stop(
        "question",
        "A question",
        "Each question says why it is asked and who knows; what you said before is carried over, not asked again.",
        "A question about a photo: where it would appear is carried over from an earlier topic; below the question its "
        "help, and the answers Yes, No and Not sure. Beside it stands all that was answered so far.",
        _TO_PHOTOS,
        "Carried over: Where is it",
        (90, 28),
        in_readme=True,
    ),
    Stop(
        "map",
        "The map",
        "Press m to see the whole topic, your way in it, and what each place can still end in.",
        "The map of the topic: an indented tree of questions and outcomes. Signs mark your way, where you are and "
        "what is ruled out, and a line says what they mean; at the right stand the verdicts to which each row leads.",
        (*_TO_CONSENT, "m"),
        "You are here.",
    ),
    Stop(
        "yes-if",
        "Yes, if",
        "The verdict says what to do for it to hold, in order; a number ticks what is done.",
        "The verdict YES, IF: its reason and clauses in short, each topic's verdict folded, and a list of what to do "
        "before and when posting; two boxes are ticked. Beside it stand the clauses in plain words, and the "
        "answers.",
        (*_TO_ACCOUNTS, "1", "y", "y", "n", "y", "y", "4", "1", "2"),
        "1 ☑",
        (120, 40),
        in_readme=True,
    ),
    Stop(
        "no",
        "No",
        "A no names the clause, says what would change it, and shows every topic by itself.",
        "The verdict NO in the light theme, with its reason and clause, the verdict of each topic, and three numbered "
        "ways to a yes, such as a parent's written consent.",
        _TO_NO,
        "What would change it: any one of these",
        (100, 32),
        "advisor-light",
    ),
    Stop(
        "review",
        "What if",
        "Press r to see all your answers and what each other one would come to; nothing counts until you keep it.",
        "The review: at the top NO, an arrow and YES; below it the answers, of which one says what it was before; at "
        "the bottom the answers to that question, each with what it comes to.",
        (*_TO_NO, "r", "down", "down", "down", "down", "down", "1"),
        "← was: No",
        (100, 32),
        "advisor-light",
    ),
)


def pictures(library: Library) -> dict[Path, str]:
    """Return the picture of every stop, by its file."""
    return {PICTURES / f"{stop.name}.svg": visited(stop, library) for stop in STOPS}


def visited(stop: Stop, library: Library) -> str:
    """Return the picture of a stop.

    Raises:
        ValueError: its keys lead elsewhere.
    """

    async def drive() -> str:
        app = AdvisorApp(library, _DISTRICT)
        app.theme = stop.theme
        async with running(app, stop.size) as pilot:
            for key in stop.keys:
                app.simulate_key(key)
                await pilot.pause()
            await settled(app)
            if stop.sign not in " ".join(frame(app).split()):
                raise ValueError(f'the keys of the stop "{stop.name}" do not lead to "{stop.sign}":\n{frame(app)}')
            return picture(strips(app), stop.seen)

    with _empty_home():
        return asyncio.run(drive())


@contextmanager
def _empty_home() -> Iterator[None]:
    """Let nothing show of the person who runs it, and forget what the app remembers meanwhile."""
    with TemporaryDirectory(prefix="advisor-tour-") as home:
        folders = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        with patch.dict(os.environ, {**kept, **dict.fromkeys(folders, home), "TERM": "xterm-256color"}, clear=True):
            yield


def tour_page(stops: Sequence[Stop] = STOPS) -> Iterator[str]:
    """Yield the lines of the page that shows every stop, in Markdown."""
    yield "# A tour"
    yield ""
    yield "Generated by `python -m tools.generate` from the real app; a test proves it current."
    for stop in stops:
        yield from ["", f"## {stop.title}", "", stop.says, "", _image(stop, "pictures")]


def tour_in_short(stops: Sequence[Stop] = STOPS) -> Iterator[str]:
    """Yield the lines that show the stops of the README, in Markdown."""
    for stop in (stop for stop in stops if stop.in_readme):
        yield from [f"**{stop.title}.** {stop.says}", "", _image(stop, PICTURES.as_posix()), ""]
    yield "[All the pictures](docs/tour.md)"


def _image(stop: Stop, folder: str) -> str:
    return f"![{stop.seen}]({folder}/{stop.name}.svg)"
