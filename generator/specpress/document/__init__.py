"""The OpenAPI document: references, upgrades and checks."""
