"""No widget of the app is given text that is not a literal of ours or comes from a function that returns safe text."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import advisor.tui

SOURCES = sorted(Path(advisor.tui.__file__).parent.rglob("*.py"))
SAFE_TYPES = {"Content", "Rows", "Content | Rows", "Line"}
TEXT_PLACE = {"Static": 0, "Label": 0, "Section": 0, "Option": 0, "update": 0, "Hit": 1, "DiscoveryHit": 0}
TITLES = {"border_title", "border_subtitle", "tooltip"}


def trees() -> dict[str, ast.Module]:
    return {str(source): ast.parse(source.read_text(encoding="utf-8")) for source in SOURCES}


def safe_functions() -> set[str]:
    found = {"Rows", "Content"}
    for tree in trees().values():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef) and node.returns and ast.unparse(node.returns) in SAFE_TYPES:
                found.add(node.name)
    return found


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else ast.unparse(function)


def is_safe(value: ast.expr, safe: set[str], known: set[str]) -> bool:
    match value:
        case ast.Constant(value=str()):
            return True
        case ast.Call(func=function):
            return name_of(function) in safe or ast.unparse(function).startswith("Content.")
        case ast.Name(id=name):
            return name in known
    return False


def annotated_safe(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Return the names in a function that can hold only safe text: annotated so, or taken from a pane's own texts."""
    parameters = {a.arg for a in function.args.args if a.annotation and ast.unparse(a.annotation) in SAFE_TYPES}
    loops = [node for node in ast.walk(function) if isinstance(node, ast.For)]
    return parameters | {"text" for loop in loops if ast.unparse(loop.iter).startswith("self._texts(")}


def is_unsafe(node: ast.AST, safe: set[str], known: set[str]) -> bool:
    match node:
        case ast.Call(func=called, args=[_, *_] as given) if name_of(called) in TEXT_PLACE:
            return not is_safe(given[TEXT_PLACE[name_of(called)]], safe, known)
        case ast.Call(func=called, keywords=keywords) if name_of(called) == "notify":
            return not any(k.arg == "markup" and ast.unparse(k.value) == "False" for k in keywords)
        case ast.Assign(targets=[ast.Attribute(attr=title)], value=value) if title in TITLES:
            return not isinstance(value, ast.Constant)
        case ast.Attribute(attr="from_markup"):
            return True
    return False


def unsafe(tree: ast.Module, safe: set[str]) -> Iterator[str]:
    for function in [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]:
        known = annotated_safe(function)
        yield from (ast.unparse(node) for node in ast.walk(function) if is_unsafe(node, safe, known))


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
def test_no_text_reaches_a_widget_as_markup(source: Path) -> None:
    assert list(unsafe(ast.parse(source.read_text(encoding="utf-8")), safe_functions())) == []


@pytest.mark.parametrize(
    "code",
    [
        "Static(question.ask)",
        "Static(f'{title} x')",
        "self.headline.update(text)",
        "Option(label)",
        "self.notify(str(error))",
        "self.border_title = title",
        "Hit(1, topic.title, call)",
        "Static(Content.from_markup(text))",
    ],
)
def test_the_test_itself_finds_markup(code: str) -> None:
    assert list(unsafe(ast.parse(f"def f(self, text: str):\n    {code}"), safe_functions()))
