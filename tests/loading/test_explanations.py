"""What the reader finds is explained, and the examples are true."""

import textwrap

import pytest

from advisor.domain.finding import Severity
from advisor.loading.breaches import GRAMMAR
from advisor.loading.explanations import EXPLANATIONS
from advisor.loading.scan import NOT_PLAIN_YAML
from advisor.loading.yaml_text import RETYPED, UNREADABLE, read_yaml


def example(slug: str, kind: str) -> bytes:
    after = EXPLANATIONS[slug].partition(f"{kind}:\n\n")[2]
    return textwrap.dedent(after.partition("\n\n")[0]).encode()


def test_every_finding_of_the_reader_is_explained() -> None:
    assert set(EXPLANATIONS) == {UNREADABLE, NOT_PLAIN_YAML, GRAMMAR, RETYPED}


@pytest.mark.parametrize(("slug", "severity"), [(NOT_PLAIN_YAML, Severity.ERROR), (RETYPED, Severity.WARNING)])
def test_the_bad_example_is_found_and_the_good_one_is_not(slug: str, severity: Severity) -> None:
    assert [(f.check, f.severity) for f in read_yaml(example(slug, "Bad"), "a.yaml").findings] == [(slug, severity)]
    assert read_yaml(example(slug, "Good"), "a.yaml").findings == ()
