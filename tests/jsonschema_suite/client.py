"""The models of a client for one schema, made in memory."""

from __future__ import annotations

import json
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, cast

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.emit.packs import find_pack
from specpress.emit.python.model_modules import model_package
from specpress.emit.python.planner import plan_client
from specpress.emit.render import Snippet
from specpress.pipeline import lower_document, read_document
from specpress.store import DictStore

_PACKAGE = "suite_client"
_FILE = "case.json"
_HOME = "#/components/schemas/Case"
_ID = "https://suite.test/case"


class Client:
    """What the client for *schema* accepts as a request and as a response."""

    def __init__(self, schema: object) -> None:
        report, config = Report(), Config(package="cl", output="o", sources=())
        text = json.dumps(_description(schema))
        document = read_document(DictStore({_FILE: text.encode()}), [_FILE], report)
        assert document is not None
        api = lower_document(document, config, report)
        plan = plan_client(api, config, report)
        models = model_package(api, plan).modules
        self.reports = [f"{d.code.id}: {d.message}" for d in report]
        self.source = ""
        if models:
            [module] = models
            template = find_pack().environment().get_template("models.py.j2")
            self.source = template.render(title=Snippet('"""Models."""'), module=module)
        [operation] = plan.operations
        body = operation.body
        self._sent = self._schema(body.check.text if body and body.check else None)
        [result] = operation.results
        self._got = self._schema(result.check.text if result.check else None)

    def sends(self, value: object) -> bool:
        """Return whether a request with the body *value* would be sent."""
        return self._sent is None or not self._sent.checked(value)[1]

    def reads(self, value: object) -> bool:
        """Return whether a response with the body *value* is read strictly."""
        return self._got is None or not self._got.read(value)[1]

    def _schema(self, check: str | None) -> Any:
        """Return the run time's schema for the expression *check*, None for any value."""
        if check is None:
            return None
        module = ModuleType(f"{_PACKAGE}.models")
        module.__package__ = _runtime()
        sys.modules[module.__name__] = module
        code = compile(self.source, "models.py", "exec")
        exec(code, vars(module))  # noqa: S102 - it is what the generator has made
        schema = import_module(f"{_PACKAGE}._runtime.schema").Schema
        return schema(getattr(module, check.removeprefix("models.")))


def _runtime() -> str:
    """Return the name of a package that has the run time of clients."""
    if _PACKAGE not in sys.modules:
        package = ModuleType(_PACKAGE)
        package.__path__ = [str(find_pack().root / "static")]
        sys.modules[_PACKAGE] = package
    return _PACKAGE


def _description(schema: object) -> dict[str, object]:
    if isinstance(schema, dict):
        schema = {"$id": _ID, **cast("dict[str, object]", schema)}
    content = {"application/json": {"schema": {"$ref": _HOME}}}
    operation = {
        "operationId": "send",
        "requestBody": {"required": True, "content": content},
        "responses": {"200": {"description": "ok", "content": content}},
    }
    return {
        "openapi": "3.2.0",
        "info": {"title": "Suite", "version": "1"},
        "paths": {"/x": {"post": operation}},
        "components": {"schemas": {"Case": schema}},
    }
