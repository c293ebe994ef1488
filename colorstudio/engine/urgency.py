"""Which request comes first, and what a new one does to those before it."""

from __future__ import annotations

from collections.abc import Hashable

from colorstudio.engine.messages import (
    ColorizeRequest,
    ForgetRequest,
    GuessRequest,
    ListRequest,
    OpenRequest,
    PrepareRequest,
    RenderRequest,
    Request,
    SharpenRequest,
    VaryRequest,
)

_ORDER: tuple[type[Request], ...] = (
    RenderRequest,
    OpenRequest,
    ColorizeRequest,
    PrepareRequest,
    ListRequest,
    SharpenRequest,
    ForgetRequest,
    GuessRequest,
    VaryRequest,
)
# The asker of a cancelled sharpening asks again later. Drawings are not cancelled: they are quick,
# and a slider that moves would never show anything.
_CANCELS: dict[type[Request], tuple[type[Request], ...]] = {
    OpenRequest: (OpenRequest, SharpenRequest),
    ColorizeRequest: (ColorizeRequest, SharpenRequest),
    SharpenRequest: (SharpenRequest,),
    RenderRequest: (SharpenRequest,),
}

STEPWISE = (GuessRequest, VaryRequest)
"""Done in steps when nobody waits for anything else; more urgent requests come in between."""


def priority(request: Request) -> int:
    """The lower, the sooner."""
    return _ORDER.index(type(request))


def cancels(request: Request, running: Request) -> bool:
    """Whether a running request is to end because of a new one."""
    if isinstance(request, GuessRequest | VaryRequest):
        return type(request) is type(running) and place(request) == place(running)
    return isinstance(running, _CANCELS.get(type(request), ()))


def place(request: Request) -> Hashable:
    """Where a request waits: a newer one takes the place of the one before it."""
    if isinstance(request, RenderRequest):
        return request.view.purpose
    if isinstance(request, ForgetRequest):
        return "forget", request.document
    if isinstance(request, GuessRequest | VaryRequest):
        return type(request).__name__, request.asker
    return type(request).__name__
