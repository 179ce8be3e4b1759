"""What the app's server gives beside the page: assets, health, real 404s, and security headers on every response."""

import gzip
import platform
import re
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.mapview.assets import FILES, fingerprint

ONE_YEAR_S = 365 * 24 * 3600
SMALLEST_TO_PACK = 1024  # bytes; below it gzip saves less than it costs
REPORTED = ("streamlit", "folium", "streamlit-folium", "geopy")  # versions that /healthz tells

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".png": "image/png",
    ".json": "application/json",
    ".topojson": "application/json",
}
_HOST = re.compile(r"[A-Za-z0-9.\-]+(:\d+)?|\[[0-9A-Fa-f:.]+\](:\d+)?")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def security_headers(host: str) -> Mapping[str, str]:
    """Return the headers that every response carries; `host` is the request's, whose websocket the page may open."""
    # Streamlit and st_folium evaluate scripts in the page, hence the two 'unsafe' words: no text may reach them
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    policy = (
        "default-src 'self'",
        "script-src 'self' 'unsafe-inline' 'unsafe-eval' blob:",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data: blob:",
        "font-src 'self' data:",
        f"connect-src 'self'{sockets}",
        "worker-src 'self' blob:",
        "object-src 'none'",
        "base-uri 'self'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
    return {"Content-Security-Policy": "; ".join(policy), **_HEADERS}


class SecurityHeaders:
    """ASGI middleware that adds the security headers; websockets and streams pass through untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(security_headers(_host_of(scope)))
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _host_of(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")


def middleware() -> list[Middleware]:
    """Return the middleware that wraps the whole app."""
    return [Middleware(SecurityHeaders)]


def exception_handlers() -> dict[type[Exception], Callable[[Request, Exception], Coroutine[Any, Any, Response]]]:
    """Return the handler for an uncaught error; its answer is sent outside of all middleware."""
    return {Exception: _server_error}


async def _server_error(request: Request, _: Exception) -> Response:
    headers = security_headers(request.headers.get("host", ""))
    return PlainTextResponse("Something failed on the server; its log says what.", status_code=500, headers=headers)


def routes(base_url_path: str = "") -> list[BaseRoute]:
    """Return the routes beside the page, below `server.baseUrlPath`, which Streamlit adds to its own routes only.

    Streamlit answers an unknown path with its page and 200; below `/assets` and `/api` an unknown path is a 404.
    """
    base = "/" + base_url_path.strip("/") if base_url_path.strip("/") else ""
    return [
        Mount(f"{base}/assets", routes=[Route("/{name:path}", _asset)]),
        Mount(f"{base}/api", app=_nothing_here),
        Route(f"{base}/assets", _not_found, methods=_METHODS),
        Route(f"{base}/api", _not_found, methods=_METHODS),
        Route(f"{base}/healthz", _health),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asset:
    """A file as it is sent, read and packed once."""

    body: bytes
    packed: bytes | None  # gzip
    media_type: str
    tag: str


@cache
def _read_asset(name: str) -> _Asset:
    body = FILES[name].read_bytes()
    media_type = _TYPES[FILES[name].suffix]
    packs = not media_type.startswith("image/") and len(body) >= SMALLEST_TO_PACK
    return _Asset(
        body=body,
        packed=gzip.compress(body, mtime=0) if packs else None,
        media_type=media_type,
        tag=fingerprint(name),
    )


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in FILES:
        return _missing()
    asset = _read_asset(name)
    headers = {"ETag": f'"{asset.tag}"', "Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    if request.query_params.get("v") == asset.tag:
        headers["Cache-Control"] = f"public, max-age={ONE_YEAR_S}, immutable"
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if asset.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(asset.packed, media_type=asset.media_type, headers={**headers, "Content-Encoding": "gzip"})
    return Response(asset.body, media_type=asset.media_type, headers=headers)


def _health(_: Request) -> Response:
    packages = {name: version(name) for name in REPORTED}
    return JSONResponse({"python": platform.python_version(), **packages}, headers={"Cache-Control": "no-store"})


async def _nothing_here(scope: Scope, receive: Receive, send: Send) -> None:
    await _missing()(scope, receive, send)


def _not_found(_: Request) -> Response:
    return _missing()


def _missing() -> Response:
    return PlainTextResponse("There is nothing at this address.", status_code=404)
