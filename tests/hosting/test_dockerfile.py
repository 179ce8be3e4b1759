"""What stands in the Dockerfile and what is sent to it; scripts/try_dockerfile.py runs it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from scripts.try_dockerfile import is_ignored, read_instructions
from tests.browser.server import ROOT, free_port

INSTRUCTIONS = list(read_instructions((ROOT / "Dockerfile").read_text(encoding="utf-8")))
PATTERNS = [line for line in (ROOT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("app.py", True),
        ("requirements.txt", True),
        ("geo/ui/page.py", True),
        ("geo/ui/parts/card.js", True),
        ("data/gazetteer/places.dgz", True),
        ("data/basemap/world.topojson", True),
        (".streamlit/config.toml", True),
        ("deploy/healthy.py", True),
        ("THIRD_PARTY_NOTICES.md", True),
        (".streamlit/secrets.toml", False),
        ("data/curated/sites.tsv", False),
        ("geo/__pycache__/web.cpython-311.pyc", False),
        ("geo/ui/__pycache__/page.cpython-311.pyc", False),
        ("deploy/nginx.conf", False),
        ("tests/test_web.py", False),
        (".git/config", False),
        (".env", False),
        ("requirements-dev.txt", False),
    ],
)
def test_the_image_gets_what_the_app_runs_on_and_nothing_else(path: str, sent: bool) -> None:
    assert is_ignored(Path(path), PATTERNS) is not sent


def test_it_does_not_run_as_root() -> None:
    assert dict(INSTRUCTIONS)["USER"] == "10001:10001"
    assert [name for name, _ in INSTRUCTIONS].index("USER") > max(
        number for number, (name, _) in enumerate(INSTRUCTIONS) if name in ("RUN", "COPY")
    )


class Health(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response({"/healthz": 200, "/news/healthz": 503}.get(self.path, 404))
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = HTTPServer(("127.0.0.1", 0), Health)
    Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_port
    server.shutdown()


@pytest.mark.parametrize(("base", "code"), [("", 0), ("/", 0), ("news", 1), ("/other/", 1)])
def test_the_health_check_asks_below_the_base_path(port: int, base: str, code: int) -> None:
    environment = {"STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_BASE_URL_PATH": base}
    assert health(environment) == code


def test_the_health_check_fails_where_nothing_runs() -> None:
    assert health({"STREAMLIT_SERVER_PORT": str(free_port())}) == 1


def health(environment: dict[str, str]) -> int:
    python, script = json.loads(dict(INSTRUCTIONS)["HEALTHCHECK"].partition("CMD ")[2])
    assert python == "python"
    done = subprocess.run([sys.executable, script], cwd=ROOT, env=environment, capture_output=True, check=False)
    return done.returncode
