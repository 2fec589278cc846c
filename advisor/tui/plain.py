"""The one way in which text that people wrote reaches the screen: as it stands, never as markup."""

from textual.content import Content

from advisor.plain_text import visible


def plain(text: str, style: str = "") -> Content:
    """Return a text in which brackets are brackets and nothing acts on the terminal.

    Args:
        text: anything; runs of white space become one space.
        style: a style of our own for all of it.
    """
    shown = visible(" ".join(text.split()))
    return Content.styled(shown, style) if style else Content(shown)
