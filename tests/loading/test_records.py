"""Records are read back as they were written, and whatever is not exactly a record is refused with one clear line."""

import json
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

TELL = Condition("Tell the office – “today”.", "you", Due.AFTER, (CLAUSE,))
AGREED = Outcome(NodeId("agreed"), Verdict.ALLOW, "They agreed.", (CLAUSE,), (TELL,))
PHOTOS = tiny_tree({"consent": {"yes": "agreed", "no": "no"}}, {"agreed": AGREED, "no": "silent"}, "photos")
NOTE = Stamp(DAY, "For Friday:\n\t¶ 漢字 \U0001f600", ticked={TELL.duty})
RECORDS = {answer: record_of(tiny_district(PHOTOS), {"consent": answer}, NOTE) for answer in ("yes", "no")}
KEPT = json.loads(json.dumps(kept_record(RECORDS["yes"])))
DUTY, TOPIC = KEPT["conditions"][0], KEPT["topics"][0]


def damaged(**changes: object) -> bytes:
    return json.dumps({**KEPT, **changes}).encode()


def without(key: str) -> bytes:
    return json.dumps({name: value for name, value in KEPT.items() if name != key}).encode()


def objects(schema: Json) -> Iterator[dict[str, Json]]:
    """Yield every part of a schema that describes an object."""
    if isinstance(schema, dict):
        if schema.get("type") == "object":
            yield schema
        yield from (found for each in schema.values() for found in objects(each))


def test_the_committed_schema_is_current() -> None:
    committed = Path(__file__).parents[2] / "docs" / "schemas" / "record.schema.json"
    assert committed.read_text(encoding="utf-8") == record_schema()


def test_every_object_of_the_schema_is_closed() -> None:
    found = list(objects(json.loads(record_schema())))
    assert len(found) == len(["the record", "trees", "answers", "a condition", "a topic"])
    assert all(each["additionalProperties"] is False for each in found)


@pytest.mark.parametrize("record", RECORDS.values(), ids=RECORDS)
def test_what_is_written_is_read_back(record: Record) -> None:
    assert read_record(json.dumps(kept_record(record)).encode()) == record


@pytest.mark.parametrize(
    ("content", "because"),
    [
        (b"", "it is no JSON"),
        (b"nonsense", "it is no JSON"),
        (b"\xff\xfe", "it is not UTF-8 text"),
        (b"[" * 100_000, "it is no JSON"),
        (b"null", "it is no record"),
        (b"[]", "it is no record"),
        (b"{}", "it is no record"),
        (b'{"schema": 2}', "it was kept by a newer Advisor"),
        *((damaged(schema=schema), "it is no record") for schema in (True, "1", 1.0, 0, None)),
        (damaged(schema=10**400), "it was kept by a newer Advisor"),
        (damaged(more=1), "more: Extra inputs are not permitted"),
        (b'{"schema": 1, "schema": 1}', 'the key "schema" stands there twice'),
        (damaged(id=""), "id: String should have at least 1 character"),
        (damaged(id="\x1b]0;x"), "id: it holds characters that nobody can see"),
        (damaged(date="2026-3-1"), "date: write a date as year-month-day, such as 2024-04-11"),
        (damaged(note="\u202e"), "note: the note holds characters that nobody can see (U+202E); leave them out"),
        (damaged(note="x" * 900_000), "note: String should have at most 2000 characters"),
        (damaged(verdict="perhaps"), "verdict: Input should be 'allow', "),
        (damaged(headline="MAYBE"), "headline: Input should be 'YES', "),
        (damaged(allowed="yes"), "allowed: Input should be a valid boolean"),
        (damaged(trees={}), "trees: Dictionary should have at least 1 item"),
        (damaged(trees={"photos": "xyz"}), "trees.photos: String should match pattern"),
        (damaged(answers={"consent": "YES"}), "answers.consent: String should match pattern"),
        (damaged(answers={"\x1b": "yes"}), r"answers.\u{1b}.[key]: String should match pattern"),
        (damaged(answers=[["consent", "yes"]]), "answers: Input should be an object"),
        (damaged(cites="I"), "cites: Input should be a valid array"),
        (damaged(cites=[1]), "cites.0: Input should be a valid string"),
        (damaged(cites=["I"] * 1_001), "cites: List should have at most 1000 items"),
        (damaged(conditions=[{**DUTY, "when": "soon"}]), "conditions.0.when: Input should be 'before', "),
        (damaged(conditions=[{**DUTY, "do": "\u2028"}]), "conditions.0.do: it holds characters that nobody can see"),
        (damaged(topics=[]), "topics: List should have at least 1 item"),
        (damaged(topics=[{**TOPIC, "asked": [""]}]), "topics.0.asked.0: String should match pattern"),
        *((without(key), f"{key}: Field required") for key in KEPT if key != "schema"),
    ],
    ids=lambda value: repr(value[-50:]),
)
def test_anything_unexpected_is_one_clear_line(content: bytes, because: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as error:
        read_record(content)
    assert because in str(error.value)
    assert str(error.value).isprintable()
