"""Measurements, each side by side with what it is compared to in one run. Nothing here is a test."""
