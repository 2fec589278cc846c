"""What is printed when answers are missing: what to answer, and the command to continue with."""

import shlex
from collections.abc import Mapping, Sequence

from advisor.cli.consulting import Case
from advisor.cli.exit_codes import ExitCode
from advisor.cli.options import named_trees
from advisor.cli.streams import complain, narrate, write_json
from advisor.domain.consultation import Consultation
from advisor.domain.tree import Answer, Fact, Question
from advisor.plain_text import visible
from advisor.render.json_records import missing_record
from advisor.render.wording import counted


def report_missing(named: Case, consultation: Consultation, command: Sequence[str], *, as_json: bool) -> ExitCode:
    """Name the answers that a decision still needs.

    Args:
        named: what the person named.
        consultation: how far it led.
        command: the command and its options, to continue with.
        as_json: whether to print them as JSON, too.
    """
    missing = [(walk.tree, question) for walk, question in consultation.open]
    if as_json:
        write_json(missing_record((tree.topic, question) for tree, question in missing))
    questions = [question for _, question in missing]
    if not questions:
        complain(f"no topic is about this; ask {named.district.ask_whom}")
        return ExitCode.MISSING
    complain(f"{counted(len(missing), 'answer')} missing")
    for question in questions:
        _describe(question)
    narrate("Continue with:")
    for option in questions[0].options:
        narrate(f"  {_command_line(named, command, questions[0].fact, option.answer)}")
    return ExitCode.MISSING


def again(command: str, options: Mapping[str, str | bool | None]) -> list[str]:
    """Return a command with its options as they were given.

    >>> again("decide", {"--keep": True, "--note": "Friday", "--json": False})
    ['decide', '--keep', '--note', 'Friday']
    """
    given = {name: value for name, value in options.items() if value not in (None, False)}
    return [command, *(word for name, value in given.items() for word in _words(name, value))]


def _words(name: str, value: str | bool | None) -> list[str]:
    return [name] if value is True else [name, str(value)]


def _describe(question: Question) -> None:
    narrate(visible(f"  {question.fact}: {question.ask}"))
    for option in question.options:
        narrate(visible(f"    {option.answer}: {option.label}"))
    if question.ask_whom:
        narrate(visible(f"    Not sure? Ask {question.ask_whom}."))


def _command_line(named: Case, command: Sequence[str], fact: Fact, answer: Answer) -> str:
    trees = named_trees()
    answers = {known: given for known, given in named.answers.items() if known != fact}
    words = [
        "advisor",
        *command,
        *(["--trees", str(trees)] if trees else []),
        named.district.slug,
        *(tree.topic for tree in named.trees),
        *(f"{known}={given}" for known, given in {**answers, fact: answer}.items()),
    ]
    return visible(shlex.join(words))
