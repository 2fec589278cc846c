"""A checklist as JSON, in the shape that ``docs/schemas/checklist.schema.json`` describes.

A key is never renamed or dropped.
"""

from typing import Final

from advisor.domain.policy import Policy
from advisor.domain.tree import Condition
from advisor.render.checklist.model import CheckedFact, CheckedTopic, Checklist, Ground, Way
from advisor.render.decision_record import find_out_record, remedy_record
from advisor.render.json_records import JsonObject, cites_record, condition_record, json_text
from advisor.render.wording import dated, policy_line

ENDINGS: Final = ("json",)

SCHEMA: Final = 1
"""The number of the shape; another one would mean something else by the same key."""


def written(checklist: Checklist) -> str:
    """Return a checklist as JSON."""
    return json_text(record(checklist))


def record(checklist: Checklist) -> JsonObject:
    """Return a checklist as a JSON object."""
    policy = checklist.policy
    return {
        "schema": SCHEMA,
        "titles": list(checklist.titles),
        "topics": [_topic(topic, policy) for topic in checklist.topics],
        "policy": policy_line(policy),
        "district": policy.district,
        "number": policy.number,
        "dated": dated(policy),
        "date": checklist.date,
        "verdict": checklist.verdict,
        "headline": checklist.headline,
        "reason": checklist.reason,
        "ways": [_way(way, checklist) for way in checklist.ways],
        "more": checklist.more,
        "changes": None if checklist.changes is None else [remedy_record(each, policy) for each in checklist.changes],
        "find_out": find_out_record(checklist.find_out, policy),
        "questions_left": checklist.questions_left,
        "note": checklist.note,
    }


def _topic(topic: CheckedTopic, policy: Policy) -> JsonObject:
    return {
        "topic": topic.topic,
        "title": topic.title,
        "headline": topic.headline,
        "ground": _ground(topic.ground, policy) if topic.ground else None,
        "digest": topic.digest,
    }


def _way(way: Way, checklist: Checklist) -> JsonObject:
    policy = checklist.policy
    return {
        "facts": [_fact(fact, policy) for fact in way.facts],
        "conditions": [_condition(each, checklist) for each in way.conditions],
        "grounds": [_ground(ground, policy) for ground in way.grounds],
        "ask": [{"person": each.person, "about": list(each.about)} for each in way.referrals],
        "readings": [
            {"says": each.says, "verdict": each.verdict, "cites": cites_record(each.cites, policy)}
            for each in way.readings
        ],
        "headline": way.headline,
        "reason": way.reason,
    }


def _ground(ground: Ground, policy: Policy) -> JsonObject:
    return {
        "because": ground.because,
        "cites": cites_record(ground.cites, policy),
        "near": cites_record(ground.near, policy),
    }


def _fact(fact: CheckedFact, policy: Policy) -> JsonObject:
    return {
        "fact": fact.fact,
        "ask": fact.ask,
        "answer": fact.answer,
        "label": fact.label,
        "known": fact.known,
        "how": fact.how,
        "ask_whom": fact.ask_whom,
        "cites": cites_record(fact.cites, policy),
    }


def _condition(condition: Condition, checklist: Checklist) -> JsonObject:
    return {**condition_record(condition, checklist.policy), "ticked": condition.duty in checklist.ticked}
