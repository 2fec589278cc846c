"""Asking a person line by line: numbered choices out, one line in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TextIO, TypeAlias

from advisor.plain_text import visible

BACK: Final = "b"
HELP: Final = "?"
_NONE: Final = "0"

TICK: Final = (
    "Type the numbers of all that fit, such as 1 4; put ? behind one you are not sure of, such as 2?. "
    "An empty line: none."
)
"""How several of a list are ticked."""

Ticks: TypeAlias = Mapping[str, bool]
"""The names of what fits, each with whether the person is sure."""


class Stopped(Exception):  # noqa: N818 - it is no error that a person stops
    """Raise when there is no further line, or the person asks to stop."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things to choose from."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A person at the other end of two streams of lines."""

    lines: TextIO
    say: Callable[[str], None]
    """Shows a line."""

    @property
    def is_terminal(self) -> bool:
        """Whether a person sits at it, rather than a program that wrote all lines beforehand."""
        return self.lines.isatty()

    def offer(self, ask: str, choices: Sequence[Choice], above: Iterable[str] = ()) -> None:
        """Show a question with its numbered choices.

        Args:
            ask: the question.
            choices: what there is to choose from.
            above: lines that stand over it.
        """
        numbered = (f"{number} {choice.label}" for number, choice in enumerate(choices, 1))
        self.tell("", *above, ask, *numbered)

    def tell(self, *lines: str) -> None:
        """Show some lines, whatever is in them."""
        for line in lines:
            self.say(visible(line))

    def read(self) -> str:
        """Return what the person types.

        Raises:
            Stopped: there is nothing more to read, or they typed ``q``.
        """
        line = self.lines.readline()
        reply = line.strip()
        if not line or reply.casefold() == "q":
            raise Stopped
        return reply

    def choose(self, ask: str, choices: Sequence[Choice], *, several: bool = False) -> tuple[str, ...]:
        """Ask until the person has chosen, and return the names of what they chose; none where they go back.

        Args:
            ask: the question.
            choices: what there is to choose from.
            several: whether more than one may be chosen.

        Raises:
            Stopped: the person stopped.
        """
        self.offer(ask, choices)
        while (reply := self.read()).casefold() != BACK:
            words = reply.replace(",", " ").split() if several else [reply]
            picked = tuple(name for word in words if (name := chosen(word, choices)))
            if picked and len(picked) == len(words):
                return picked
            self.reject(reply, choices)
        return ()

    def tick(self, ask: str, choices: Sequence[Choice], kept: Ticks) -> Ticks | None:
        """Ask which of some choices fit, and return those; none at all where the person goes back.

        Args:
            ask: the question.
            choices: what may fit.
            kept: what fitted before; an empty line keeps it.

        Raises:
            Stopped: the person stopped.
        """
        self.offer(f"{ask} {TICK}", choices)
        if kept:
            places = {choice.name: number for number, choice in enumerate(choices, 1)}
            now = " ".join(f"{places[name]}{'' if sure else HELP}" for name, sure in kept.items())
            self.tell(f"Now: {now}. An empty line keeps that; 0: none.")
        while (reply := self.read()).casefold() != BACK:
            if not reply:
                return kept
            ticked = _ticked(reply, choices)
            if ticked is not None:
                return ticked
            self.reject(reply, choices, TICK)
        return None

    def reject(self, reply: str, choices: Sequence[Choice], instead: str = "") -> None:
        """Say that a reply is none of the choices, and what to type instead."""
        unknown = f'"{reply}" is none of the choices. ' if reply not in {"", HELP} else ""
        self.tell(f"{unknown}{instead or f'Type a number from 1 to {len(choices)}.'}")


def chosen(reply: str, choices: Sequence[Choice]) -> str | None:
    """Return the name of the choice that a reply means: by number, name or label, or by y and n for yes and no."""
    names: dict[str, str] = {}
    for number, choice in enumerate(choices, 1):
        names[str(number)] = choice.name
    for choice in choices:
        label = choice.label.casefold()
        names.setdefault(choice.name.casefold(), choice.name)
        names.setdefault(label, choice.name)
        if label in {"yes", "no"}:
            names.setdefault(label[0], choice.name)
    return names.get(reply.casefold())


def _ticked(reply: str, choices: Sequence[Choice]) -> Ticks | None:
    """Return what a line of numbers ticks; nothing at all where a word in it is none of the choices."""
    words = reply.replace(",", " ").replace(f" {HELP}", HELP).split()
    if words == [_NONE]:
        return {}
    names = {word: chosen(word.removesuffix(HELP), choices) for word in words}
    ticked = {name: not word.endswith(HELP) for word, name in names.items() if name}
    return ticked if ticked and None not in names.values() else None
