"""Records and what became of them, as text and as JSON values. The keys of a record are those of its file."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, assert_never

from advisor.domain.decision import TopicDecision
from advisor.domain.policy import Locator, Policy
from advisor.domain.record import RECORD_SCHEMA, KeptCondition, Record, cites_or_nearest
from advisor.domain.replay import Changed, Difference, Differences, NotReplayable, Replayed, Result, Same, TopicChange
from advisor.domain.tree import Duty
from advisor.render.json_records import JsonObject, cites_record, condition_record, step_record
from advisor.render.layout import wrapped
from advisor.render.wording import bracketed, counted, due_words, headline_words, label

_RESULTS: Final = {Result.SAME: "same", Result.CHANGED: "changed", Result.NOT_REPLAYABLE: "not replayable"}
_UNCHANGED: Final = dict.fromkeys(("added_cites", "removed_cites", "added_conditions", "removed_conditions"), ())


def kept_record(record: Record) -> JsonObject:
    """Return a record as it is written to its file."""
    return {
        "schema": RECORD_SCHEMA,
        "id": record.id,
        "date": record.date,
        "district": record.district,
        "policy": record.policy,
        "revised": record.revised,
        "by_first_facts": record.by_first_facts,
        "trees": {str(topic): digest for topic, digest in record.trees.items()},
        "answers": {str(fact): answer for fact, answer in record.answers.items()},
        "verdict": record.verdict,
        "allowed": record.allowed,
        "headline": record.headline,
        "cites": list(record.cites),
        "conditions": [{**_duty_record(each.duty), "ticked": each.ticked} for each in record.conditions],
        "topics": [
            {
                "topic": each.topic,
                "verdict": each.verdict,
                "allowed": each.allowed,
                "cites": list(each.cites),
                "asked": list(each.asked),
            }
            for each in record.topics
        ],
        "note": record.note,
    }


def _duty_record(duty: Duty) -> JsonObject:
    return {"do": duty.do, "who": duty.who, "when": duty.due, "cites": list(duty.cites)}


def listed_record(name: str, record: Record) -> JsonObject:
    """Return what a list says of a record.

    Args:
        name: how it is found, which a copied or renamed file has of its own.
        record: the record.
    """
    return {
        "name": name,
        "id": record.id,
        "date": record.date,
        "district": record.district,
        "policy": record.policy,
        "topics": [each.topic for each in record.topics],
        "verdict": record.verdict,
        "allowed": record.allowed,
        "headline": record.headline,
        "note": record.note,
    }


def listed_text(name: str, record: Record, width: int = 80) -> str:
    """Return a record in a line or two: how it is found, its verdict, what it is about, and the note."""
    note = " ".join(record.note.split())
    about = ", ".join(each.topic for each in record.topics)
    said = f"{name}: {headline_words(record.headline)} {about}" + (f" — {note}" if note else "")
    return _text(wrapped(said, width, "", "    "))


def record_text(record: Record, width: int = 80, name: str = "") -> str:
    """Return all of a record as text.

    Args:
        record: the record.
        width: the width to wrap at.
        name: how it is found, where that is not its id.
    """
    blocks = [_head(record, width, name), _verdict(record, width), list(_duties(record.conditions, width))]
    blocks.append(["Topics:", *(line for each in _topic_lines(record) for line in wrapped(each, width, "  ", "    "))])
    if record.answers:
        given = (f"{fact}: {answer}" for fact, answer in record.answers.items())
        blocks.append(["Answers:", *(line for each in given for line in wrapped(each, width, "  ", "    "))])
    if record.note:
        blocks.append(["Note:", *_note_lines(record.note, width)])
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _text_of(number: str, revised: str) -> str:
    return f"policy {number}, {f'the text of {revised}' if revised else 'a text without a date'}"


def _head(record: Record, width: int, name: str) -> list[str]:
    named = f"{name}, whose id is {record.id}" if name else record.id
    kept = f"Kept on {record.date} under {record.district}, {_text_of(record.policy, record.revised)}"
    return [*wrapped(named, width), *wrapped(kept, width)]


def _verdict(record: Record, width: int) -> list[str]:
    return wrapped(f"{headline_words(record.headline)} {record.verdict} {bracketed(record.cites)}".rstrip(), width)


def _topic_lines(record: Record) -> Iterator[str]:
    for each in record.topics:
        yield f"{each.topic}: {each.verdict} {bracketed(each.cites)}".rstrip()


def _duties(conditions: Iterable[KeptCondition], width: int) -> Iterator[str]:
    for number, each in enumerate(conditions):
        if number == 0:
            yield "What to do:"
        yield from wrapped(due_words(each.duty), width, "  [x] " if each.ticked else "  [ ] ")


def _note_lines(note: str, width: int) -> Iterator[str]:
    for line in note.expandtabs(4).split("\n"):
        yield from wrapped(line, width, "  ")


def replayed_text(name: str, replayed: Replayed, width: int = 80) -> str:
    """Return what became of a record.

    Args:
        name: how the person named it.
        replayed: what became of it.
        width: the width to wrap at.
    """
    result = f"{name}: {_RESULTS[replayed.result]}"
    match replayed:
        case Same():
            since = [line for each in _since(replayed) for line in wrapped(each, width, "    ")]
            return _text([*wrapped(result, width, "", "    "), *since])
        case NotReplayable():
            return _text(wrapped(f"{result}: {replayed.because}", width, "", "    "))
        case Changed():
            became = wrapped(f"{result}: {_became(replayed)}", width, "", "    ")
            return _text([*became, *_added_and_removed(replayed, width), *_blamed(replayed, width)])
        case _:
            assert_never(replayed)


def replayed_counts(replayed: Iterable[Replayed]) -> Mapping[Result, int]:
    """Return how many records became what."""
    found = Counter(each.result for each in replayed)
    return {result: found[result] for result in Result}


def counts_text(counts: Mapping[Result, int]) -> str:
    """Return how many records became what, in one line."""
    said = ", ".join(f"{number} {_RESULTS[result]}" for result, number in counts.items())
    return f"{counted(sum(counts.values()), 'record')}: {said}"


def counts_record(counts: Mapping[Result, int]) -> JsonObject:
    """Return how many records became what, as JSON values."""
    return {result.value: number for result, number in counts.items()}


def replayed_record(name: str, replayed: Replayed) -> JsonObject:
    """Return what became of a record, as JSON values."""
    record = replayed.record
    shared: JsonObject = {
        "record": name,
        "result": replayed.result,
        "because": replayed.because if isinstance(replayed, NotReplayable) else "",
        "policy": _policies_record(replayed),
        "old": {"verdict": record.verdict, "allowed": record.allowed, "headline": record.headline},
    }
    if not isinstance(replayed, Changed):
        trees = list(replayed.changed_trees) if isinstance(replayed, Same) else []
        return {**shared, "new": None, "differs": [], **_UNCHANGED, "topics": [], "changed_trees": trees}
    decision = replayed.decision
    return {
        **shared,
        "new": {"verdict": decision.verdict, "allowed": decision.allowed, "headline": decision.headline},
        "differs": list(replayed.differences.kinds),
        **_differences_record(replayed.differences, replayed.policy),
        "topics": [_change_record(change, replayed.policy) for change in replayed.topics],
        "changed_trees": list(replayed.changed_trees),
    }


def _policies_record(replayed: Replayed) -> JsonObject:
    """Return the text under which a record was kept, and the one in force, where that is known."""
    then = {"number": replayed.record.policy, "revised": replayed.record.revised}
    if isinstance(replayed, NotReplayable):
        return {"old": then, "new": None}
    return {"old": then, "new": {"number": replayed.policy.number, "revised": replayed.policy.in_force}}


def _differences_record(differences: Differences, policy: Policy) -> JsonObject:
    return {
        "added_cites": cites_record(differences.added_cites, policy),
        "removed_cites": cites_record(differences.removed_cites, policy),
        "added_conditions": [condition_record(each, policy) for each in differences.added_duties],
        "removed_conditions": [condition_record(each, policy) for each in differences.removed_duties],
    }


def _change_record(change: TopicChange, policy: Policy) -> JsonObject:
    return {
        "topic": change.topic,
        "old": change.old.verdict if change.old else None,
        "new": change.new.verdict if change.new else None,
        "cites": cites_record(change.cites, policy),
        "answer": step_record(change.step) if change.step else None,
    }


def _since(same: Same) -> Iterator[str]:
    """Yield what changed since, though it is decided as it was."""
    if same.changed_trees:
        yield f"Trees that changed since, though not for this case: {', '.join(same.changed_trees)}"
    then = _text_of(same.record.policy, same.record.revised)
    in_force = _text_of(same.policy.number, same.policy.in_force)
    if then != in_force:
        yield f"Kept under {then}; in force is {in_force}"


def _became(changed: Changed) -> str:
    """Return the old and the new verdict; where it is the same one, what else differs."""
    old, new = changed.record, changed.decision
    before, after = f"{headline_words(old.headline)} {old.verdict}", f"{headline_words(new.headline)} {new.verdict}"
    if before != after:
        return f"{before} → {after}"
    return f"{after}, other {' and '.join(changed.differences.kinds)}"


def _added_and_removed(changed: Changed, width: int) -> Iterator[str]:
    """Yield the conditions and the clauses that are new, and those that are no longer."""
    found = changed.differences
    if changed.decision.allowed:  # else none of the conditions helps
        for duty in (*found.added_duties, *found.removed_duties):
            said = "new" if duty in found.added_duties else "no longer"
            yield from wrapped(f"{said}: {due_words(duty)}", width, "    ", "      ")
    for cite in _told_cites(changed):
        said = "rests on now" if cite in found.added_cites else "rests no longer on"
        yield from wrapped(f"{said}: {_clause(cite, changed.policy)}", width, "    ", "      ")


def _told_cites(changed: Changed) -> tuple[Locator, ...]:
    """Return the clauses that came or went; where the verdict differs, those of each topic say more."""
    found = changed.differences
    return () if Difference.VERDICT in found.kinds else (*found.added_cites, *found.removed_cites)


def _blamed(changed: Changed, width: int) -> Iterator[str]:
    if not changed.changed_trees and all(change.old and change.new for change in changed.topics):
        because = "No tree decides otherwise than it did: the record was edited, or Advisor itself decides otherwise."
        yield from wrapped(because, width, "    ")
    for change in changed.topics:
        before = change.old.verdict if change.old else "did not apply"
        after = change.new.verdict if change.new else "does not apply"
        became = f"{before} → {after}" if before != after else f"{after}"
        yield from wrapped(f"{change.topic}: {became}", width, "    ", "      ")
        for cite in change.cites:
            if cite not in _told_cites(changed):
                no_longer = "" if change.new is None or _rests_on(change.new, cite) else "rests no longer on: "
                yield from wrapped(f"{no_longer}{_clause(cite, changed.policy)}", width, "      ", "        ")
        if change.new and change.step:
            question = change.new.tree.questions[change.step.question]
            answer = f"{change.step.fact}={change.step.answer}: {question.ask} {label(question, change.step.answer)}"
            yield from wrapped(answer, width, "      ", "        ")


def _rests_on(topic: TopicDecision, cite: Locator) -> bool:
    """Tell whether what a topic says, or one of its conditions, rests on a clause."""
    return cite in cites_or_nearest(topic) or any(cite in each.cites for each in topic.conditions)


def _clause(cite: Locator, policy: Policy) -> str:
    gist = policy.gist(cite) or "not in the register any more"
    return f"{bracketed([cite])} {gist}"


def _text(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)
