"""The world is frozen: no home, no environment of the person who runs the tests, no blinking, no network."""

from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")  # how long an example takes says how busy the machine is
_CLEARED = ("NO_COLOR", "TEXTUAL_THEME", "ADVISOR_TREES", "COLORTERM", "COLUMNS", "LINES", "TEXTUAL_COLOR_SYSTEM")


@pytest.fixture(autouse=True)
def frozen_world(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Give every test an empty home of its own and a plain terminal."""
    for name in _CLEARED:
        monkeypatch.delenv(name, raising=False)
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    monkeypatch.setenv("TERM", "xterm-256color")
