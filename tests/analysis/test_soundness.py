"""Soundness: all findings in one run, in order, without those that an author accepted."""

from dataclasses import fields, replace

from advisor.analysis.soundness import findings, sound_tree
from advisor.domain.district import DistrictDraft
from advisor.domain.finding import Place, Position, Severity, Source
from advisor.domain.tree import Accepted, Answer, Example, Fact, NodeId, Tree
from tests.analysis.drafts import as_written, asking, consent_tree, draft_of
from tests.support.trees import tiny_tree

EXAMPLES = (
    Example("Signed.", {Fact("consent"): Answer("yes")}, NodeId("fine")),
    Example("Not signed.", {Fact("consent"): Answer("no")}, NodeId("wait")),
)


def sound() -> Tree:
    return replace(consent_tree(), examples=EXAMPLES)


def untested(*accepted: Accepted) -> Tree:
    """A tree whose outcome *wait*, and the way to it, stand in no example."""
    return replace(sound(), examples=EXAMPLES[:1], accepted=accepted)


def accept(check: str, at: str) -> Accepted:
    return Accepted(check, at, "Known.")


def found(draft: DistrictDraft) -> list[tuple[str, str]]:
    return [(finding.file, finding.check) for finding in findings(draft)]


def test_a_sound_district_has_no_findings() -> None:
    assert findings(draft_of(sound())) == ()


def test_findings_come_by_file_and_then_by_position() -> None:
    draft = draft_of(untested(), replace(untested(), topic=consent_tree("accounts").topic))
    places: dict[Place, Position] = {
        ("outcomes", "wait"): Position(9, 3),
        ("questions", "consent", "options", "no"): Position(4, 5),
    }
    trees = tuple(replace(each, source=Source(each.source.file, (), values=places)) for each in draft.trees)
    assert [(f.file, f.position.line, f.check) for f in findings(replace(draft, trees=trees))] == [
        ("accounts.yaml", 4, "untested-option"),
        ("accounts.yaml", 9, "outcome-without-example"),
        ("student-images.yaml", 4, "untested-option"),
        ("student-images.yaml", 9, "outcome-without-example"),
    ]


def test_a_finding_quotes_the_line_it_points_at() -> None:
    draft = draft_of(replace(sound(), start=NodeId("nowhere")))
    source = Source("student-images.yaml", ("schema: 1", "start: nowhere"), values={("start",): Position(2, 8)})
    (finding,) = findings(replace(draft, trees=(replace(draft.trees[0], source=source),)))
    assert (finding.check, finding.severity, finding.position) == ("unknown-target", Severity.ERROR, Position(2, 8))
    assert finding.quote == "start: nowhere"


def test_a_tree_of_broken_shape_is_kept_from_the_checks_of_paths_alone() -> None:
    broken = as_written({"consent": {"yes": "consent", "no": "wait"}}, {"wait": "deny"})
    assert found(draft_of(broken)) == [("student-images.yaml", "cycle")]
    other = replace(untested(), topic=consent_tree("accounts").topic)
    assert found(draft_of(asking(broken, consent="form"), other)) == [
        ("accounts.yaml", "outcome-without-example"),
        ("accounts.yaml", "untested-option"),
        ("student-images.yaml", "cycle"),
    ]


def test_an_ignore_accepts_the_warnings_of_one_check_at_one_place() -> None:
    assert found(draft_of(untested(accept("outcome-without-example", "wait")))) == [
        ("student-images.yaml", "untested-option")
    ]


def test_an_ignore_at_the_topic_accepts_the_warnings_of_one_check_in_the_whole_tree() -> None:
    accepted = (accept("untested-option", "student-images"), accept("outcome-without-example", "student-images"))
    assert findings(draft_of(untested(*accepted))) == ()


def test_an_ignore_accepts_nothing_of_another_check() -> None:
    assert found(draft_of(untested(accept("untested-option", "student-images")))) == [
        ("student-images.yaml", "outcome-without-example")
    ]


