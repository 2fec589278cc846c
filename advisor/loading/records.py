"""Records, read back: the shape that a record's file must have, and the source of its JSON Schema.

A file may come from anybody. Whatever is not exactly a record is refused.
"""

import json
from codecs import BOM_UTF8
from collections.abc import Iterable
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from advisor.domain.digest import DIGEST_LENGTH
from advisor.domain.policy import DistrictSlug, Locator, TopicSlug
from advisor.domain.record import (
    LONGEST_NOTE,
    RECORD_SCHEMA,
    KeptCondition,
    KeptTopic,
    Record,
    require_plain_note,
)
from advisor.domain.tree import Answer, Due, Duty, Fact
from advisor.domain.verdict import Headline, Verdict
from advisor.errors import AdvisorError
from advisor.loading.grammar import Date, Slug
from advisor.plain_text import visible

_LONGEST: Final = 10_000
_MOST: Final = 1_000
_LONGEST_QUOTED: Final = 60
_OF_A_KEY: Final = "[key]"
"""How pydantic marks a breach of a key itself."""

_BREACHES: Final = {
    "missing": "is missing",
    "extra_forbidden": "is no key of a record",
    "string_type": "must be a text",
    "bool_type": "must be true or false",
    "list_type": "must be a list",
    "dict_type": "must be an object",
    "model_type": "must be an object",
    "string_too_short": "is empty",
    "too_short": "is empty",
    "string_too_long": "is too long",
    "too_long": "is too long",
}
"""What is wrong with a value, by pydantic's name for it."""


class NewerRecordError(ValueError):
    """Raise when a record was kept by an Advisor that is newer than this one."""


def _plain(text: str) -> str:
    if visible(text) != text:
        raise ValueError("it holds characters that nobody can see")
    return text


def _plain_note(text: str) -> str:
    try:
        require_plain_note(text)
    except AdvisorError as error:
        raise ValueError(str(error)) from error
    return text


_Text = Annotated[str, StringConstraints(max_length=_LONGEST), AfterValidator(_plain)]
_Name = Annotated[str, StringConstraints(min_length=1, max_length=_LONGEST), AfterValidator(_plain)]
_Note = Annotated[str, StringConstraints(max_length=LONGEST_NOTE), AfterValidator(_plain_note)]
_Digest = Annotated[str, StringConstraints(pattern=f"^[0-9a-f]{{{DIGEST_LENGTH}}}$")]
_Cites = Annotated[list[_Name], Field(max_length=_MOST)]
_Facts = Annotated[list[Slug], Field(max_length=_MOST)]


class _Part(BaseModel):
    """A part of a record: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ConditionPart(_Part):
    """A condition of the decision."""

    do: _Name
    who: _Name
    when: Due
    cites: _Cites
    ticked: bool = Field(description="Whether it was met when the decision was kept.")


class TopicPart(_Part):
    """What one topic said."""

    topic: Slug
    verdict: Verdict
    allowed: bool
    cites: _Cites = Field(description="Where the policy was silent, the nearest clauses.")
    asked: _Facts = Field(description="The facts on its path, in the order of its questions.")


class RecordFile(_Part):
    """A decision as it was kept."""

    version: Literal[1] = Field(alias="schema")
    id: _Name
    date: Date = Field(description="The day on which it was kept.")
    district: _Name
    policy: _Name = Field(description="The policy's number.")
    revised: _Text = Field(description="The date of the text in force then; empty where it bears none.")
    by_first_facts: bool = Field(description="Whether facts of the first screen say what it is about.")
    trees: dict[Slug, _Digest] = Field(
        min_length=1, max_length=_MOST, description="Each topic consulted, with the digest of what decided in its tree."
    )
    answers: dict[Slug, Slug] = Field(max_length=_MOST, description="By fact, in the order in which they were given.")
    verdict: Verdict
    allowed: bool
    headline: Headline
    cites: _Cites = Field(description="Where the policy was silent, the nearest clauses.")
    conditions: list[ConditionPart] = Field(max_length=_MOST)
    topics: list[TopicPart] = Field(min_length=1, max_length=_MOST, description="What each topic said that applied.")
    note: _Note


def read_record(content: bytes) -> Record:
    """Read a record.

    Raises:
        NewerRecordError: a newer Advisor kept it; the message says what to do.
        ValueError: it is anything else; the message says what is wrong, as the end of a sentence.
    """
    plain = content.removeprefix(BOM_UTF8)  # some editors put one in front of what they save
    try:
        kept: object = json.loads(plain.decode(), object_pairs_hook=_each_key_once)
        _require_our_schema(kept)
        return _record(RecordFile.model_validate_json(plain, strict=True))
    except ValidationError as error:
        raise ValueError(_first_breach(error)) from error
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8 text") from error
    except (json.JSONDecodeError, RecursionError) as error:
        raise ValueError("it is no JSON") from error


def _each_key_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        twice = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {_quoted(twice)} stands there twice")
    return dict(pairs)


def _require_our_schema(kept: object) -> None:
    match kept:
        case {"schema": int(schema)} if schema > RECORD_SCHEMA:
            raise NewerRecordError("was kept by a newer Advisor; update Advisor to read it")
        case {"schema": int(schema)} if schema == RECORD_SCHEMA and not isinstance(schema, bool):
            return
        case _:
            raise ValueError("it is no record")


def _first_breach(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    named = _named([step for step in first["loc"] if step != _OF_A_KEY])
    if first["type"] == "json_invalid":  # pydantic reads JSON more strictly, such as half a surrogate pair
        return "it is no JSON"
    if first["loc"][-1:] == (_OF_A_KEY,):
        return f"{named} cannot be a key"
    if first["type"] == "value_error":
        return f"{named}: {visible(first['msg'].removeprefix('Value error, '))}"
    wrong = _BREACHES.get(first["type"]) or f"cannot be {_quoted(first['input'])}"
    return f"{named} {wrong}"


def _named(place: Iterable[str | int]) -> str:
    """Name a place from the inside out, such as the item of a list.

    >>> _named(["topics", 0, "allowed"])
    '"allowed" of item 1 of "topics"'
    """
    steps = [f"item {step + 1}" if isinstance(step, int) else _quoted(step) for step in place]
    return " of ".join(reversed(steps))


def _quoted(value: object) -> str:
    shown = visible(str(value))
    return f'"{shown[:_LONGEST_QUOTED]}…"' if len(shown) > _LONGEST_QUOTED else f'"{shown}"'


def _record(file: RecordFile) -> Record:
    return Record(
        id=file.id,
        date=file.date,
        district=DistrictSlug(file.district),
        policy=file.policy,
        revised=file.revised,
        by_first_facts=file.by_first_facts,
        trees={TopicSlug(topic): digest for topic, digest in file.trees.items()},
        answers={Fact(fact): Answer(answer) for fact, answer in file.answers.items()},
        verdict=file.verdict,
        allowed=file.allowed,
        headline=file.headline,
        cites=_locators(file.cites),
        conditions=tuple(KeptCondition(_duty(part), part.ticked) for part in file.conditions),
        topics=tuple(_topic(part) for part in file.topics),
        note=file.note,
    )


def _duty(part: ConditionPart) -> Duty:
    return Duty(part.do, part.who, part.when, _locators(part.cites))


def _topic(part: TopicPart) -> KeptTopic:
    asked = tuple(Fact(fact) for fact in part.asked)
    return KeptTopic(TopicSlug(part.topic), part.verdict, part.allowed, _locators(part.cites), asked)


def _locators(cites: list[str]) -> tuple[Locator, ...]:
    return tuple(Locator(cite) for cite in cites)
