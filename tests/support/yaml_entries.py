"""Entries that people keep in YAML for the tests, read as strictly as the trees are."""

from pathlib import Path

from advisor.loading.yaml_text import Value, read_yaml


def entries(file: Path, key: str) -> list[dict[str, Value]]:
    """Return the mappings listed under a file's key."""
    document = read_yaml(file.read_bytes(), file.name)
    assert document.findings == (), document.findings
    return [mapping(each) for each in listed(mapping(document.value)[key])]


def mapping(written: Value | None) -> dict[str, Value]:
    """Return what must be a mapping."""
    assert isinstance(written, dict)
    return written


def listed(written: Value) -> list[Value]:
    """Return what must be a list."""
    assert isinstance(written, list)
    return written
