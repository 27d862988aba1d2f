"""What is wrong with the input: codes, severities and reports."""

from specpress.diagnostics.model import Code, Diagnostic, Report, Severity

__all__ = ["Code", "Diagnostic", "Report", "Severity"]
