"""The shape of a decision that ``--json`` prints. Like those of `json_records`, a key is never renamed or dropped."""

from collections.abc import Iterable

from advisor.domain.applicability import own_steps
from advisor.domain.decision import Decision, TopicDecision
from advisor.domain.district import District
from advisor.domain.policy import Policy
from advisor.domain.remedy import Remedies, Remedy, parting
from advisor.domain.tree import Answer, Fact, Question
from advisor.render.json_records import Json, JsonObject, cites_record, condition_record, path_record, step_record
from advisor.render.wording import label


def decision_record(
    decision: Decision, district: District, unused: Iterable[Fact] = (), remedies: Remedies | None = None
) -> JsonObject:
    """Return a decision.

    Args:
        decision: the decision.
        district: whose rules it applies.
        unused: the facts that were given and not asked.
        remedies: what would change it; none where it is allowed.
    """
    policy = district.policy
    return {
        "district": decision.district,
        "policy": policy.number,
        "verdict": decision.verdict,
        "allowed": decision.allowed,
        "because": decision.because,
        "cites": cites_record(decision.cites, policy),
        "conditions": [condition_record(condition, policy) for condition in decision.conditions],
        "remedy": _remedies_record(remedies.together if remedies else None, policy),
        "find_out": find_out_record(decision.find_out, policy),
        "unused": list(unused),
        "topics": [_topic_record(topic, policy, remedies) for topic in decision.topics],
    }


def _topic_record(topic: TopicDecision, policy: Policy, remedies: Remedies | None) -> JsonObject:
    parted = None if topic.allowed else parting(topic)
    return {
        "topic": topic.topic,
        "verdict": topic.verdict,
        "allowed": topic.allowed,
        "because": topic.because,
        "cites": cites_record(topic.cites, policy),
        "conditions": [condition_record(condition, policy) for condition in topic.conditions],
        "remedy": _remedies_record(remedies.by_topic.get(topic.topic) if remedies else None, policy),
        "find_out": find_out_record(topic.find_out, policy),
        "outcome": None if topic.settled is None else topic.outcome.id,
        "path": path_record(own_steps(topic.path)),
        "parts_at": step_record(parted) if parted else None,
    }


def _remedies_record(remedies: Iterable[Remedy] | None, policy: Policy) -> Json:
    """Return remedies: an empty list where nothing helps, and nothing at all where nothing has to."""
    if remedies is None:
        return None
    return [remedy_record(remedy, policy) for remedy in remedies]


def remedy_record(remedy: Remedy, policy: Policy) -> JsonObject:
    """Return a remedy."""
    return {
        "changes": [{**_answer_record(each.question, each.answer), "how": each.how} for each in remedy.changes],
        "provided": [_answer_record(each.question, each.answer) for each in remedy.provisos],
        "conditions": [condition_record(condition, policy) for condition in remedy.conditions],
        "verdict": remedy.verdict,
    }


def _answer_record(question: Question, answer: Answer) -> JsonObject:
    return {"fact": question.fact, "answer": answer, "label": label(question, answer), "ask": question.ask}


def find_out_record(questions: Iterable[Question], policy: Policy) -> Json:
    """Return what has to be found out, that first whose answers settle most."""
    return [
        {
            "fact": question.fact,
            "ask": question.ask,
            "ask_whom": question.ask_whom,
            "obtain": {str(answer): how for answer, how in question.obtain.items()},
            "cites": cites_record(question.cites, policy),
        }
        for question in questions
    ]
