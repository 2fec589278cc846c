"""What there is: the districts with their topics, and the clauses of a policy."""

from collections.abc import Iterable, Mapping, Sequence

from advisor.domain.counts import Counts
from advisor.domain.district import District
from advisor.domain.policy import DistrictSlug, Locator, Policy, TopicSlug
from advisor.domain.register import Citation
from advisor.render.layout import wrapped
from advisor.render.wording import counted, policy_line

CitedBy = Mapping[Locator, Sequence[Citation]]
"""Who cites each clause."""


def catalog(districts: Iterable[District], counts: Mapping[DistrictSlug, Counts], width: int = 80) -> str:
    """Return each district with its policy, its topics by the names that commands take, and how much there is."""
    lines: list[str] = []
    for district in districts:
        lines += wrapped(f"{district.slug}: {policy_line(district.policy)}", width, "", "  ")
        lines += wrapped(amounts(counts[district.slug]), width, "  ", "    ")
        for tree in district.trees.values():
            lines += wrapped(f"{tree.topic}: {tree.title}", width, "  ", "    ")
    return "".join(f"{line}\n" for line in lines)


def amounts(counts: Counts) -> str:
    """Return how much there is of everything in a district, in one line."""
    parts = [counted(counts.trees, "tree"), counted(counts.questions, "question"), counted(counts.paths, "path")]
    mix = ", ".join(f"{number} {verdict}" for verdict, number in counts.verdicts.items())
    silent = f"; silent on {counted(counts.silent, 'topic')}" if counts.silent else ""
    clauses = f"{counted(counts.clauses, 'clause')}, {counts.cited} cited, {counts.set_aside} set aside"
    return f"{', '.join(parts)}{f' ({mix})' if mix else ''}{silent}; {clauses}"


def register(policy: Policy, cited_by: CitedBy, width: int = 80) -> str:
    """Return the clauses of a policy in the order of its text, each in our own words, with who cites it."""
    lines = wrapped(policy_line(policy), width, "", "  ")
    if policy.note:
        lines += wrapped(policy.note, width)
    for clause in policy.clauses:
        lines += wrapped(f"{clause.id} ({clause.kind}): {clause.gist}", width, "  ", "    ")
        if clause.sets_aside:
            lines += wrapped(f"set aside: {clause.sets_aside}", width, "    ", "      ")
        for topic, ids in citing(cited_by.get(clause.id, ())).items():
            lines += wrapped(f"cited by {topic}: {', '.join(ids)}", width, "    ", "      ")
    return "".join(f"{line}\n" for line in lines)


def citing(citations: Iterable[Citation]) -> Mapping[TopicSlug, tuple[str, ...]]:
    """Return the questions and outcomes that cite, each once, by topic."""
    by_topic: dict[TopicSlug, dict[str, None]] = {}
    for citation in citations:
        by_topic.setdefault(citation.topic, {})[citation.id or citation.kind.value] = None
    return {topic: tuple(ids) for topic, ids in by_topic.items()}
