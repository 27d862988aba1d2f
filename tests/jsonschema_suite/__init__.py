"""The JSON Schema Test Suite, run against clients made of its schemas."""
