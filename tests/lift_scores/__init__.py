"""Scores of real documentation pages: ``python -m lift_scores.run``."""
