"""What the app loads before its first frame."""

import subprocess
import sys

HEAVY = ("networkx", "pydantic", "yaml", "advisor.render.checklist", "advisor.tui.palette", "advisor.tui.screens.map")
NEEDED = {"advisor.analysis", "advisor.analysis.ways"}


def test_importing_the_app_leaves_out_what_the_first_question_does_not_need() -> None:
    code = "import sys, advisor.tui.app; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "textual" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert {name for name in loaded if name.startswith("advisor.analysis")} == NEEDED
