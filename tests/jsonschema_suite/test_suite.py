"""Clients accept and refuse what the JSON Schema Test Suite accepts and refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.jsonschema_suite.client import Client
from tests.jsonschema_suite.suite import Group, groups
