"""Example values of IR types: samples, boundary values and violations."""

from specpress.emit.samples.adapt import adapted
from specpress.emit.samples.boundaries import boundaries
from specpress.emit.samples.check import Types, accepts, failures
from specpress.emit.samples.make import NoSample, Sampler, types_of
from specpress.emit.samples.unions import choices, is_sure, member_of
from specpress.emit.samples.violations import Violation, violations

__all__ = [
    "NoSample",
    "Sampler",
    "Types",
    "Violation",
    "accepts",
    "adapted",
    "boundaries",
    "choices",
    "failures",
    "is_sure",
    "member_of",
    "types_of",
    "violations",
]
