"""The Python backend: every file of a client package, as text."""

from __future__ import annotations

from specpress.config import Config
from specpress.diagnostics import Report
from specpress.emit.cases import test_data
from specpress.emit.packs import find_pack
from specpress.emit.prose import plain_text
from specpress.emit.python.client_views import client_modules
from specpress.emit.python.credentials import plan_credentials
from specpress.emit.python.docstrings import docstring
from specpress.emit.python.errors import errors_view
from specpress.emit.python.headers import headers_view
from specpress.emit.python.model_modules import model_package
from specpress.emit.python.naming import naming
from specpress.emit.python.package_view import package_view
from specpress.emit.python.planner import plan_client
from specpress.emit.python.project_view import project_view
from specpress.emit.python.readme_view import readme_view
from specpress.emit.python.statics import static_files
from specpress.emit.python.webhook_views import INCOMING_HOMES, webhooks_view
from specpress.ir.nodes import Api


def emit(api: Api, config: Config, report: Report) -> dict[str, str]:
    """Return the text of every file of the client, by its path below the output.

    The Python among it is close to black's form but not formatted, and has no header:
    see `specpress.emit.finish`.
    """
    pack = find_pack()
    environment = pack.environment()
    plan = plan_client(api, config, report)
    credentials = plan_credentials(api)
    models = model_package(api, plan)
    title = docstring([f"Models of {plain_text(api.title) or 'the API'}."], indent=0)
    top = config.package
    out: dict[str, str] = {}

    def render(template: str, path: str, **views: object) -> None:
        out[path] = environment.get_template(template).render(**views)

    headers = headers_view(api, plan.types)
    if headers is not None:
        render("headers.py.j2", f"{top}/headers.py", headers=headers)
    further = {"Headers": "headers"} if headers is not None else {}
    if any(op.streams or op.stream for op in plan.operations):
        further |= dict.fromkeys(("AsyncStream", "Stream"), "_runtime.stream")
    if any(op.sends_files for op in plan.operations):
        further |= dict.fromkeys(("File", "FileInput"), "_runtime.files")
    webhooks = webhooks_view(api, plan, models_package=models.is_package)
    if webhooks is not None:
        render("webhooks.py.j2", f"{top}/webhooks.py", webhooks=webhooks)
        further |= INCOMING_HOMES
    if any(op.waits for op in plan.operations):
        further |= dict.fromkeys(
            ("WaitFailedError", "WaitTimeoutError"), "_runtime.polling"
        )
    has_models = bool(models.modules)
    view = package_view(api, credentials, further, has_models=has_models)
    render("init.py.j2", f"{top}/__init__.py", package=view)
    for module in client_modules(
        api, plan, credentials, models_package=models.is_package
    ):
        render("client.py.j2", f"{top}/{module.path}", module=module)
    if plan.shapes:
        render("shapes.py.j2", f"{top}/shapes.py", shapes=plan.shapes)
    for each in models.modules:
        render("models.py.j2", f"{top}/{each.path}", title=title, module=each)
    if models.is_package:
        path = f"{top}/models/__init__.py"
        render("models_init.py.j2", path, title=title, package=models)
    readme = readme_view(api, plan, credentials, top, has_project=config.project)
    render("README.md.j2", "README.md", readme=readme)
    if config.project:
        project = project_view(api, config)
        render("pyproject.toml.j2", "pyproject.toml", project=project)
    if (errors := errors_view(api, plan)) is not None:
        render("errors.py.j2", f"{top}/errors.py", errors=errors)
    known = static_files(pack.static(), pack.optional, tuple(out.values()), config)
    out = known | out
    if config.tests:
        names = naming(api, plan, credentials)
        for path, text in test_data(api, names, report).items():
            out[f"tests/{path}"] = text
    return dict(sorted(out.items()))
