"""Text to domain: the only place that knows YAML and reads trees."""
