"""Advisor: guided decisions on school social media policies, with citations."""

__version__ = "0.1.0"
