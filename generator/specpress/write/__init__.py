"""The only place that changes the disk: what to do is planned, then done or undone."""

from specpress.write.plan import MANIFEST, Plan, digest, make_plan
from specpress.write.swap import cant_write, carry_out, write_file

__all__ = [
    "MANIFEST",
    "Plan",
    "cant_write",
    "carry_out",
    "digest",
    "make_plan",
    "write_file",
]
