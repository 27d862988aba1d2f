"""The version of specpress, kept apart so that reading it imports nothing."""

VERSION = "0.1.0"
