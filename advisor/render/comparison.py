"""A comparison, as plain text and as a record: what each district says and why, then the facts on which they part."""

from collections.abc import Iterator

from advisor.domain.comparison import Compared, Comparison
from advisor.domain.decision import Decision
from advisor.domain.tree import Fact, questions_by_fact
from advisor.render.json_records import JsonObject, cites_record, condition_record
from advisor.render.layout import wrapped
from advisor.render.wording import bracketed, headline_words


def compared(comparison: Comparison, width: int = 80) -> str:
    """Return a comparison as text, wrapped at a width."""
    blocks = [_row(row, width) for row in comparison.rows]
    blocks.append(list(_parting(comparison, width)))
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _row(row: Compared, width: int) -> list[str]:
    policy = row.district.policy
    return [*wrapped(f"{policy.district_name}, policy {policy.number}", width), *_said(row, width)]


def _said(row: Compared, width: int) -> Iterator[str]:
    if row.decision is None:
        yield from wrapped("It asks more:", width, "  ")
        for question in row.missing:
            answers = ", ".join(option.answer for option in question.options)
            yield from wrapped(f"{question.fact} ({answers}): {question.ask}", width, "    ", "      ")
        return
    yield from wrapped(_verdict(row.decision), width, "  ")
    yield from wrapped(row.decision.because, width, "  ")
    if row.turns_on:
        yield from wrapped(f"Turns on: {', '.join(row.turns_on)}", width, "  ", "    ")


def _verdict(decision: Decision) -> str:
    near = bracketed(decision.near)
    grounds = bracketed(decision.cites) or (near and f"near {near}")
    return f"{headline_words(decision.headline)} {decision.verdict} {grounds}".rstrip()


def _parting(comparison: Comparison, width: int) -> Iterator[str]:
    decided = sum(row.decision is not None for row in comparison.rows)
    if comparison.agree:
        yield from wrapped(f"All that decided say the same ({decided} of {len(comparison.rows)}).", width)
        return
    yield from wrapped("They part on:", width)
    for fact, rows in comparison.parts_on.items():
        yield from wrapped(_turned(comparison, fact, rows), width, "  ", "    ")


def _turned(comparison: Comparison, fact: Fact, rows: tuple[Compared, ...]) -> str:
    turning = ", ".join(row.district.slug for row in rows)
    asks_not = ", ".join(
        row.district.slug for row in comparison.rows if fact not in questions_by_fact(row.consultation.trees)
    )
    return f"{fact}: it turns the verdict in {turning}" + (f"; not asked in {asks_not}" if asks_not else "")


def comparison_record(comparison: Comparison) -> JsonObject:
    """Return what several districts make of the same facts; a district that asks more has no verdict."""
    return {
        "agree": comparison.agree,
        "districts": [_compared_record(row) for row in comparison.rows],
        "parts_on": [
            {"fact": fact, "districts": [row.district.slug for row in rows]}
            for fact, rows in comparison.parts_on.items()
        ],
    }


def _compared_record(row: Compared) -> JsonObject:
    decision, policy = row.decision, row.district.policy
    return {
        "district": row.district.slug,
        "policy": policy.number,
        "verdict": decision.verdict if decision else None,
        "allowed": decision.allowed if decision else None,
        "because": decision.because if decision else "",
        "cites": cites_record(decision.cites if decision else (), policy),
        "conditions": [condition_record(each, policy) for each in decision.conditions] if decision else [],
        "turns_on": list(row.turns_on),
        "missing": [question.fact for question in row.missing],
    }
