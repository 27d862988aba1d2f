# Made by specpress 0.1.0, content 21b18dd60139990f. Edits are lost: change the
# description or the configuration, then run `specpress generate`.
"""The client."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Unpack

from ._runtime.auth import Basic
from ._runtime.client import AsyncBaseClient, BaseClient
from ._runtime.json import JsonValue
from ._runtime.lazy import lazy_module
from ._runtime.missing import MISSING
from ._runtime.operation import Body, Operation, Param, Response
from ._runtime.options import AsyncClientOptions, ClientOptions
from ._runtime.twin import AsyncMethod
from ._runtime.types import QueryValue

if TYPE_CHECKING:
    from . import models
else:
    models = lazy_module(".models", __package__)

_CREATE_CALL: Operation[JsonValue] = Operation(
    "CreateCall",
    "POST",
    "/2010-04-01/Accounts/{AccountSid}/Calls.json",
    params=(Param("account_sid", "AccountSid", "path", "string", required=True),),
    body=Body(
        "application/x-www-form-urlencoded",
        lambda: models.CreateCallRequest,
        required=True,
        spread=True,
    ),
    responses=(Response("201", "application/json"),),
    auth=(("basic",),),
)


class Client(BaseClient):
    """Twilio Calls."""

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        base_url: str = "https://api.twilio.com",
        **options: Unpack[ClientOptions],
    ) -> None:
        """Make a client; the options are described in `ClientOptions`.

        `username` and `password` default to the environment's `TWILIO_ACCOUNT_SID` and
        `TWILIO_AUTH_TOKEN`.
        """
        super().__init__(
            base_url=base_url,
            auth={
                "basic": Basic(
                    username,
                    password,
                    username_env="TWILIO_ACCOUNT_SID",
                    password_env="TWILIO_AUTH_TOKEN",
                ),
            },
            **options,
        )

    def create_call(
        self,
        *,
        account_sid: str,
        from_: str,
        to: str,
        application_sid: str | MISSING = MISSING,
        async_amd: str | MISSING = MISSING,
        async_amd_status_callback: str | MISSING = MISSING,
        async_amd_status_callback_method: models.HttpMethod | MISSING = MISSING,
        byoc: str | MISSING = MISSING,
        call_reason: str | MISSING = MISSING,
        call_token: str | MISSING = MISSING,
        caller_id: str | MISSING = MISSING,
        fallback_method: models.HttpMethod | MISSING = MISSING,
        fallback_url: str | MISSING = MISSING,
        machine_detection: str | MISSING = MISSING,
        machine_detection_silence_timeout: int | MISSING = MISSING,
        machine_detection_speech_end_threshold: int | MISSING = MISSING,
        machine_detection_speech_threshold: int | MISSING = MISSING,
        machine_detection_timeout: int | MISSING = MISSING,
        method: models.HttpMethod | MISSING = MISSING,
        record: bool | MISSING = MISSING,
        recording_channels: str | MISSING = MISSING,
        recording_status_callback: str | MISSING = MISSING,
        recording_status_callback_event: list[str] | MISSING = MISSING,
        recording_status_callback_method: models.HttpMethod | MISSING = MISSING,
        recording_track: str | MISSING = MISSING,
        send_digits: str | MISSING = MISSING,
        sip_auth_password: str | MISSING = MISSING,
        sip_auth_username: str | MISSING = MISSING,
        status_callback: str | MISSING = MISSING,
        status_callback_event: list[str] | MISSING = MISSING,
        status_callback_method: models.HttpMethod | MISSING = MISSING,
        time_limit: int | MISSING = MISSING,
        timeout: int | MISSING = MISSING,
        trim: str | MISSING = MISSING,
        twiml: str | MISSING = MISSING,
        url: str | MISSING = MISSING,
        request_timeout: float | MISSING | None = MISSING,
        extra_headers: Mapping[str, str] | None = None,
        extra_query: Mapping[str, QueryValue] | None = None,
        server_url: str | None = None,
    ) -> JsonValue:
        """Create a new outgoing call to phones, SIP-enabled endpoints or Twilio Client
        connections

        `POST /2010-04-01/Accounts/{AccountSid}/Calls.json`

        Args:
            account_sid: The SID of the Account
                (https://www.twilio.com/docs/iam/api/account) that will create the
                resource.
            The other arguments are the fields of `models.CreateCallRequest`.
        """
        return self._call(
            _CREATE_CALL,
            {"account_sid": account_sid},
            {
                "ApplicationSid": application_sid,
                "AsyncAmd": async_amd,
                "AsyncAmdStatusCallback": async_amd_status_callback,
                "AsyncAmdStatusCallbackMethod": async_amd_status_callback_method,
                "Byoc": byoc,
                "CallReason": call_reason,
                "CallToken": call_token,
                "CallerId": caller_id,
                "FallbackMethod": fallback_method,
                "FallbackUrl": fallback_url,
                "From": from_,
                "MachineDetection": machine_detection,
                "MachineDetectionSilenceTimeout": machine_detection_silence_timeout,
                "MachineDetectionSpeechEndThreshold": machine_detection_speech_end_threshold,
                "MachineDetectionSpeechThreshold": machine_detection_speech_threshold,
                "MachineDetectionTimeout": machine_detection_timeout,
                "Method": method,
                "Record": record,
                "RecordingChannels": recording_channels,
                "RecordingStatusCallback": recording_status_callback,
                "RecordingStatusCallbackEvent": recording_status_callback_event,
                "RecordingStatusCallbackMethod": recording_status_callback_method,
                "RecordingTrack": recording_track,
                "SendDigits": send_digits,
                "SipAuthPassword": sip_auth_password,
                "SipAuthUsername": sip_auth_username,
                "StatusCallback": status_callback,
                "StatusCallbackEvent": status_callback_event,
                "StatusCallbackMethod": status_callback_method,
                "TimeLimit": time_limit,
                "Timeout": timeout,
                "To": to,
                "Trim": trim,
                "Twiml": twiml,
                "Url": url,
            },
            timeout=request_timeout,
            extra_headers=extra_headers,
            extra_query=extra_query,
            server_url=server_url,
        )


class AsyncClient(AsyncBaseClient):
    """The same as `Client`, for `async` code."""

    def __init__(
        self,
        *,
        username: str | None = None,
        password: str | None = None,
        base_url: str = "https://api.twilio.com",
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Make a client; the options are described in `ClientOptions`.

        `username` and `password` default to the environment's `TWILIO_ACCOUNT_SID` and
        `TWILIO_AUTH_TOKEN`.
        """
        super().__init__(
            base_url=base_url,
            auth={
                "basic": Basic(
                    username,
                    password,
                    username_env="TWILIO_ACCOUNT_SID",
                    password_env="TWILIO_AUTH_TOKEN",
                ),
            },
            **options,
        )

    create_call = AsyncMethod(Client.create_call)
