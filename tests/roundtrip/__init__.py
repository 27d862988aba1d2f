"""Requests of generated clients, read back by code that knows nothing of them."""
