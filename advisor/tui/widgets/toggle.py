"""Rows with two states, such as ticked or not, or folded or not; each is a stop of the Tab key."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from advisor.tui.widgets.rows import Rows
from advisor.tui.widgets.section import Section


class Face(NamedTuple):
    """A row as it is drawn in its present state."""

    name: str
    """Which row it is, among those beside it."""
    text: Rows


class Toggle(Static, can_focus=True):
    """A row that changes its state when it is pressed; what that means, whoever drew it knows."""

    ALLOW_SELECT = False

    DEFAULT_CSS = """
    Toggle {
        height: auto;
        &:focus { background: $block-cursor-blurred-background; color: $foreground; }
        &:nocolor:focus { text-style: bold underline; }
    }
    """

    @dataclass
    class Pressed(Message):
        """It was pressed."""

        toggle: "Toggle"
        name: str
        """Which row it is."""

    def __init__(self, name: str, text: Rows) -> None:
        super().__init__(text)
        self._row = name

    def show(self, name: str, text: Rows) -> None:
        """Show another row, or another state."""
        self._row = name
        self.display = True
        self.update(text)

    def action_press(self) -> None:
        """Ask for the other state."""
        self.post_message(self.Pressed(self, self._row))

    @on(events.Click)
    def _press(self) -> None:
        self.action_press()


class Tick(Toggle):
    """Something that is done or not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "press", "Tick", id="tick", tooltip="Tick this, or take the tick away"),
        Binding("enter", "press", show=False, id="tick-too", tooltip="Tick this, or take the tick away"),
    ]


class Fold(Toggle):
    """Something that is folded or not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "press", "Open", id="unfold", tooltip="Open this, or fold it again"),
        Binding("enter", "press", show=False, id="unfold-too", tooltip="Open this, or fold it again"),
    ]


class Toggles(Vertical):
    """Toggles under a heading; without any, it takes no place."""

    DEFAULT_CSS = """
    Toggles {
        height: auto;
        padding: 0 0 1 0;
        &.-empty { display: none; }
        & > Section { padding: 0; }
    }
    """

    def __init__(
        self,
        kind: type[Toggle],
        heading: Content,
        faces: Sequence[Face],
        id: str,  # noqa: A002 - its name in Textual
    ) -> None:
        super().__init__(id=id)
        self._kind = kind
        self._heading = Section(heading, f"{id}-heading")
        self._toggles = [kind(*face) for face in faces]
        self.set_class(not faces, "-empty")

    def compose(self) -> ComposeResult:
        """Compose it with every toggle in it."""
        yield self._heading
        yield from self._toggles

    def show(self, faces: Sequence[Face]) -> None:
        """Show other rows; a toggle that stays keeps the focus."""
        self.set_class(not faces, "-empty")
        for toggle, face in zip(self._toggles, faces, strict=False):
            toggle.show(*face)
        for surplus in self._toggles[len(faces) :]:
            surplus.display = False
        missing = [self._kind(*face) for face in faces[len(self._toggles) :]]
        self._toggles += missing
        self.mount_all(missing)
