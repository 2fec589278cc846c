"""The keys of a walk, and which of them mean something at a question and which at the verdict."""

from typing import Final

from textual.binding import Binding, BindingType

KEYS: Final[list[BindingType]] = [
    Binding("u", "back", "Back", id="walk-back", tooltip="Take the last answer back"),
    Binding("backspace,z", "back", show=False, id="walk-undo", tooltip="Take the last answer back"),
    Binding("g", "go_on", "Go on", id="walk-go-on", tooltip="Go on with the questions that are left"),
    Binding("f", "finish", "See why", id="walk-finish", tooltip="See the verdict that is already certain"),
    Binding("r", "review", "Review", id="walk-review", tooltip="Look at your answers, change one, or see what if"),
    Binding("m", "map", "Map", id="walk-map", tooltip="Show the tree and where you are in it"),
    Binding("e", "save", "Save", id="walk-save", tooltip="Save it as a checklist"),
    Binding("o", "keep", "On record", id="walk-keep", tooltip="Keep it on record, with your ticks and your note"),
    Binding("w", "write_note", "Note", id="walk-note", tooltip="Write a note for the checklist and the record"),
    Binding("y", "copy", "Copy", id="walk-copy", tooltip="Copy it as text"),
    Binding("y", "say('yes')", "Yes", show=False, id="walk-yes", tooltip="Answer yes"),
    Binding("n", "say('no')", "No", show=False, id="walk-no", tooltip="Answer no"),
    Binding("s", "unsure", "Not sure", show=False, id="walk-unsure", tooltip="Answer that you are not sure"),
    Binding("space,pagedown", "read_on(1)", "Read on", show=False, id="walk-on", tooltip="Scroll the question down"),
    Binding("pageup", "read_on(-1)", "Read back", show=False, id="walk-up", tooltip="Scroll the question up"),
    Binding("a", "again", "Again", show=False, id="walk-again", tooltip="Start again from the first question"),
    Binding("escape", "leave", "Menu", id="walk-topics", tooltip="Choose another topic"),
]
"""Where one key stands twice, it means one thing at a question and another at the verdict."""

AT_A_QUESTION: Final = frozenset({"say", "unsure", "read_on", "finish"})
"""The actions that mean nothing at the verdict."""

AT_THE_VERDICT: Final = frozenset({"save", "keep", "write_note", "copy", "again", "go_on"})
"""The actions that mean nothing at a question."""

TAKING_AWAY: Final = frozenset({"save", "keep", "write_note"})
"""The actions that take a decision away, whose keys mean nothing else."""
