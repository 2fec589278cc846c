"""Write every generated file anew: ``python -m tools.generate``. A test proves that the committed ones are current."""

from pathlib import Path

from advisor.loading.schema import schemas

ROOT = Path(__file__).parents[1]


def generated() -> dict[Path, str]:
    """Return the text of every generated file."""
    return {ROOT / "trees" / "schema" / name: text for name, text in schemas().items()}


def main() -> None:
    """Write what is not current."""
    for file, text in generated().items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
