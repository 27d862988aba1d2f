"""The package's logger, and a filter that keeps keys out of the HTTP library's."""

from __future__ import annotations

import logging

from .redact import hide_query

LOGGER = logging.getLogger(__name__.removesuffix("._runtime.log"))


class KeyFilter(logging.Filter):
    """Hides the values of the query parameters *names* in what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.names: set[str] = set()

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, its URLs redacted."""
        if isinstance(record.args, tuple):
            record.args = tuple(
                hide_query(str(arg), self.names) if "?" in str(arg) else arg
                for arg in record.args
            )
        return True


_KEYS = KeyFilter()


def keep_out_of_logs(library: str, names: set[str]) -> None:
    """Hide the query parameters *names* in what *library* logs: it logs whole URLs."""
    if names:
        _KEYS.names |= names
        logging.getLogger(library).addFilter(_KEYS)
