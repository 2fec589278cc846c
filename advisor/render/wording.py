"""The words that all texts share, so that one thing is called the same on a transcript, a checklist and an outline."""

from collections.abc import Iterable, Mapping
from typing import Final

from advisor.domain.counts import shown_count
from advisor.domain.decision import Decision
from advisor.domain.policy import Locator, Policy
from advisor.domain.remedy import Remedy
from advisor.domain.tree import UNSURE, Answer, Due, Duty, Fact, Question, Reading
from advisor.domain.verdict import Headline, Verdict

NOT_SURE: Final = "Not sure"
"""The label of the answer that every question takes."""

DUE: Final = {Due.BEFORE: "Before", Due.POSTING: "When posting", Due.AFTER: "Afterwards", Due.YEARLY: "Every year"}
"""When a condition is to be met, as a heading."""

READS: Final = {
    Verdict.ALLOW: "yes",
    Verdict.ALLOW_WITH_CONDITIONS: "yes, if",
    Verdict.DENY: "no",
    Verdict.SILENT: "the policy does not say",
    Verdict.DEPENDS: "it depends",
}
"""What a careful reader takes a policy to say."""

MOST_REMEDIES: Final = 6
"""How many remedies are shown; of more, nobody reads the last."""

INTENTS: Final = {"post": "Post something", "account": "Set up or run an account", "people": "Connect with someone"}
"""What a person would do, by the group of the topics that are about it."""

GROUPS: Final = {"post": "Post", "when": "When", "account": "Account", "people": "People", "always": "Always"}
"""The groups of topics, as headings."""


def label(question: Question, answer: Answer) -> str:
    """Return what a person reads for an answer."""
    if answer == UNSURE:
        return NOT_SURE
    option = question.option(answer)
    return option.label if option else answer


def answered(ask: str, said: str) -> str:
    """Return a question, or what may hold, with the answer to it.

    >>> answered("Is it?", "Yes"), answered("It is", "Yes")
    ('Is it? Yes', 'It is: Yes')
    """
    return f"{ask}{'' if ask.endswith(('?', '.')) else ':'} {said}"


def asked(decision: Decision) -> tuple[tuple[Question, Answer], ...]:
    """Return what was asked and answered, each fact once, in the order of the topics and their trails."""
    by_fact: dict[Fact, tuple[Question, Answer]] = {}
    for topic in decision.topics:
        for step in topic.path.steps:
            by_fact.setdefault(step.fact, (topic.tree.questions[step.question], step.answer))
    return tuple(by_fact.values())


def headline_words(headline: Headline) -> str:
    """Return the headline's word and its symbol."""
    return f"{headline.value} {headline.symbol}"


def ways_words(ways: Mapping[Headline, int], topics: int = 1) -> str:
    """Return in a sentence how many ways remain to each headline; empty where none does.

    Args:
        ways: the ways through one topic.
        topics: how many topics the consultation is about; with several, it says that it counts only one.
    """
    said: list[str] = []
    for each, count in ways.items():
        thing = "" if said else "way " if count == 1 else "ways "
        said.append(f"{shown_count(count)} {thing}to {each.value}")
    here = "From here" if topics == 1 else "From here, in this topic"
    return f"{here}: {' · '.join(said)}" if said else ""


def ways_tally(ways: Mapping[Headline, int], topics: int = 1) -> str:
    """Return the same as `ways_words` in few words."""
    said = [f"{shown_count(count)} {each.value}" for each, count in ways.items()]
    here = "Ways left" if topics == 1 else "Ways left in this topic"
    return f"{here}: {' · '.join(said)}" if said else ""


def bracketed(cites: Iterable[Locator]) -> str:
    """Return locators as they stand behind a text; empty where there are none."""
    listed = ", ".join(cites)
    return f"[{listed}]" if listed else ""


def duty_words(duty: Duty) -> str:
    """Return what is to be done, who does it, and the clauses that say so."""
    return f"{duty.do.removesuffix('.')} ({duty.who}) {bracketed(duty.cites)}".rstrip()


def due_words(duty: Duty) -> str:
    """Return when something is to be done, and what."""
    return f"{DUE[duty.due]}: {duty_words(duty)}"


def reading_words(reading: Reading) -> str:
    """Return how a careful reader understands the policy, and on what clauses."""
    return f"{reading.says} → {READS[reading.verdict]} {bracketed(reading.cites)}".rstrip()


def remedy_steps(remedy: Remedy) -> list[str]:
    """Return what a remedy changes, and what must prove true for it."""
    steps = [each.how if each.was else f"{each.how} ({_said(each.question, each.answer)})" for each in remedy.changes]
    return steps + [f"Provided that: {_said(each.question, each.answer)}" for each in remedy.provisos]


def _said(question: Question, answer: Answer) -> str:
    return answered(question.ask, f"“{label(question, answer)}”")


def parted_words(question: Question, answer: Answer) -> str:
    """Return what was asked, and what the person said, where a way to an allow was left."""
    return f"{question.ask} You answered “{label(question, answer)}”."


def no_change(topics: int) -> str:
    """Return that nothing would make an allow of it.

    Args:
        topics: how many topics it is about.
    """
    trees = "this tree knows" if topics == 1 else "these trees know"
    return f"No change {trees} of would allow it."


def policy_line(policy: Policy) -> str:
    """Return whose policy it is, its number and the date of the text in force."""
    return f"{policy.district_name}, policy {policy.number}: {policy.title} ({dated(policy)})"


def dated(policy: Policy) -> str:
    """Return when the text in force was decided."""
    if policy.revised:
        return f"revised {policy.in_force}"
    return f"adopted {policy.in_force}" if policy.in_force else "the text bears no date"


def counted(number: int, thing: str) -> str:
    """Return a number with its thing, in the plural where needed.

    >>> counted(1, "answer"), counted(2, "answer")
    ('1 answer', '2 answers')
    """
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
