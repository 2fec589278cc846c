"""The JSON Schema of a record says what is written, no more and no less."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.domain.record import Record, Stamp
from advisor.domain.tree import Condition, Due, NodeId, Outcome
from advisor.domain.verdict import Verdict
from advisor.loading.records import read_record
from advisor.loading.schema import Json, record_schema
from advisor.render.records import kept_record
from tests.support.records import DAY, record_of
from tests.support.trees import CLAUSE, tiny_district, tiny_tree

TELL = Condition("Tell the office.", "you", Due.AFTER, (CLAUSE,))
AGREED = Outcome(NodeId("agreed"), Verdict.ALLOW, "They agreed.", (CLAUSE,), (TELL,))
DISTRICT = tiny_district(tiny_tree({"consent": {"yes": "agreed", "no": "no"}}, {"agreed": AGREED, "no": "silent"}))
RECORDS = {answer: record_of(DISTRICT, {"consent": answer}, Stamp(DAY, "A\nnote.")) for answer in ("yes", "no")}
SCHEMA: dict[str, Json] = json.loads(record_schema())
TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}
SIZES: dict[type, str] = {dict: "Properties", list: "Items", str: "Length"}


def breaches(value: Json, schema: Json, place: str = "") -> Iterator[str]:
    """Yield where a value is not as a schema of the kind that we write says."""
    schema = resolved(schema)
    if not isinstance(value, TYPES[str(schema["type"])]):
        yield f"{place} is no {schema['type']}"
    elif isinstance(value, dict):
        yield from object_breaches(value, schema, place)
    elif isinstance(value, list):
        yield from size_breaches(value, schema, place)
        yield from (breach for each in value for breach in breaches(each, schema["items"], f"{place}[]"))
    else:
        yield from value_breaches(value, schema, place)


def object_breaches(value: dict[str, Json], schema: dict[str, Json], place: str) -> Iterator[str]:
    yield from size_breaches(value, schema, place)
    properties, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    required = schema.get("required", [])
    assert isinstance(properties, dict)
    assert isinstance(patterns, dict)
    assert isinstance(required, list)
    assert schema["additionalProperties"] is False
    yield from (f"{place}.{key} is missing" for key in required if key not in value)
    for key, each in value.items():
        says = properties.get(key) or next(
            (says for allowed, says in patterns.items() if re.search(allowed, key)), None
        )
        yield from breaches(each, says, f"{place}.{key}") if says else [f"{place}.{key} is unknown"]


def value_breaches(value: Json, schema: dict[str, Json], place: str) -> Iterator[str]:
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else [value])
    assert isinstance(allowed, list)
    if value not in allowed:
        yield f"{place} is {value}"
    if isinstance(value, str):
        yield from size_breaches(value, schema, place)
        if not re.search(str(schema.get("pattern", "")), value):
            yield f"{place} does not match"


def size_breaches(value: str | list[Json] | dict[str, Json], schema: dict[str, Json], place: str) -> Iterator[str]:
    least, most = (schema.get(f"{end}{SIZES[type(value)]}") for end in ("min", "max"))
    if isinstance(least, int) and len(value) < least:
        yield f"{place} is too short"
    if isinstance(most, int) and len(value) > most:
        yield f"{place} is too long"


def resolved(schema: Json) -> dict[str, Json]:
    assert isinstance(schema, dict)
    if "$ref" not in schema:
        return schema
    definitions = SCHEMA["$defs"]
    assert isinstance(definitions, dict)
    found = definitions[str(schema["$ref"]).rpartition("/")[2]]
    assert isinstance(found, dict)
    return found


def written(record: Record) -> dict[str, Json]:
    kept: dict[str, Json] = json.loads(json.dumps(kept_record(record)))
    return kept


def test_the_committed_schema_is_current() -> None:
    committed = Path(__file__).parents[2] / "docs" / "schemas" / "record.schema.json"
    assert committed.read_text(encoding="utf-8") == record_schema()


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_what_is_written_keeps_to_the_schema_and_is_read_back(record: Record) -> None:
    kept = written(record)
    assert list(breaches(kept, SCHEMA)) == []
    assert read_record(json.dumps(kept).encode()) == record


@pytest.mark.parametrize(
    ("change", "breach"),
    [
        ({"more": 1}, ".more is unknown"),
        ({"schema": 2}, ".schema is 2"),
        ({"verdict": "perhaps"}, ".verdict is perhaps"),
        ({"note": None}, ".note is no string"),
        ({"topics": []}, ".topics is too short"),
        ({"trees": {"a": "0"}}, ".trees.a does not match"),
        ({"answers": {"A B": "yes"}}, ".answers.A B is unknown"),
        ({"conditions": [{}]}, ".conditions[].do is missing"),
    ],
)
def test_what_the_schema_refuses_is_not_read_either(change: dict[str, Json], breach: str) -> None:
    damaged = {**written(RECORDS["yes"]), **change}
    assert breach in list(breaches(damaged, SCHEMA))
    with pytest.raises(ValueError, match=r"\w"):
        read_record(json.dumps(damaged).encode())


@pytest.mark.parametrize("key", list(written(RECORDS["yes"])))
def test_every_key_is_needed(key: str) -> None:
    damaged = {name: value for name, value in written(RECORDS["yes"]).items() if name != key}
    assert list(breaches(damaged, SCHEMA)) == [f".{key} is missing"]
