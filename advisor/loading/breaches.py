"""Breaches of the grammar as findings: each says what is wrong in an author's words, and points at the place."""

from typing import Final, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from advisor.domain.finding import Finding, Place, Position, Severity
from advisor.errors import suggestion
from advisor.loading.scan import MOST_PROBLEMS
from advisor.loading.yaml_text import QUOTE_HINT, Document, Value
from advisor.plain_text import visible

GRAMMAR: Final = "grammar"

_SHAPES: Final = {
    "string_type": "must be a text",
    "dict_type": "must be a mapping, with a line of its own for each entry",
    "model_type": "must be a mapping, with a line of its own for each entry",
    "list_type": "must be a list",
    "int_parsing": "must be a whole number",
    "greater_than_equal": "must be at least 1",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "string_pattern_mismatch": "is no id: use small letters, digits and single hyphens",
}


def breaches(error: ValidationError, model: type[BaseModel], document: Document) -> tuple[Finding, ...]:
    """Return a finding for every breach, but for no more than anyone reads, in the order of the file.

    Args:
        error: what the grammar refused.
        model: the grammar of the whole file.
        document: the file.
    """
    found = [_finding(details, model, document) for details in error.errors(include_url=False)[:MOST_PROBLEMS]]
    return tuple(sorted(found, key=lambda finding: finding.position))


def _finding(details: ErrorDetails, model: type[BaseModel], document: Document) -> Finding:
    place: Place = tuple(step for step in details["loc"] if step != "[key]")
    about_key = details["loc"][-1:] == ("[key]",) or details["type"] == "extra_forbidden"
    position = _position(place, document, about_key=about_key)
    return document.source.finding(GRAMMAR, Severity.ERROR, position, _message(details, place, model))


def _position(place: Place, document: Document, *, about_key: bool) -> Position:
    if about_key and place in document.source.keys:
        return document.source.keys[place]
    return document.source.position(place)


def _message(details: ErrorDetails, place: Place, model: type[BaseModel]) -> str:
    kind, value = details["type"], details["input"]
    match kind:
        case "missing":
            return f'{_named(place[:-1])} needs "{place[-1]}"'
        case "extra_forbidden":
            return _unknown_key(str(place[-1]), value, _keys(model, place[:-1]))
        case "literal_error" | "enum":
            expected = str(details.get("ctx", {}).get("expected", ""))
            offered = [name.strip("'") for name in expected.replace(" or ", ", ").split(", ")]
            return f"{_named(place)} cannot be {_quoted(value)}{suggestion(str(value), offered)}"
        case "value_error":
            return f"{_named(place)}: {details['msg'].removeprefix('Value error, ')}"
        case "string_pattern_mismatch":
            return f"{_quoted(value)} {_SHAPES[kind]}"
        case _:
            return f"{_named(place)} {_SHAPES.get(kind, details['msg'])}"


def _unknown_key(key: str, value: object, known: list[str]) -> str:
    message = f"unknown key {_quoted(key)}{suggestion(key, known)}"
    is_prose = " " in key or value == ""
    return f"{message}; {QUOTE_HINT}" if is_prose else message


def _named(place: Place) -> str:
    """Name a place as an author would: the nearest key, and the item's number in its list."""
    match place:
        case ():
            return "the file"
        case (*_, str(key), int(index)):
            return f'item {index + 1} of "{visible(key)}"'
        case _:
            return f'"{visible(str(place[-1]))}"'


def _quoted(value: Value | object) -> str:
    shown = visible(str(value))
    most = 60
    return f'"{shown[:most]}…"' if len(shown) > most else f'"{shown}"'


def _keys(model: type[BaseModel], place: Place) -> list[str]:
    """Return the keys that may stand at a place."""
    for step in place:
        if isinstance(step, str):
            field = next((f for name, f in model.model_fields.items() if step in (name, f.alias)), None)
            model = _entry(field.annotation) or model if field else model
    return [field.alias or name for name, field in model.model_fields.items()]


def _entry(annotation: object) -> type[BaseModel] | None:
    """Return the kind of entry that a field holds, alone or in a list or a mapping."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for inner in get_args(annotation) if (found := _entry(inner))), None)
