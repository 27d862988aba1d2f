"""The corpus runner: every real description in, and a table of what came out."""
