"""Example values of IR types: samples, boundary values and violations."""

from specpress.emit.samples.boundaries import boundaries
from specpress.emit.samples.check import Types, accepts, failures
from specpress.emit.samples.make import NoSample, Sampler, types_of
from specpress.emit.samples.violations import Violation, violations

__all__ = [
    "NoSample",
    "Sampler",
    "Types",
    "Violation",
    "accepts",
    "boundaries",
    "failures",
    "types_of",
    "violations",
]
