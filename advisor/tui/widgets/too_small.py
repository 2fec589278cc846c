"""The card that covers a screen which is too small to read anything on."""

from textual.widgets import Static


class TooSmall(Static):
    """Asks for a larger window; in sight only below 40 × 12."""

    DEFAULT_CSS = """
    TooSmall {
        display: none;
        layer: cover;
        width: 100%;
        height: 100%;
        background: $background;
        content-align: center middle;
        text-align: center;
    }
    """

    def __init__(self) -> None:
        super().__init__("Please make this window larger: 40 × 12 or more. Ctrl+Q quits.", id="too-small")
