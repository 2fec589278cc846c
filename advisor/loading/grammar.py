"""The grammar: what authors may write, and the source of the JSON Schemas.

It says nothing about whether a tree is sound.
"""

from contextlib import suppress
from datetime import date
from typing import Annotated, Final, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

from advisor.domain.policy import ClauseKind
from advisor.domain.tree import UNSURE, Due

MOST_OPENING_WORDS: Final = 8
SLUG_PATTERN: Final = "^[a-z0-9]+(-[a-z0-9]+)*$"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _not_unsure(answer: str) -> str:
    if answer == UNSURE:
        raise ValueError(f'every question takes "{UNSURE}" by itself; do not list it')
    return answer


def _a_date(text: str) -> str:
    with suppress(ValueError):
        if date.fromisoformat(text).isoformat() == text:
            return text
    raise ValueError("write a date as year-month-day, such as 2024-04-11")


def _an_opening(text: str) -> str:
    if len(text.split()) > MOST_OPENING_WORDS:
        raise ValueError(
            f"an opening has {MOST_OPENING_WORDS} words at most; the official text itself is not kept here"
        )
    return text


Slug = Annotated[str, StringConstraints(pattern=SLUG_PATTERN)]
AnswerSlug = Annotated[Slug, AfterValidator(_not_unsure)]
Prose = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_one_line)]
Citation = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Case = Annotated[dict[Slug, Slug], Field(min_length=1)]
SchemaVersion = Annotated[Literal["1"], WithJsonSchema({"const": 1})]
Date = Annotated[str, AfterValidator(_a_date), WithJsonSchema({"type": "string", "format": "date"})]


