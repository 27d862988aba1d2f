"""Scenarios that others wrote, driven through clients of their descriptions."""