def test_an_ignore_does_not_reach_into_another_file() -> None:
    accepted = (accept("untested-option", "consent"), accept("outcome-without-example", "wait"))
    other = replace(untested(), topic=consent_tree("accounts").topic)
    assert {file for file, _ in found(draft_of(untested(*accepted), other))} == {"accounts.yaml"}


def test_an_ignore_that_accepts_nothing_is_a_warning() -> None:
    (finding,) = findings(draft_of(replace(sound(), accepted=(accept("untested-option", "consent"),))))
    assert (finding.check, finding.severity) == ("unused-ignore", Severity.WARNING)


def test_an_error_is_reported_in_spite_of_an_ignore() -> None:
    tree = replace(sound(), start=NodeId("nowhere"), accepted=(accept("unknown-target", "student-images"),))
    assert {check for _, check in found(draft_of(tree))} == {"unknown-target", "ignored-error"}


def test_the_check_on_unused_ignores_cannot_be_silenced() -> None:
    accepted = (accept("unused-ignore", "student-images"), accept("lone-option", "consent"))
    tree = replace(sound(), accepted=accepted)
    assert {check for _, check in found(draft_of(tree))} == {"unused-ignore", "ignored-error"}


def test_an_unknown_check_is_an_error() -> None:
    (finding,) = findings(draft_of(replace(sound(), accepted=(accept("untested-opton", "consent"),))))
    assert (finding.check, finding.severity) == ("unknown-check", Severity.ERROR)
    assert "untested-option" in finding.message


def test_a_sound_tree_is_the_tree_with_its_order() -> None:
    tree = as_written({"b": {"yes": "end", "no": "end"}, "a": {"yes": "b", "no": "end"}}, {"end": "deny"}, start="a")
    tree = replace(tree, examples=EXAMPLES, accepted=(accept("lone-option", "a"),))
    made = sound_tree(tree)
    assert made.order == ("a", "b")
    assert all(getattr(made, field.name) == getattr(tree, field.name) for field in fields(Tree))


# Mutations: whatever is changed in a tree that is tested by its examples, something notices.

SCHOOL = tiny_tree(
    {
        "public": {"yes": "fine", "no": "consent"},
        "consent": {"yes": "fine", "some": "own", "no": "own"},
        "own": {"yes": "sign", "no": "wait"},
    },
    {"fine": "allow", "sign": "silent", "wait": "deny"},
)


def school() -> Tree:
    cases = [
        ({"public": "yes"}, "fine"),
        ({"public": "no", "consent": "yes"}, "fine"),
        ({"public": "no", "consent": "some", "own": "yes"}, "sign"),
        ({"public": "no", "consent": "no", "own": "no"}, "wait"),
    ]
    examples = [
        Example("A case.", {Fact(f): Answer(a) for f, a in answers.items()}, NodeId(end)) for answers, end in cases
    ]
    return replace(SCHOOL, examples=tuple(examples))


def test_the_tree_to_mutate_is_sound() -> None:
    assert findings(draft_of(school())) == ()


def test_a_dropped_option_is_found() -> None:
    for question, option in school().edges():
        left = tuple(each for each in question.options if each != option)
        questions = {**school().questions, question.id: replace(question, options=left)}
        assert findings(draft_of(replace(school(), questions=questions))), (question.id, option.answer)


def test_a_retargeted_option_is_found() -> None:
    tree = school()
    for question, option in tree.edges():
        for then in {*tree.questions, *tree.outcomes} - {option.then}:
            options = tuple(replace(each, then=then) if each == option else each for each in question.options)
            questions = {**tree.questions, question.id: replace(question, options=options)}
            assert findings(draft_of(replace(tree, questions=questions))), (question.id, option.answer, then)


def test_a_deleted_outcome_or_question_is_found() -> None:
    tree = school()
    for gone in (*tree.questions, *tree.outcomes):
        questions = {id_: question for id_, question in tree.questions.items() if id_ != gone}
        outcomes = {id_: outcome for id_, outcome in tree.outcomes.items() if id_ != gone}
        assert findings(draft_of(replace(tree, questions=questions, outcomes=outcomes))), gone
