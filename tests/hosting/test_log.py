"""The log of a whole visit: one JSON object a line, and nothing of what the reader gave or asked."""

import json
import urllib.request
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_own_text import paste
from tests.builders import FOUNDING

SECRETS = ("Zwiebelturm", "Aleppo", "geheim", "127.0.0.1", "203.0.113.7", "Kirchturm")


def test_a_visit_leaves_events_and_no_words(browser: Browser, tmp_path: Path) -> None:
    log = tmp_path / "log"
    secrets = tmp_path / ".streamlit" / "secrets.toml"
    secrets.parent.mkdir()
    secrets.write_text('DATELINE_LOG = "json"\n')  # where Streamlit Community Cloud has settings
    with running(environment={"HOME": str(tmp_path)}, log=log) as address:
        urllib.request.urlopen(f"{address}api/articles/{FOUNDING}.json?q=geheim").read()
        context = browser.new_context(extra_http_headers={"X-Forwarded-For": "203.0.113.7"})
        reader = Reader(page=context.new_page(), address=address).open("?ui=en&q=geheim&a=geheim")
        paste(reader, "Zwiebelturm stands in Aleppo.", "Kirchturm")
        expect(reader.mention("Aleppo")).to_be_visible()
        context.close()
    told = log.read_text()
    lines: list[dict[str, Any]] = [json.loads(line) for line in told.splitlines()]
    events = [line["event"] for line in lines]
    assert events == ["start", "story", "request", "story"]
    shipped, own = (line for line in lines if line["event"] == "story")
    assert (shipped["id"], shipped["letters"] > 0, shipped["mentions"] > 0) == (FOUNDING, True, True)
    assert ("id" in own, own["letters"], own["mentions"]) == (False, len("Zwiebelturm stands in Aleppo."), 1)
    assert not [secret for secret in SECRETS if secret in told]
