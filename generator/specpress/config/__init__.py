"""The configuration: one frozen `Config` a client, read from layers of settings."""

from specpress.config.model import (
    ApiKey,
    Auth,
    Basic,
    Bearer,
    Config,
    Grouping,
    OperationConfig,
    Transport,
)

__all__ = [
    "ApiKey",
    "Auth",
    "Basic",
    "Bearer",
    "Config",
    "Grouping",
    "OperationConfig",
    "Transport",
]
