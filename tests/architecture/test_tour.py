"""The tour shows the real app, whoever generates it, and its pictures ask nothing of the network."""

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from advisor.library import Library, shipped_trees
from tools.picture import picture
from tools.tour import PICTURES, STOPS, visited

ROOT = Path(__file__).parents[2]
DRAWN = sorted((ROOT / PICTURES).iterdir())
SOMEBODY = {
    "NO_COLOR": "1",
    "TERM": "dumb",
    "COLUMNS": "40",
    "LINES": "12",
    "TEXTUAL_THEME": "nord",
    "TEXTUAL_FILTERS": "monochrome",
    "TEXTUAL_COLOR_SYSTEM": "standard",
    "TZ": "Pacific/Auckland",
}
VISIT = """
import sys
from advisor.library import Library, shipped_trees
from tools.tour import STOPS, visited
for stop in STOPS:
    if stop.name in sys.argv:
        sys.stdout.reconfigure(encoding="utf-8")
        sys.stdout.write(visited(stop, Library([shipped_trees()])))
"""


def test_there_is_a_picture_of_each_stop_and_no_other() -> None:
    assert [file.name for file in DRAWN] == sorted(f"{stop.name}.svg" for stop in STOPS)


@pytest.mark.parametrize("file", DRAWN, ids=lambda file: file.name)
def test_a_picture_is_small_and_asks_nothing_of_the_network(file: Path) -> None:
    drawn = file.read_text(encoding="utf-8")
    assert drawn.count("://") == drawn.count('xmlns="http://www.w3.org/2000/svg"') == 1
    assert not any(word in drawn for word in ("url(", "@import", "@font-face", "href", "<script"))
    assert len(drawn.encode()) < 25_000


@pytest.mark.parametrize("name", ["home", "question"])
def test_what_a_person_has_set_does_not_show(name: str, tmp_path: Path) -> None:
    kept = tmp_path / "advisor" / "remembered.json"
    kept.parent.mkdir()
    who = {"moorhead": {"role": "board"}}
    kept.write_text(json.dumps({"district": "minneapolis", "theme": "advisor-light", "who": who}), encoding="utf-8")
    environment = {**os.environ, **SOMEBODY, "XDG_STATE_HOME": str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-c", VISIT, name], cwd=ROOT, env=environment, capture_output=True, check=True
    )
    assert ran.stdout.decode() == (ROOT / PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    assert json.loads(kept.read_text(encoding="utf-8"))["who"] == who


def test_keys_that_lead_elsewhere_are_an_error() -> None:
    lost = replace(STOPS[0], keys=("d",))
    with pytest.raises(ValueError, match='do not lead to "1 Post something"'):
        visited(lost, Library([shipped_trees()]))


def test_columns_are_where_they_were_and_what_is_reversed_stays_so() -> None:
    style = Style.parse("bold #ffffff on #000000")
    line = Strip([Segment("a  漢字 <b>", style), Segment(" c ", style + Style(reverse=True))])
    drawn = picture([line], "A & B").splitlines()
    ink = "fill:#ffffff;font-weight:bold"
    assert "<title>A &amp; B</title>" in drawn
    assert f".i0{{{ink}}}" in drawn[2]
    assert drawn[5:-1] == [
        '<rect x="110" y="0" width="30" height="20" fill="#ffffff"/>',
        '<text class="i0" x="0" y="15" textLength="10">a</text>',
        '<text class="i0" x="30" y="15" textLength="80">漢字 &lt;b&gt;</text>',
        '<text class="i1" x="120" y="15" textLength="10">c</text>',
    ]
