"""A sound district as JSON and back, so that a warm start reads neither YAML nor grammar. Standard library only."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from hashlib import blake2b
from typing import Any, TypeAlias

from advisor.domain.district import District
from advisor.domain.policy import Clause, ClauseKind, Policy, SilentTopic, TopicSlug
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import (
    Accepted,
    Condition,
    Due,
    Example,
    Never,
    Option,
    Outcome,
    Question,
    Reading,
    SoundTree,
)
from advisor.domain.verdict import Verdict

# JSON is a foreign border: what comes back is whatever was written, checked by unpacking it.
Row: TypeAlias = Any


def dump(district: District) -> str:
    """Return a sound district as lines of JSON, after their digest: the rest of it, then a line for each tree."""
    rest = _row([district.slug, district.policy, district.topics, list(district.trees)])
    lines = "\n".join(_json(row) for row in (rest, *(_row(tree) for tree in district.trees.values())))
    return f"{_digest(lines)}\n{lines}"


def load(text: str) -> District:
    """Return the district that `dump` wrote. Its trees are built when they are asked for: most are not.

    Raises:
        ValueError: the text is not what `dump` writes.
    """
    digest, _, lines = text.partition("\n")
    if digest != _digest(lines):
        raise ValueError("this is not what was kept")
    rest, *trees = lines.split("\n")
    try:
        slug, policy, topics, slugs = json.loads(rest)
        return District(slug, _policy(policy), _topics(topics), _Trees(dict(zip(slugs, trees, strict=True))))
    except (TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ValueError("this is not a compiled district") from error


class _Trees(Mapping[TopicSlug, SoundTree]):
    """The trees of a district by topic, each built from its line the first time."""

    def __init__(self, lines: Mapping[TopicSlug, str]) -> None:
        self._lines = lines
        self._built: dict[TopicSlug, SoundTree] = {}

    def __getitem__(self, topic: TopicSlug) -> SoundTree:
        if topic not in self._built:
            self._built[topic] = _tree(json.loads(self._lines[topic]))
        return self._built[topic]

    def __iter__(self) -> Iterator[TopicSlug]:
        return iter(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, topic: object) -> bool:
        return topic in self._lines


def _json(row: Row) -> str:
    return json.dumps(row, separators=(",", ":"))


def _digest(rows: str) -> str:
    return blake2b(rows.encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _row(value: object) -> Row:
    if is_dataclass(value):
        return [_row(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, Mapping):
        return {key: _row(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_row(item) for item in value]
    return value


def _policy(row: Row) -> Policy:
    district, name, number, title, adopted, revised, clauses, silent_on, note, begins, furniture = row
    return Policy(
        district,
        name,
        number,
        title,
        adopted,
        tuple(revised),
        tuple(_clause(clause) for clause in clauses),
        {topic: SilentTopic(ask, Verdict(until), because) for topic, (ask, until, because) in silent_on.items()},
        note,
        begins,
        tuple(furniture),
    )


def _clause(row: Row) -> Clause:
    id_, kind, *rest = row
    return Clause(id_, ClauseKind(kind), *rest)


def _topics(row: Row) -> Topics:
    facts, topics = row
    return Topics(
        tuple(FirstFact(*fact) for fact in facts),
        tuple(Topic(topic, title, group, when, tuple(keywords)) for topic, title, group, when, keywords in topics),
    )


def _tree(row: Row) -> SoundTree:
    district, topic, title, start, questions, outcomes, never, examples, accepted, order = row
    return SoundTree(
        district,
        topic,
        title,
        start,
        {id_: _question(question) for id_, question in questions.items()},
        {id_: _outcome(outcome) for id_, outcome in outcomes.items()},
        tuple(Never(Verdict(verdict), when, tuple(cites)) for verdict, when, cites in never),
        tuple(Example(*example) for example in examples),
        tuple(Accepted(*each) for each in accepted),
        order=tuple(order),
    )


def _question(row: Row) -> Question:
    id_, fact, ask, options, help_, cites, obtain, ask_whom = row
    return Question(id_, fact, ask, tuple(Option(*option) for option in options), help_, tuple(cites), obtain, ask_whom)


def _outcome(row: Row) -> Outcome:
    id_, verdict, because, cites, conditions, ask, until_then, near, readings, unbound = row
    return Outcome(
        id_,
        Verdict(verdict),
        because,
        tuple(cites),
        tuple(_conditions(conditions)),
        ask,
        Verdict(until_then) if until_then else None,
        tuple(near),
        tuple(Reading(says, Verdict(reading), tuple(where)) for says, reading, where in readings),
        unbound,
    )


def _conditions(rows: Row) -> Iterable[Condition]:
    for do, who, due, cites, unless in rows:
        yield Condition(do, who, Due(due), tuple(cites), unless)