class Entry(BaseModel):
    """Anything an author writes: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class OptionEntry(Entry):
    """One option of a question with other answers than yes and no."""

    answer: AnswerSlug = Field(description="The answer's short name, the same wherever the fact is asked.")
    label: Prose = Field(description="What the person reads.")
    then: Slug = Field(description="The question or outcome that follows.")


class QuestionEntry(Entry):
    """A place in the tree where a fact is asked."""

    ask: Prose = Field(description="The question, short and plain.")
    help: Prose | None = Field(None, description="What a hurried reader may get wrong.")
    fact: Slug | None = Field(None, description="What it asks; by default the question's own id.")
    cites: list[Citation] = Field(default_factory=list, description="Why it is asked.")
    yes: Slug | None = Field(None, description="What follows a yes.")
    no: Slug | None = Field(None, description="What follows a no.")
    options: list[OptionEntry] | None = Field(None, description="The options, where they are not yes and no.")
    obtain: dict[Slug, Prose] = Field(
        default_factory=dict, description="Answers that can still be brought about, and how."
    )
    ask_whom: Prose | None = Field(None, alias="ask-whom", description="Who knows, for a person who is not sure.")

    @model_validator(mode="after")
    def _one_kind_of_options(self) -> Self:
        if self.options is not None and (self.yes or self.no):
            raise ValueError("write either yes and no, or options, not both")
        return self


class ConditionEntry(Entry):
    """What must be done for an allow to hold."""

    do: Prose
    who: Prose
    when: Due = Field(description="before, posting, after or yearly.")
    cites: list[Citation] = Field(default_factory=list)
    unless: Case | None = Field(None, description="It is already met where one of these facts was answered so.")


class ReadingEntry(Entry):
    """One way in which a careful reader understands the text."""

    says: Prose
    verdict: Literal["allow", "deny", "silent"]
    cites: list[Citation] = Field(default_factory=list)


class OutcomeEntry(Entry):
    """Where a path ends."""

    verdict: Literal["allow", "deny", "silent"]
    because: Prose = Field(description="Why, in one sentence of our own words.")
    cites: list[Citation] = Field(default_factory=list)
    conditions: list[ConditionEntry] = Field(default_factory=list)
    ask: Prose | None = Field(None, description="Whom to ask, where the policy is silent.")
    until_then: Literal["allow", "deny"] | None = Field(None, description="What holds until somebody was asked.")
    near: list[Citation] = Field(default_factory=list, description="Where the policy is silent: the closest clauses.")
    readings: list[ReadingEntry] = Field(default_factory=list, description="Where careful readers differ.")
    unbound: Annotated[Literal["true"], WithJsonSchema({"const": True})] | None = Field(
        None, description="In the topic scope: the policy is not for this person, so no other topic is asked."
    )


class NeverEntry(Entry):
    """A statement proven over all paths."""

    verdict: Literal["allow", "deny"]
    when: Case
    cites: list[Citation] = Field(min_length=1)


class ExampleEntry(Entry):
    """A situation whose outcome a person wrote down from the policy."""

    situation: Prose
    answers: dict[Slug, Slug]
    expect: Slug


class IgnoreEntry(Entry):
    """A known finding that the author accepts."""

    check: Slug
    at: Slug
    reason: Prose


class TreeFile(Entry):
    """A decision tree: one topic in one district."""

    schema_: SchemaVersion = Field(alias="schema")
    topic: Slug = Field(description="The topic, as in topics.yaml and in this file's name.")
    title: Prose
    start: Slug = Field(description="The question asked first.")
    questions: dict[Slug, QuestionEntry] = Field(min_length=1)
    outcomes: dict[Slug, OutcomeEntry] = Field(min_length=1)
    never: list[NeverEntry] = Field(default_factory=list)
    examples: list[ExampleEntry] = Field(default_factory=list)
    ignore: list[IgnoreEntry] = Field(default_factory=list)


class ClauseEntry(Entry):
    """One clause of the register."""

    id: Citation
    kind: ClauseKind
    opens: Annotated[Prose, AfterValidator(_an_opening)] | None = Field(
        None, description="The first words of the clause in the official text, eight at most."
    )
    words: Annotated[int, Field(ge=1)] | None = Field(None, description="How many words of the text it covers.")
    digest: str | None = Field(None, description="The hash of those words.")
    gist: Prose = Field(description="What it says, in our own words.")
    sets_aside: Prose | None = Field(None, description="Why no tree needs to cite it.")
    with_: Citation | None = Field(None, alias="with", description="A clause whose qualifier governs this one too.")


class SilentTopicEntry(Entry):
    """A topic on which the policy says nothing at all."""

    ask: Prose
    until_then: Literal["allow", "deny"]
    because: Prose


class PolicyFile(Entry):
    """A policy's register: every clause of the official text, in order."""

    schema_: SchemaVersion = Field(alias="schema")
    district: Prose = Field(description="The district's name.")
    policy: Prose = Field(description="The policy's number, in quotes.")
    title: Prose
    adopted: Date | None = Field(None, description="When it was adopted; left out where the text does not say.")
    revised: list[Date] = Field(default_factory=list)
    note: Prose | None = None
    begins: Prose | None = Field(None, description="The policy's first words, where the file has matter before them.")
    furniture: list[Prose] = Field(default_factory=list, description="Lines of the file that belong to no clause.")
    silent_on: dict[Slug, SilentTopicEntry] = Field(default_factory=dict)
    clauses: list[ClauseEntry] = Field(min_length=1)


class FirstFactEntry(Entry):
    """A yes-or-no fact of the first screen."""

    say: Prose
    obtain: dict[Slug, Prose] = Field(default_factory=dict)


class TopicEntry(Entry):
    """One thing staff ask about."""

    topic: Slug
    title: Prose
    group: Slug
    when: Case | None = Field(None, description="The facts of the first screen that make it apply.")
    always: Annotated[Literal["true"], WithJsonSchema({"const": True})] | None = None
    keywords: list[Prose] = Field(default_factory=list)

    @model_validator(mode="after")
    def _when_or_always(self) -> Self:
        if (self.when is None) == (self.always is None):
            raise ValueError('write either "when" with its facts or "always: true"')
        return self


class TopicsFile(Entry):
    """What can be asked, in menu order."""

    schema_: SchemaVersion = Field(alias="schema")
    facts: dict[Slug, FirstFactEntry] = Field(default_factory=dict)
    topics: list[TopicEntry] = Field(min_length=1)
