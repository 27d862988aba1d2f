"""The Python target: from the IR to the text of a client package."""
