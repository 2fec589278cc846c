"""The JSON Schemas: current, and strict where the grammar is strict."""

import json
from pathlib import Path

from advisor.loading.schema import schemas

COMMITTED = Path(__file__).parents[2] / "trees" / "schema"


def test_the_committed_schemas_are_current() -> None:
    assert {file.name: file.read_text(encoding="utf-8") for file in COMMITTED.iterdir()} == schemas()


def test_an_editor_is_told_every_key_and_no_null() -> None:
    schema = json.loads(schemas()["tree.schema.json"])
    question = schema["$defs"]["QuestionEntry"]
    assert set(question["properties"]) >= {"ask", "help", "fact", "cites", "yes", "no", "options", "obtain", "ask-whom"}
    assert question["additionalProperties"] is False
    assert schema["properties"]["schema"] == {"const": 1}
    assert schema["properties"]["questions"]["additionalProperties"] is False
    assert '"null"' not in json.dumps(schema)
