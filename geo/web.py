"""What the app's server gives beside the page: assets, stories as data, health, real 404s, and security headers on every response."""

import gzip
import json
import logging
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
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from geo.errors import DatelineError
from geo.export import to_geojson, to_record
from geo.mapview.assets import FILES, fingerprint
from geo.models import GeoparsedArticle
from geo.settings import VERSION

ONE_YEAR_S = 365 * 24 * 3600
SMALLEST_TO_PACK = 1024  # bytes; below it gzip saves less than it costs
REPORTED = ("streamlit", "folium", "streamlit-folium", "geopy")  # versions that /healthz tells

ReadStory = Callable[[str], GeoparsedArticle | None]  # a story that everybody may read, by its id
AboutGazetteer = Callable[[], Mapping[str, Any]]  # what the index says of itself

_LOG = logging.getLogger(__name__)
_SHAPES = {".json": ("application/json", to_record), ".geojson": ("application/geo+json", to_geojson)}
_TOLD = ("places", "names", "packages")  # of the gazetteer, by /healthz
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


def routes(base_url_path: str, read_story: ReadStory, about_gazetteer: AboutGazetteer) -> list[BaseRoute]:
    """Return the routes beside the page, below `server.baseUrlPath`, which Streamlit adds to its own routes only.

    Streamlit answers an unknown path with its page and 200; below `/assets` and `/api` an unknown path is a 404.
    """
    base = "/" + base_url_path.strip("/") if base_url_path.strip("/") else ""
    stories = [
        Route(f"/articles/{{id}}{ending}", _story_in(ending, read_story), methods=_METHODS) for ending in _SHAPES
    ]
    return [
        Mount(f"{base}/assets", routes=[Route("/{name:path}", _asset)]),
        Mount(f"{base}/api", routes=[*stories, Route("/{path:path}", _no_such_data, methods=_METHODS)]),
        Route(f"{base}/assets", _not_found, methods=_METHODS),
        Route(f"{base}/api", _no_such_data, methods=_METHODS),
        Route(f"{base}/healthz", _health_with(about_gazetteer)),
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


def _story_in(ending: str, read_story: ReadStory) -> Callable[[Request], Response]:
    """Return what answers for a story in one shape; Starlette runs it beside its loop, which the page needs."""
    media_type, shape = _SHAPES[ending]

    def answer(request: Request) -> Response:
        if request.method not in ("GET", "HEAD"):
            return _error(405, "Stories can only be read here.", Allow="GET, HEAD")
        try:
            story = read_story(request.path_params["id"])
        except DatelineError:
            _LOG.exception("a story could not be read for %s", ending)
            return _error(503, "The places of this story could not be found; the log of the server says why.")
        if story is None:
            return _error(404, "There is no story of this id here; an id stands behind “a=” in the page's link.")
        return _data(shape(story), media_type=media_type)

    return answer


def _health_with(about_gazetteer: AboutGazetteer) -> Callable[[Request], Response]:
    def answer(_: Request) -> Response:
        versions: dict[str, Any] = {"dateline": VERSION, "python": platform.python_version()}
        versions |= {name: version(name) for name in REPORTED}
        try:
            about = about_gazetteer()
        except DatelineError:
            _LOG.exception("the gazetteer cannot be opened")
            sentence = "The gazetteer cannot be opened; the log of the server says why."
            return _data({"ok": False, "error": sentence, **versions}, status=503)
        return _data({"ok": True, **versions, "gazetteer": {name: about[name] for name in _TOLD if name in about}})

    return answer


def _no_such_data(_: Request) -> Response:
    return _error(404, "There is nothing at this address; try /api/articles/{id}.json or /api/articles/{id}.geojson.")


def _error(status: int, sentence: str, **headers: str) -> Response:
    answer = _data({"error": sentence}, status=status)
    answer.headers.update(headers)
    return answer


def _data(content: Mapping[str, Any], *, status: int = 200, media_type: str = "application/json") -> Response:
    body = json.dumps(content, ensure_ascii=False).encode("utf-8", errors="backslashreplace")
    return Response(body, status_code=status, media_type=media_type, headers={"Cache-Control": "no-store"})


def _not_found(_: Request) -> Response:
    return _missing()


def _missing() -> Response:
    return PlainTextResponse("There is nothing at this address.", status_code=404)
