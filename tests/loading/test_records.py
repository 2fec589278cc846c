"""Records are read back as they were written, and whatever is not exactly a record is refused with one clear line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from advisor.domain.record import Record, Stamp
from advisor.domain.tree import Condition, Due, NodeId, Outcome
from advisor.domain.verdict import Verdict
from advisor.loading.records import NewerRecordError, read_record
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
        (damaged(note="\ud800"), "it is no JSON"),
        (b"null", "it is no record"),
        (b"[]", "it is no record"),
        (b"{}", "it is no record"),
        *((damaged(schema=schema), "it is no record") for schema in (True, "1", 1.0, 0, None)),
        (damaged(more=1), '"more" is no key of a record'),
        (damaged(**{"\x1b" * 99: 1}), '"' + r"\u{1b}" * 10 + '…" is no key of a record'),
        (b'{"schema": 1, "schema": 1}', 'the key "schema" stands there twice'),
        (b'{"%b": 1, "%b": 1}' % (b"x" * 61, b"x" * 61), f'the key "{"x" * 60}…" stands there twice'),
        (damaged(id=""), '"id" is empty'),
        (damaged(id=None), '"id" must be a text'),
        (damaged(id="\x1b]0;x"), '"id": it holds characters that nobody can see'),
        (damaged(date="2026-3-1"), '"date": write a date as year-month-day, such as 2024-04-11'),
        (damaged(note="\u202e"), '"note": the note holds characters that nobody can see (U+202E); leave them out'),
        (damaged(note="x" * 900_000), '"note" is too long'),
        (damaged(verdict="perhaps"), '"verdict" cannot be "perhaps"'),
        (damaged(headline="M" * 900_000), f'"headline" cannot be "{"M" * 60}…"'),
        (damaged(allowed="yes"), '"allowed" must be true or false'),
        (damaged(trees={}), '"trees" is empty'),
        (damaged(trees={"photos": "xyz"}), '"photos" of "trees" cannot be "xyz"'),
        (damaged(answers={"consent": "YES"}), '"consent" of "answers" cannot be "YES"'),
        (damaged(answers={"\x1b": "yes"}), r'"\u{1b}" of "answers" cannot be a key'),
        (damaged(answers=[["consent", "yes"]]), '"answers" must be an object'),
        (damaged(cites="I"), '"cites" must be a list'),
        (damaged(cites=[1]), 'item 1 of "cites" must be a text'),
        (damaged(cites=["I"] * 1_001), '"cites" is too long'),
        (damaged(conditions=["Tell."]), 'item 1 of "conditions" must be an object'),
        (damaged(conditions=[{**DUTY, "when": "soon"}]), '"when" of item 1 of "conditions" cannot be "soon"'),
        (
            damaged(conditions=[DUTY, {**DUTY, "do": "\u2028"}]),
            '"do" of item 2 of "conditions": it holds characters that nobody can see',
        ),
        (damaged(topics=[]), '"topics" is empty'),
        (damaged(topics=[{**TOPIC, "asked": [""]}]), 'item 1 of "asked" of item 1 of "topics" cannot be ""'),
        *((without(key), f'"{key}" is missing') for key in KEPT if key != "schema"),
    ],
    ids=lambda value: repr(value[-50:]),
)
def test_anything_unexpected_is_one_clear_line(content: bytes, because: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as error:
        read_record(content)
    assert str(error.value) == because
    assert str(error.value).isprintable()


@pytest.mark.parametrize("schema", [2, 10**400])
def test_a_record_of_a_newer_advisor_asks_for_an_update(schema: int) -> None:
    with pytest.raises(NewerRecordError, match=r"^was kept by a newer Advisor; update Advisor to read it$"):
        read_record(json.dumps({"schema": schema}).encode())


def test_the_mark_that_some_editors_put_in_front_is_passed_over() -> None:
    assert read_record(b"\xef\xbb\xbf" + damaged()) == RECORDS["yes"]
    with pytest.raises(ValueError, match="it is no JSON"):
        read_record(b"\xef\xbb\xbf" * 2 + damaged())
