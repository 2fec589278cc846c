"""What there is: the districts with their topics, and the clauses of a policy."""

from collections.abc import Iterable

from advisor.domain.district import District
from advisor.domain.policy import Policy
from advisor.render.layout import wrapped
from advisor.render.wording import policy_line


def catalog(districts: Iterable[District], width: int = 80) -> str:
    """Return each district with its policy and its topics, by the names that commands take."""
    lines: list[str] = []
    for district in districts:
        lines += wrapped(f"{district.slug}: {policy_line(district.policy)}", width, "", "  ")
        for tree in district.trees.values():
            lines += wrapped(f"{tree.topic}: {tree.title}", width, "  ", "    ")
    return "".join(f"{line}\n" for line in lines)


def register(policy: Policy, width: int = 80) -> str:
    """Return the clauses of a policy in the order of its text, each in our own words."""
    lines = wrapped(policy_line(policy), width, "", "  ")
    if policy.note:
        lines += wrapped(policy.note, width)
    for clause in policy.clauses:
        lines += wrapped(f"{clause.id} ({clause.kind}): {clause.gist}", width, "  ", "    ")
        if clause.sets_aside:
            lines += wrapped(f"set aside: {clause.sets_aside}", width, "    ", "      ")
    return "".join(f"{line}\n" for line in lines)
