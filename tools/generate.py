"""Write every generated file anew: ``python -m tools.generate``. A test proves that the committed ones are current."""

import asyncio
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from advisor.analysis.counts import counts
from advisor.domain.district import District
from advisor.domain.tree import Answer
from advisor.domain.verdict import Verdict
from advisor.library import Library, shipped_trees
from advisor.loading.schema import schemas
from advisor.tui.app import AdvisorApp
from tests.support.screens import USUAL, consultation, running, svg

ROOT: Final = Path(__file__).parents[1]
_COUNTS: Final = re.compile(r"(?<=<!-- counts -->\n).*?(?=<!-- /counts -->)", re.DOTALL)
_PICTURES: Final = {
    "question": ("student-images", {"medium": "public-network", "public-arena": "no"}),
    "verdict": (
        "team-accounts",
        {
            "medium": "public-network",
            "whose-account": "staff",
            "school-sponsored": "yes",
            "superintendent-authorization": "yes",
            "students-take-part": "no",
            "represents-district": "yes",
            "admin-approval": "yes",
        },
    ),
}
"""Each picture with the topic that is walked, and what is answered."""


def generated() -> dict[Path, str]:
    """Return the text of every generated file."""
    library = Library([shipped_trees()])
    districts = [library.district(slug) for slug in library.districts]
    readme = ROOT / "README.md"
    table = "".join(f"{line}\n" for line in _counts(districts))
    return {
        **{ROOT / "trees" / "schema" / name: text for name, text in schemas().items()},
        **{ROOT / "docs" / "pictures" / f"{name}.svg": _picture(library, *walk) for name, walk in _PICTURES.items()},
        readme: _COUNTS.sub(lambda _: table, readme.read_text(encoding="utf-8")),
    }


def _counts(districts: Sequence[District]) -> Iterator[str]:
    """Yield a Markdown table: for each district, how much there is of everything."""
    verdicts = (Verdict.ALLOW, Verdict.ALLOW_WITH_CONDITIONS, Verdict.DENY, Verdict.SILENT)
    heads = ["clauses", "cited", "set aside", "trees", "silent topics", "questions", "paths", *verdicts]
    yield f"| district | policy | {' | '.join(heads)} |"
    yield "|---|---|" + "---:|" * len(heads)
    for district in districts:
        has = counts(district)
        numbers = [has.clauses, has.cited, has.set_aside, has.trees, has.silent, has.questions, has.paths]
        numbers += [has.verdicts.get(verdict, 0) for verdict in verdicts]
        yield f"| {district.policy.district_name} | {district.policy.number} | {' | '.join(map(str, numbers))} |"


def _picture(library: Library, topic: str, answers: Mapping[str, str]) -> str:
    """Return the screen after some answers."""

    async def drive() -> str:
        app = AdvisorApp(library, "moorhead", [topic])
        async with running(app, USUAL) as pilot:
            for _ in answers:
                question = consultation(app).question
                if question is None:
                    raise ValueError(f"{topic} asks fewer questions than its picture answers")
                offered = [option.answer for option in question.options]
                await pilot.press(str(offered.index(Answer(answers[question.fact])) + 1))
            await pilot.pause()
            return svg(app)

    return asyncio.run(drive())


def main() -> None:
    """Write what is not current."""
    for file, text in generated().items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
