"""The shapes that ``--json`` prints: plain values with the keys that other programs rely on.

A key is never renamed or dropped.
"""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from advisor.domain.counts import Counts
from advisor.domain.district import District
from advisor.domain.finding import Finding
from advisor.domain.path import DecisionPath, Step
from advisor.domain.policy import DistrictSlug, Locator, Policy, TopicSlug
from advisor.domain.register import Citation
from advisor.domain.tree import Condition, Duty, Outcome, Question, SoundTree, Tree
from advisor.domain.verdict import Verdict

Json: TypeAlias = "str | int | bool | Sequence[Json] | Mapping[str, Json] | None"
"""A value that JSON can hold."""

JsonObject: TypeAlias = Mapping[str, Json]
"""A JSON object."""

MOST_FINDINGS: Final = 1_000
"""How many findings are recorded; the rest are counted."""

MOST_CHARACTERS: Final = 500
"""How much of a finding's message is recorded: it may quote a hostile file."""


def json_text(record: JsonObject, *, only_ascii: bool = False) -> str:
    """Return a JSON object as text, for a file or a terminal."""
    return json.dumps(record, ensure_ascii=only_ascii, indent=2) + "\n"


def cites_record(cites: Iterable[Locator], policy: Policy) -> Json:
    """Return citations, each with what the clause says."""
    return [{"policy": policy.number, "clause": cite, "gist": policy.gist(cite)} for cite in cites]


def condition_record(condition: Condition | Duty, policy: Policy) -> JsonObject:
    """Return what is to be done."""
    return {
        "do": condition.do,
        "who": condition.who,
        "when": condition.due,
        "cites": cites_record(condition.cites, policy),
    }


def path_record(steps: Iterable[Step]) -> Json:
    """Return the steps of a path."""
    return [step_record(step) for step in steps]


def step_record(step: Step) -> JsonObject:
    """Return one step."""
    return {"question": step.question, "fact": step.fact, "answer": step.answer}


def missing_record(missing: Iterable[tuple[TopicSlug, Question]]) -> JsonObject:
    """Return the questions without an answer, each with its topic, the one to ask first at the front."""
    return {
        "missing": [
            {
                "topic": topic,
                "question": question.id,
                "fact": question.fact,
                "ask": question.ask,
                "options": [{"answer": option.answer, "label": option.label} for option in question.options],
            }
            for topic, question in missing
        ]
    }


def paths_record(paths: Iterable[DecisionPath], policy: Policy) -> JsonObject:
    """Return the paths of a tree."""
    return {
        "paths": [
            {
                "path": path_record(path.steps),
                "outcome": path.outcome.id,
                "verdict": path.verdict,
                "allowed": path.outcome.allowed,
                "cites": cites_record(path.outcome.cites, policy),
            }
            for path in paths
        ]
    }


def districts_record(
    districts: Iterable[District], counts: Mapping[DistrictSlug, Counts], count_paths: Callable[[Tree], int]
) -> JsonObject:
    """Return what there is in some districts.

    Args:
        districts: the districts.
        counts: how much there is in each of them.
        count_paths: counts the paths of a tree.
    """
    return {
        "districts": [
            {
                "district": district.slug,
                "name": district.policy.district_name,
                "policy": district.policy.number,
                "counts": _counts_record(counts[district.slug]),
                "topics": [_tree_record(tree, district, count_paths(tree)) for tree in district.trees.values()],
            }
            for district in districts
        ]
    }


def _counts_record(counts: Counts) -> JsonObject:
    return {
        "clauses": counts.clauses,
        "cited": counts.cited,
        "set_aside": counts.set_aside,
        "trees": counts.trees,
        "silent": counts.silent,
        "questions": counts.questions,
        "paths": counts.paths,
        "verdicts": {verdict.value: number for verdict, number in counts.verdicts.items()},
    }


def _tree_record(tree: SoundTree, district: District, paths: int) -> JsonObject:
    topic = district.topics.find(tree.topic)
    return {
        "topic": tree.topic,
        "title": tree.title,
        "group": topic.group if topic else "",
        "questions": len(tree.questions),
        "paths": paths,
        "verdicts": [verdict for verdict in Verdict if any(verdict in _verdicts(o) for o in tree.outcomes.values())],
    }


def _verdicts(outcome: Outcome) -> frozenset[Verdict]:
    """Return the verdicts that an outcome can have, whatever was answered on the way."""
    if not outcome.conditions:
        return frozenset({outcome.verdict})
    always = any(not condition.unless for condition in outcome.conditions)
    return frozenset({Verdict.ALLOW_WITH_CONDITIONS} if always else {Verdict.ALLOW, Verdict.ALLOW_WITH_CONDITIONS})


def findings_record(findings: Sequence[Finding]) -> JsonObject:
    """Return findings, the first of them where there are more than a program can use."""
    return {
        "findings": [
            {
                "check": finding.check,
                "severity": finding.severity,
                "file": finding.file,
                "line": finding.position.line,
                "column": finding.position.column,
                "message": finding.message[:MOST_CHARACTERS],
            }
            for finding in findings[:MOST_FINDINGS]
        ],
        "more": max(0, len(findings) - MOST_FINDINGS),
    }


def tree_record(tree: Tree) -> JsonObject:
    """Return a tree as a graph of questions, outcomes and options."""
    return {
        "topic": tree.topic,
        "start": tree.start,
        "questions": [{"question": q.id, "fact": q.fact, "ask": q.ask} for q in tree.questions.values()],
        "outcomes": [
            {"outcome": outcome.id, "verdict": outcome.verdict, "because": outcome.because}
            for outcome in tree.outcomes.values()
        ],
        "options": [
            {"question": question.id, "answer": option.answer, "label": option.label, "then": option.then}
            for question, option in tree.edges()
        ],
    }


def policy_record(policy: Policy, cited_by: Mapping[Locator, Sequence[Citation]]) -> JsonObject:
    """Return a policy with its register, and who cites each clause."""
    return {
        "district": policy.district,
        "name": policy.district_name,
        "policy": policy.number,
        "title": policy.title,
        "adopted": policy.adopted,
        "revised": list(policy.revised),
        "note": policy.note,
        "clauses": [
            {
                "clause": clause.id,
                "kind": clause.kind,
                "gist": clause.gist,
                "sets_aside": clause.sets_aside,
                "cited_by": [citation_record(citation) for citation in cited_by.get(clause.id, ())],
            }
            for clause in policy.clauses
        ],
    }


def citation_record(citation: Citation) -> JsonObject:
    """Return one citation of a clause, with its place."""
    return {
        "topic": citation.topic,
        "kind": citation.kind.value,
        "id": citation.id,
        "file": citation.file,
        "line": citation.position.line,
        "column": citation.position.column,
    }
