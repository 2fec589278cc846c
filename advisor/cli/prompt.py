"""Asking a person line by line: numbered choices out, one line in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TextIO

from advisor.plain_text import visible


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

    def offer(self, ask: str, choices: Sequence[Choice]) -> None:
        """Show a question with its numbered choices."""
        self.say("")
        self.say(visible(ask))
        for number, choice in enumerate(choices, 1):
            self.say(visible(f"{number} {choice.label}"))

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
        """Ask until the person has chosen, and return the names of what they chose.

        Args:
            ask: the question.
            choices: what there is to choose from.
            several: whether more than one may be chosen.

        Raises:
            Stopped: the person stopped.
        """
        self.offer(ask, choices)
        while True:
            reply = self.read()
            words = reply.replace(",", " ").split() if several else [reply]
            picked = tuple(name for word in words if (name := chosen(word, choices)))
            if picked and len(picked) == len(words):
                return picked
            self.reject(reply, choices)

    def reject(self, reply: str, choices: Sequence[Choice]) -> None:
        """Say that a reply is none of the choices."""
        unknown = f'"{visible(reply)}" is none of the choices. ' if reply else ""
        self.say(f"{unknown}Type a number from 1 to {len(choices)}.")


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
