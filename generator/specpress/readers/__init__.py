"""Readers of text: bytes to sources, sources to nodes and elements."""
