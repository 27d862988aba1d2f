"""The configuration: one frozen `Config` a client, read from layers of settings."""

from specpress.config.auth import (
    ApiKey,
    Auth,
    Basic,
    Bearer,
    Digest,
    Http,
    MutualTls,
    OAuth2,
)
from specpress.config.model import Config, Grouping, OperationConfig, Transport

__all__ = [
    "ApiKey",
    "Auth",
    "Basic",
    "Bearer",
    "Config",
    "Digest",
    "Grouping",
    "Http",
    "MutualTls",
    "OAuth2",
    "OperationConfig",
    "Transport",
]
