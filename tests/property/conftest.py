"""How property tests run: fewer and slower examples than hypothesis likes."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

settings.register_profile(
    "specpress",
    max_examples=40,
    deadline=None,  # machines differ
    suppress_health_check=[HealthCheck.too_slow],
    derandomize=True,  # the same examples everywhere
)
settings.load_profile("specpress")
