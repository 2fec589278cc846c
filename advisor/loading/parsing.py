"""Plain values to domain: the grammar is applied, every breach located, and drafts are built.

Soundness is not judged here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from pydantic import ValidationError

from advisor.domain.district import TreeDraft
from advisor.domain.finding import Finding, Position, Severity, Source
from advisor.domain.policy import Clause, DistrictSlug, Locator, Policy, SilentTopic, TopicSlug, locator
from advisor.domain.topic import FirstFact, Topic, Topics
from advisor.domain.tree import (
    Accepted,
    Answer,
    Condition,
    Example,
    Fact,
    Never,
    NodeId,
    Option,
    Outcome,
    Question,
    Reading,
    Tree,
)
from advisor.domain.verdict import Verdict
from advisor.loading.breaches import GRAMMAR, breaches
from advisor.loading.grammar import (
    ClauseEntry,
    ConditionEntry,
    Entry,
    OutcomeEntry,
    PolicyFile,
    QuestionEntry,
    TopicsFile,
    TreeFile,
)
from advisor.loading.yaml_text import read_yaml

_File = TypeVar("_File", bound=Entry)
_Findings = tuple[Finding, ...]


def parse_tree(content: str | bytes, file: str, district: DistrictSlug) -> tuple[TreeDraft | None, _Findings]:
    """Parse one tree; none where the text breaks the grammar.

    Args:
        content: the file's text, or its bytes.
        file: its name, for findings.
        district: whose tree it is.
    """
    parsed, source, findings = _parse(content, file, TreeFile)
    if parsed is None:
        return None, findings
    return TreeDraft(_tree(parsed, district), _with_option_places(parsed, source)), findings


def parse_policy(
    content: str | bytes, file: str, district: DistrictSlug
) -> tuple[tuple[Policy, Source] | None, _Findings]:
    """Parse a policy's register; none where the text breaks the grammar."""
    parsed, source, findings = _parse(content, file, PolicyFile)
    return None if parsed is None else (_policy(parsed, district), source), findings


def parse_topics(content: str | bytes, file: str) -> tuple[tuple[Topics, Source] | None, _Findings]:
    """Parse the topics; none where the text breaks the grammar."""
    parsed, source, findings = _parse(content, file, TopicsFile)
    return None if parsed is None else (_topics(parsed), source), findings


def _parse(content: str | bytes, file: str, model: type[_File]) -> tuple[_File | None, Source, _Findings]:
    document = read_yaml(content.encode() if isinstance(content, str) else content, file)
    source, findings = document.source, document.findings
    broken = any(finding.severity is Severity.ERROR for finding in findings)
    if document.value is None:
        empty = source.finding(GRAMMAR, Severity.ERROR, Position(1, 1), "the file is empty")
        return None, source, findings if broken else (empty,)
    try:
        parsed = model.model_validate(document.value)
    except ValidationError as error:
        return None, source, (*findings, *breaches(error, model, document))
    return None if broken else parsed, source, findings


def _tree(parsed: TreeFile, district: DistrictSlug) -> Tree:
    return Tree(
        district=district,
        topic=TopicSlug(parsed.topic),
        title=parsed.title,
        start=NodeId(parsed.start),
        questions={NodeId(id_): _question(id_, entry) for id_, entry in parsed.questions.items()},
        outcomes={NodeId(id_): _outcome(id_, entry) for id_, entry in parsed.outcomes.items()},
        never=tuple(Never(Verdict(n.verdict), _case(n.when), _locators(n.cites)) for n in parsed.never),
        examples=tuple(Example(e.situation, _case(e.answers), NodeId(e.expect)) for e in parsed.examples),
        accepted=tuple(Accepted(i.check, i.at, i.reason) for i in parsed.ignore),
    )


def _question(id_: str, entry: QuestionEntry) -> Question:
    return Question(
        id=NodeId(id_),
        fact=Fact(entry.fact or id_),
        ask=entry.ask,
        options=_options(entry),
        help=entry.help or "",
        cites=_locators(entry.cites),
        obtain=_by_answer(entry.obtain),
        ask_whom=entry.ask_whom or "",
    )


def _options(entry: QuestionEntry) -> tuple[Option, ...]:
    if entry.options is not None:
        return tuple(Option(Answer(o.answer), o.label, NodeId(o.then)) for o in entry.options)
    short = (("yes", "Yes", entry.yes), ("no", "No", entry.no))
    return tuple(Option(Answer(answer), label, NodeId(then)) for answer, label, then in short if then)


def _outcome(id_: str, entry: OutcomeEntry) -> Outcome:
    return Outcome(
        id=NodeId(id_),
        verdict=Verdict(entry.verdict),
        because=entry.because,
        cites=_locators(entry.cites),
        conditions=tuple(_condition(condition) for condition in entry.conditions),
        ask=entry.ask or "",
        until_then=Verdict(entry.until_then) if entry.until_then else None,
        near=_locators(entry.near),
        readings=tuple(Reading(r.says, Verdict(r.verdict), _locators(r.cites)) for r in entry.readings),
        unbound=entry.unbound is not None,
    )


def _condition(entry: ConditionEntry) -> Condition:
    return Condition(entry.do, entry.who, entry.when, _locators(entry.cites), _case(entry.unless or {}))


def _policy(parsed: PolicyFile, district: DistrictSlug) -> Policy:
    return Policy(
        district=district,
        district_name=parsed.district,
        number=parsed.policy,
        title=parsed.title,
        adopted=parsed.adopted or "",
        revised=tuple(parsed.revised),
        clauses=tuple(_clause(entry) for entry in parsed.clauses),
        silent_on={
            TopicSlug(topic): SilentTopic(entry.ask, Verdict(entry.until_then), entry.because)
            for topic, entry in parsed.silent_on.items()
        },
        note=parsed.note or "",
        begins=parsed.begins or "",
        furniture=tuple(parsed.furniture),
    )


def _clause(entry: ClauseEntry) -> Clause:
    return Clause(
        id=locator(entry.id),
        kind=entry.kind,
        gist=entry.gist,
        opens=entry.opens or "",
        words=entry.words or 0,
        digest=entry.digest or "",
        sets_aside=entry.sets_aside or "",
        qualified_by=locator(entry.with_) if entry.with_ else None,
    )


def _topics(parsed: TopicsFile) -> Topics:
    facts = (FirstFact(Fact(fact), entry.say, _by_answer(entry.obtain)) for fact, entry in parsed.facts.items())
    topics = (
        Topic(TopicSlug(t.topic), t.title, t.group, _case(t.when or {}), tuple(t.keywords)) for t in parsed.topics
    )
    return Topics(tuple(facts), tuple(topics))


def _locators(cites: Sequence[str]) -> tuple[Locator, ...]:
    return tuple(locator(cite) for cite in cites)


def _case(written: Mapping[str, str]) -> dict[Fact, Answer]:
    return {Fact(fact): Answer(answer) for fact, answer in written.items()}


def _by_answer(written: Mapping[str, str]) -> dict[Answer, str]:
    return {Answer(answer): how for answer, how in written.items()}


def _with_option_places(parsed: TreeFile, source: Source) -> Source:
    """Let every option be found by its answer, whichever way it was written."""
    values = dict(source.values)
    for id_, entry in parsed.questions.items():
        for index, option in enumerate(entry.options or ()):
            values["questions", id_, "options", option.answer] = values["questions", id_, "options", index, "then"]
        for answer in ("yes", "no"):
            if (written := values.get(("questions", id_, answer))) is not None:
                values["questions", id_, "options", answer] = written
    return replace(source, values=values)
