"""Text to domain: the only place that knows YAML and reads trees."""

from typing import Final

POLICY_FILE: Final = "policy.yaml"
"""The file of a district's register."""

TOPICS_FILE: Final = "topics.yaml"
"""The file that says what can be asked."""
