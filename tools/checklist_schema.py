"""The shape of a checklist in JSON, for programs that read one. ``docs/schemas/checklist.schema.json`` is made from it.

The tests read every checklist that they make by it.
"""

import json
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from advisor.domain.tree import Due
from advisor.domain.verdict import Verdict


class _Object(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Cited(_Object):
    """A clause of the policy."""

    policy: str = Field(description="The policy's number.")
    clause: str = Field(description="How a person cites it, such as IV.C ¶8.")
    gist: str = Field(description="What it says, in Advisor's own words.")


class Ground(_Object):
    """Why something is as it is."""

    because: str
    cites: list[Cited]
    near: list[Cited] = Field(description="Where the policy is silent: the clauses that come closest.")


class Referral(_Object):
    """Whom to ask where the policy is silent."""

    person: str
    about: list[str] = Field(description="The titles of the topics.")


class Reading(_Object):
    """One way in which a careful reader understands the text."""

    says: str
    verdict: Verdict
    cites: list[Cited]


class CheckedTopic(_Object):
    """What it is about, and what it comes to by itself."""

    topic: str
    title: str
    headline: str = Field(description="The topic's verdict in words and a sign; empty before answering.")
    ground: Ground | None = Field(description="Nothing before answering.")
    digest: str = Field(description="The digest of what decides in its tree.")


class CheckedFact(_Object):
    """A fact with the answer that it has, or must have."""

    fact: str
    ask: str
    answer: str
    label: str = Field(description="The answer as a person reads it.")
    known: bool = Field(description="Whether it is established, rather than still to be made true.")
    how: str = Field(description="How that answer can be brought about; empty where it cannot.")
    ask_whom: str = Field(description="Who knows; empty where nobody is named.")
    cites: list[Cited]


class Condition(_Object):
    """Something to be done."""

    do: str
    who: str
    when: Due
    cites: list[Cited]


class TickedCondition(Condition):
    """Something to be done, with its box."""

    ticked: bool


class Way(_Object):
    """Everything that is true and has to be done along one path through each topic."""

    facts: list[CheckedFact]
    conditions: list[TickedCondition] = Field(description="In the order in which they fall due.")
    grounds: list[Ground] = Field(description="One for each topic.")
    ask: list[Referral]
    readings: list[Reading] = Field(description="How careful readers differ.")
    headline: str = Field(description="What it comes to, in words and a sign.")
    reason: str


class GivenAnswer(_Object):
    """An answer that has to hold."""

    fact: str
    answer: str
    label: str
    ask: str


class Change(GivenAnswer):
    """An answer that can be brought about."""

    how: str


class Remedy(_Object):
    """What would make it an allow."""

    changes: list[Change]
    provided: list[GivenAnswer] = Field(description="What must prove true for it.")
    conditions: list[Condition] = Field(description="What is then left to do.")
    verdict: Verdict


class OpenQuestion(_Object):
    """What has to be found out."""

    fact: str
    ask: str
    ask_whom: str
    obtain: dict[str, str] = Field(description="How an answer can be brought about.")
    cites: list[Cited]


class ChecklistFile(_Object):
    """A checklist of Advisor."""

    schema_: Literal[1] = Field(alias="schema")
    titles: list[str]
    topics: list[CheckedTopic]
    policy: str = Field(description="Whose policy it is, its number, its title and the date of the text.")
    district: str
    number: str = Field(description="The policy's number.")
    dated: str = Field(description="When the text in force was decided.")
    date: str = Field(description="The day on which the checklist was made.")
    verdict: Verdict | None = Field(description="Nothing before answering.")
    headline: str = Field(description="The verdict in words and a sign; empty before answering.")
    reason: str
    ways: list[Way] = Field(description="One once it is decided; before, all that lead to an allow.")
    more: bool = Field(description="Whether there are further ways.")
    changes: list[Remedy] | None = Field(description="Any one of them is enough; nothing where none is needed.")
    find_out: list[OpenQuestion] = Field(description="That first whose answers settle most.")
    questions_left: int = Field(description="How many can still come at most, where the verdict is certain already.")
    note: str = Field(description="What the person adds.")


def checklist_schema() -> str:
    """Return the JSON Schema of a checklist."""
    shape = ChecklistFile.model_json_schema(by_alias=True)
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
