"""Find a Chromium, or get one: `python tests/browser/chromium.py` says in one sentence which one the browser tests will use.

In this order: one on the PATH, Playwright's own, Playwright's own after installing it, the distribution's package (as root).
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALL_TIMEOUT_S = 600
# As root Chromium refuses its sandbox; the rest keeps it from asking the network about itself.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--force-color-profile=srgb",
)


def find_chromium() -> Path | None:
    """Return a Chromium that is there already."""
    on_path = next((found for name in NAMES if (found := shutil.which(name))), None)
    return Path(on_path) if on_path else _playwright_chromium()


def get_chromium() -> Path | None:
    """Return a Chromium that is there, else install one; None where nothing helped."""
    found = find_chromium()
    if found is not None:
        return found
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    playwright = [sys.executable, "-m", "playwright", "install", *(["--with-deps"] if as_root else []), "chromium"]
    if _run(playwright) and (found := find_chromium()) is not None:
        return found
    if (
        as_root
        and shutil.which("apt-get")
        and _run(["apt-get", "update"])
        and _run(["apt-get", "install", "-y", "chromium"])
    ):
        return find_chromium()
    return None


def _playwright_chromium() -> Path | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def _run(command: list[str]) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False, timeout=INSTALL_TIMEOUT_S).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def main() -> int:
    """Say which Chromium there is; 0 also without one, since the browser tests then say why they are skipped."""
    found = get_chromium()
    if found is None:
        sys.stdout.write(
            "No Chromium could be found or installed, so the browser tests will be skipped; install one and try again.\n"
        )
    else:
        sys.stdout.write(f"The browser tests use {found}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
