"""The two themes of our own; in both, every text and every verdict has a contrast of 4.5:1 or more."""

from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="advisor-dark",
    dark=True,
    primary="#7cc4f5",
    secondary="#c3b1f7",
    accent="#7cc4f5",
    success="#7ddc97",
    warning="#f5c55c",
    error="#ff9a93",
    foreground="#e8eaed",
    background="#15181c",
    surface="#1d2126",
    panel="#262b31",
    variables={
        "quiet": "#a9b1ba",
        "block-cursor-background": "#7cc4f5",
        "block-cursor-foreground": "#0b0d10",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2c343d",
        "block-cursor-blurred-foreground": "#e8eaed",
        "block-cursor-blurred-text-style": "none",
        "footer-background": "#1d2126",
        "footer-key-foreground": "#7cc4f5",
    },
)

LIGHT: Final = Theme(
    name="advisor-light",
    dark=False,
    primary="#0b5394",
    secondary="#5b3d9e",
    accent="#0b5394",
    success="#17692f",
    warning="#7a4f00",
    error="#a8201a",
    foreground="#1b1f24",
    background="#fbfbf9",
    surface="#f0f0ec",
    panel="#e4e5e0",
    variables={
        "quiet": "#566069",
        "block-cursor-background": "#0b5394",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#dfe6ec",
        "block-cursor-blurred-foreground": "#1b1f24",
        "block-cursor-blurred-text-style": "none",
        "footer-background": "#f0f0ec",
        "footer-key-foreground": "#0b5394",
    },
)

SHIPPED: Final = (DARK, LIGHT)

NO_COLOR: Final = "ansi-dark"
"""The theme that, without colours, is drawn with nothing but bold, underline and reverse."""


def next_shipped(current: str) -> str:
    """Return the name of the theme after this one; the first where this one is not ours.

    >>> next_shipped("advisor-dark"), next_shipped("advisor-light"), next_shipped("nord")
    ('advisor-light', 'advisor-dark', 'advisor-dark')
    """
    names = [theme.name for theme in SHIPPED]
    return names[(names.index(current) + 1) % len(names)] if current in names else names[0]
