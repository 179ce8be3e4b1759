"""What the app's server gives beside the page: assets, stories as data, health, real 404s, and security headers on every response."""

import gzip
import json
import platform
import re
import time
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, fields
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
from geo.logs import tell, tell_failure, warn
from geo.mapview.assets import FILES, fingerprint
from geo.models import GeoparsedArticle
from geo.settings import VERSION, ReadSettings

ONE_YEAR_S = 365 * 24 * 3600
SMALLEST_TO_PACK = 1024  # bytes; below it gzip saves less than it costs
REPORTED = ("streamlit", "folium", "streamlit-folium", "geopy")  # versions that /healthz tells

ReadStory = Callable[[str], GeoparsedArticle | None]  # a story that everybody may read, by its id
AboutGazetteer = Callable[[], Mapping[str, Any]]  # what the index says of itself

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
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def security_headers(host: str, embed_origins: Sequence[str] = ()) -> Mapping[str, str]:
    """Return the headers that every response carries.

    Parameters
    ----------
    host
        of the request, whose websocket the page may open
    embed_origins
        of pages that may show this one in a frame, beside its own
    """
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
        " ".join(("frame-ancestors 'self'", *embed_origins)),
    )
    # This header knows no list: where others may frame the page, frame-ancestors alone has to say who
    alone = {} if embed_origins else {"X-Frame-Options": "SAMEORIGIN"}
    return {"Content-Security-Policy": "; ".join(policy), **_HEADERS, **alone}


class SecurityHeaders:
    """ASGI middleware that adds the security headers; websockets and streams pass through untouched."""

    def __init__(self, app: ASGIApp, embed_origins: Sequence[str] = ()) -> None:
        self.app = app
        self._embed_origins = tuple(embed_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(security_headers(_host_of(scope), self._embed_origins))
            await send(message)

        await self.app(scope, receive, send_with_headers)


def _host_of(scope: Scope) -> str:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == b"host"), "")


def middleware(embed_origins: Sequence[str] = ()) -> list[Middleware]:
    """Return the middleware that wraps the whole app; `embed_origins` may show it in a frame."""
    return [Middleware(SecurityHeaders, embed_origins=embed_origins)]


def exception_handlers(
    embed_origins: Sequence[str] = (),
) -> dict[type[Exception], Callable[[Request, Exception], Coroutine[Any, Any, Response]]]:
    """Return the handler for an uncaught error; its answer is sent outside of all middleware."""

    async def answer(request: Request, _: Exception) -> Response:
        headers = security_headers(request.headers.get("host", ""), embed_origins)
        return PlainTextResponse("Something failed on the server; its log says what.", status_code=500, headers=headers)

    return {Exception: answer}


def routes(base_url_path: str, read_story: ReadStory, about_gazetteer: AboutGazetteer) -> list[BaseRoute]:
    """Return the routes beside the page, below `server.baseUrlPath`, which Streamlit adds to its own routes only.

    Streamlit answers an unknown path with its page and 200; below `/assets` and `/api` an unknown path is a 404.
    """
    base = "/" + base_url_path.strip("/") if base_url_path.strip("/") else ""
    answers = {f"/articles/{{id}}{ending}": _story_in(ending, read_story) for ending in _SHAPES}
    answers["/{path:path}"] = _no_such_data
    data = [Route(path, _told(f"/api{path}", answer), methods=_METHODS) for path, answer in answers.items()]
    return [
        Mount(f"{base}/assets", routes=[Route("/{name:path}", _asset)]),
        Mount(f"{base}/api", routes=data),
        Route(f"{base}/assets", _not_found, methods=_METHODS),
        Route(f"{base}/api", _told("/api", _no_such_data), methods=_METHODS),
        Route(f"{base}/healthz", _health_with(about_gazetteer)),
    ]


def _told(template: str, answer: Callable[[Request], Response]) -> Callable[[Request], Response]:
    """Return what answers and tells the log so, by the route's template: the address itself is the reader's affair."""

    def answer_and_tell(request: Request) -> Response:
        begun = time.perf_counter()
        response = answer(request)
        ms = round((time.perf_counter() - begun) * 1000, 1)
        tell("request", method=request.method, route=template, status=response.status_code, ms=ms)
        return response

    return answer_and_tell


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
        except DatelineError as error:
            tell_failure("data failed", error, route=f"/api/articles/{{id}}{ending}")
            return _error(503, "The places of this story could not be found; the log of the server says why.")
        if story is None:
            return _error(404, "There is no story of this id here; an id stands behind “a=” in the page's link.")
        return _data(shape(story), media_type=media_type)

    return answer


def tell_start(read: ReadSettings) -> None:
    """Tell the log what is about to serve and how it is set; what of the settings is not understood, once each."""
    shown = {field.name: getattr(read.settings, field.name) for field in fields(read.settings) if field.repr}
    tell("start", **_versions(), settings={name: _told_as(value) for name, value in shown.items()})
    for problem in read.problems:
        warn("setting", says=problem)


def _told_as(value: object) -> object:
    return list(value) if isinstance(value, tuple) else str(value)


def _versions() -> dict[str, str]:
    ours = {"dateline": VERSION, "python": platform.python_version()}
    return ours | {name: version(name) for name in REPORTED}


def _health_with(about_gazetteer: AboutGazetteer) -> Callable[[Request], Response]:
    def answer(_: Request) -> Response:
        versions = _versions()
        try:
            about = about_gazetteer()
        except DatelineError as error:
            tell_failure("health failed", error)
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
