"""``advisor walk`` and plain ``advisor``: the app, where there is a terminal for it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from advisor.domain.consultation import Consultation
from advisor.domain.decision import Decision
from advisor.storage.walk_files import walks_folder
from tests.cli.conftest import Advisor
from tests.render.samples import consult


class FakeApp:
    """Stands in for the app: remembers how it was opened, and ends as a test wants."""

    opened: tuple[object, ...] = ()
    walks: Path | None = None
    ends_with: Consultation | None = None
    return_code: int | None = 0
    crash: Exception | None = None
    decision: Decision | None = None
    consultation: Consultation | None = None

    def __init__(
        self, library: object, district: str | None = None, topics: tuple[str, ...] = (), walks: Path | None = None
    ) -> None:
        FakeApp.opened = (district, tuple(topics))
        FakeApp.walks = walks

    def run(self) -> Decision | None:
        self.consultation = FakeApp.ends_with
        self.decision = self.consultation.decision if self.consultation else None
        return self.decision


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> type[FakeApp]:
    module = ModuleType("advisor.tui.app")
    module.AdvisorApp = FakeApp  # type: ignore[attr-defined]  # a stand-in for the module
    monkeypatch.setitem(sys.modules, "advisor.tui.app", module)
    monkeypatch.setattr("advisor.cli.walk.terminal_lacks", lambda *_: False)
    for name, value in {"opened": (), "ends_with": None, "return_code": 0, "crash": None}.items():
        monkeypatch.setattr(FakeApp, name, value)
    return FakeApp


@pytest.mark.parametrize(
    ("words", "hint"), [([], "advisor ask"), (["walk", "example", "photos"], "advisor ask example photos")]
)
def test_without_a_terminal_there_is_a_hint(advisor: Advisor, words: list[str], hint: str) -> None:
    ran = advisor(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"advisor: the app needs a terminal that it can draw on; without one, use: {hint}\n"


@pytest.mark.parametrize("term", ["dumb", "unknown"])
@pytest.mark.parametrize(
    ("words", "hint"), [([], "advisor ask"), (["walk", "example", "photos"], "advisor ask example photos")]
)
def test_a_terminal_that_cannot_be_drawn_on_gets_the_hint_and_nothing_else(
    trees: Path, term: str, words: list[str], hint: str
) -> None:
    terminal, inside = pty.openpty()
    with os.fdopen(inside) as stream, os.fdopen(terminal, "rb", buffering=0) as screen:
        ran = subprocess.run(
            [sys.executable, "-m", "advisor", *words],
            stdin=stream,
            stdout=stream,
            stderr=stream,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "TERM": term},
            check=False,
        )
        written = screen.read(65536).decode()
    assert ran.returncode == 2
    assert written == f"advisor: the app needs a terminal that it can draw on; without one, use: {hint}\r\n"


def test_plain_advisor_opens_the_app_at_its_first_screen(advisor: Advisor, app: type[FakeApp]) -> None:
    assert advisor().code == 0
    assert app.opened == (None, ())
    assert app.walks == walks_folder()


def test_walk_opens_the_app_at_the_first_question(advisor: Advisor, app: type[FakeApp]) -> None:
    ran = advisor("walk", "example", "logo", "photos", "logo")
    assert (ran.code, ran.out) == (0, "")
    assert app.opened == ("example", ("photos", "logo"))
    assert app.walks == walks_folder()


def test_an_unknown_topic_does_not_open_it(advisor: Advisor, app: type[FakeApp]) -> None:
    assert advisor("walk", "example", "fotos").code == 2
    assert app.opened == ()


def test_with_json_the_decision_is_printed_when_it_closes(
    advisor: Advisor, app: type[FakeApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "ends_with", consult({"public": "yes"}))
    ran = advisor("walk", "example", "photos", "--json")
    assert (ran.code, json.loads(ran.out)["verdict"]) == (0, "allow")
    monkeypatch.setattr(app, "ends_with", None)
    ran = advisor("walk", "example", "photos", "--json")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "advisor: the app was closed before there was a decision\n"


def test_a_deny_that_is_printed_when_it_closes_says_what_would_change_it(
    advisor: Advisor, app: type[FakeApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "ends_with", consult({"public": "no", "consent": "no"}))
    record = json.loads(advisor("walk", "example", "photos", "--json").out)
    assert [change["how"] for change in record["remedy"][0]["changes"]] == ["Send the form home."]


@pytest.mark.parametrize(("of_app", "code"), [(130, 130), (None, 0)])
def test_how_the_app_ended_is_how_the_command_ends(
    advisor: Advisor, app: type[FakeApp], monkeypatch: pytest.MonkeyPatch, of_app: int | None, code: int
) -> None:
    monkeypatch.setattr(app, "return_code", of_app)
    assert advisor().code == code
    assert advisor("walk", "example", "photos").code == code


def test_a_crash_of_the_app_becomes_an_apology_with_a_file(
    advisor: Advisor, app: type[FakeApp], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "crash", RuntimeError("a widget was lost"))
    for words in ((), ("walk", "example", "photos")):
        ran = advisor(*words)
        assert (ran.code, ran.out) == (70, "")
        assert ran.err.startswith("advisor: sorry, something went wrong inside Advisor (RuntimeError)")
        kept = Path(ran.err.strip().rpartition(" ")[2])
        assert "a widget was lost" in kept.read_text(encoding="utf-8")
