"""JSON Schemas: of the grammar, for editors that check YAML while it is written, and of a record, for its readers."""

import json
from collections.abc import Mapping
from typing import Final, TypeAlias

from pydantic import BaseModel

from advisor.loading.grammar import PolicyFile, TopicsFile, TreeFile
from advisor.loading.records import RecordFile

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

_FILES: Final[Mapping[str, type[BaseModel]]] = {
    "policy.schema.json": PolicyFile,
    "topics.schema.json": TopicsFile,
    "tree.schema.json": TreeFile,
}


def schemas() -> dict[str, str]:
    """Return the text of every schema file, by file name."""
    return {name: _text(model) for name, model in _FILES.items()}


def record_schema() -> str:
    """Return the text of the schema of a record."""
    return _text(RecordFile)


def _text(model: type[BaseModel]) -> str:
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema(by_alias=True)}
    return json.dumps(_simplified(schema), indent=2, ensure_ascii=False) + "\n"


def _simplified(node: Json) -> Json:
    """Drop the nulls and titles that pydantic adds, so that an editor's help stays readable; close open mappings."""
    if isinstance(node, list):
        return [_simplified(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {k: v for k, v in node.items() if not (k == "title" and isinstance(v, str)) and k != "default"}
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    options = kept.get("anyOf")
    if isinstance(options, list):
        real = [option for option in options if option != {"type": "null"}]
        if len(real) == 1 and isinstance(real[0], dict):
            del kept["anyOf"]
            kept = {**real[0], **kept}
    return {key: _simplified(value) for key, value in kept.items()}
