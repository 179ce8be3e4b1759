"""On a disk that cannot be written but for the temporary folder, as on some free hosts and in a container."""

import shutil
import subprocess
import urllib.request
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.reader import Reader
from tests.browser.server import running
from tests.browser.test_own_text import paste
from tests.builders import FOUNDING

# The first argument stays writable; a mount of its own keeps what is above it from deciding
READ_ONLY = """
mount --make-rprivate /
mount --bind "$1" "$1"
for folder in / /home /root /tmp /var /var/tmp /dev/shm; do
    if mountpoint -q "$folder"; then mount -o remount,bind,ro "$folder"; fi
done
shift
exec "$@"
"""


def under_read_only(writable: Path) -> list[str]:
    return ["unshare", "--mount", "sh", "-ec", READ_ONLY, "sh", str(writable)]


def can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    tried = subprocess.run(["unshare", "--mount", "mount", "--make-rprivate", "/"], capture_output=True, check=False)
    return tried.returncode == 0


@pytest.mark.skipif(
    not can_mount(), reason="a disk cannot be made read-only here; run as root, with unshare of util-linux"
)
def test_nothing_but_the_temporary_folder_has_to_be_writable(browser: Browser, tmp_path: Path) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    home.mkdir()
    temporary.mkdir()
    under = under_read_only(temporary)
    refused = subprocess.run([*under, "touch", str(home / "x")], capture_output=True, text=True, check=False)
    assert "Read-only file system" in refused.stderr
    environment = {"HOME": str(home), "TMPDIR": str(temporary), "PYTHONDONTWRITEBYTECODE": "1"}
    log = tmp_path / "log"
    with running(environment=environment, under=under, log=log) as address:
        urllib.request.urlopen(f"{address}api/articles/{FOUNDING}.json").read()
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        reader = Reader(page=context.new_page(), address=address).open("?ui=en")
        reader.click_marker("iso:AM")
        expect(reader.excerpt).to_contain_text("أرمينيا")
        paste(reader, "The delegation flew from Aleppo to Baghdad.", "A journey")
        expect(reader.mention("Baghdad")).to_be_visible()
        reader.clean()
        context.close()
    assert "error" not in log.read_text()
    assert list(home.iterdir()) == []
