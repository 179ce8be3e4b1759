"""The map inside a page that somebody else wrote, on another origin: where the host allows it, and nowhere else."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from playwright.sync_api import Browser, expect

from tests.browser.server import running

QUERY = "?embed=true&view=map&p=iso:IR&ui=en"


@contextmanager
def another_site(app: list[str]) -> Iterator[str]:
    """Serve a page that embeds `app[0]`, once that is known."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            frame = f'<iframe src="{app[0]}{QUERY}" width="900" height="520"></iframe>' if self.path == "/" else ""
            self.wfile.write(f"<!doctype html><title>News</title><h1>Another site</h1>{frame}".encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name that it overrides
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Page)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_allowed_site_shows_the_map_and_its_markers_answer(browser: Browser) -> None:
    app = [""]
    with another_site(app) as site, running(environment={"DATELINE_EMBED_ORIGINS": site}) as app[0]:
        context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion="reduce")
        page = context.new_page()
        page.goto(site)
        inside = page.frame_locator("iframe")
        expect(inside.locator("section.card h3")).to_contain_text("Iran", timeout=30_000)
        chart = inside.frame_locator("iframe")
        expect(chart.locator(".leaflet-control-attribution")).to_contain_text("GeoNames")
        chart.get_by_role("button", name="Armenia", exact=False).first.press("Enter")
        expect(inside.locator("section.card h3")).to_contain_text("Armenia")
        assert page.url == f"{site}/"
        context.close()


def test_a_site_that_is_not_allowed_shows_nothing_of_it(browser: Browser, address: str) -> None:
    with another_site([address]) as site:
        context = browser.new_context()
        page = context.new_page()
        refused = []
        page.on("console", lambda message: refused.append(message.text))
        page.goto(site)
        page.wait_for_timeout(1500)
        assert page.frame_locator("iframe").locator(".stApp").count() == 0
        assert any("frame-ancestors" in text for text in refused)
        context.close()
