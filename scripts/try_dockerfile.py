"""Run the Dockerfile where there is no container engine: `python scripts/try_dockerfile.py FOLDER`, as root, on Debian or Ubuntu.

FOLDER gets Debian's system with Python from debootstrap in place of the image that FROM names; then the instructions of the
Dockerfile are run in a copy of it, in order. At last it is started as an engine would: as the user of USER, with nothing
of the file system writable but its volumes and no network but its own, until the command of HEALTHCHECK passes. The last
lines say what was run and what was not.
"""

import fnmatch
import json
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.browser.chromium import FLAGS, find_chromium

PROJECT = Path(__file__).resolve().parents[1]
SUITE = {"python:3.13-slim": "trixie"}  # the Debian whose own Python is that of the image
PACKAGES = "python3,python3-pip,ca-certificates"
MIRROR = "http://deb.debian.org/debian"
STORY = "karabakh-ceasefire-2020"
HEALTHY_WITHIN_S, STOPPED_WITHIN_S = 60, 10
# What the steps need to reach the registries from here; it is taken out before the image is started
LENT_FILES = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")
LENT_VARIABLES = ("PIP_", "SSL_CERT", "REQUESTS_CA", "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_", "https_", "no_")
LOOK = """
import sys
from playwright.sync_api import sync_playwright
chromium, address, *flags = sys.argv[1:]
with sync_playwright() as playwright:
    page = playwright.chromium.launch(executable_path=chromium, args=flags).new_page()
    page.goto(address)
    page.locator('html[data-dateline-map="ready"]').wait_for(state="attached")
    page.locator(".mention").first.wait_for()
    page.locator(".mention").first.click()
    page.locator("section.card h3").wait_for()
    print(page.locator(".mention").count(), "mentions, and the card of", page.locator("section.card h3").inner_text())
"""
NOT_RUN = (
    "FROM: Debian's own Python of the same version stands in for the image; its pip is told that it may install beside it",
    "EXPOSE, and the forwarding of a port: the page was asked from within its own network",
    "layers, the pushing and pulling of an image, other processors than this one",
)


@dataclass
class Image:
    """What the instructions have made so far."""

    root: Path
    environment: dict[str, str] = field(
        default_factory=lambda: {"PATH": "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin", "LANG": "C.UTF-8"}
    )
    workdir: str = "/"
    user: str = "0:0"
    volumes: list[str] = field(default_factory=list)
    command: list[str] = field(default_factory=list)
    health: list[str] = field(default_factory=list)

    def chroot(self, command: Sequence[str], user: str = "0:0", lent: dict[str, str] | None = None) -> list[str]:
        """Return the command that runs another in the root."""
        variables = [f"{name}={value}" for name, value in {**(lent or {}), **self.environment}.items()]
        begin = ["sh", "-c", f'cd {shlex.quote(self.workdir)} && exec "$@"', "sh"]
        return ["chroot", f"--userspec={user}", str(self.root), "/usr/bin/env", "-i", *variables, *begin, *command]


def read_instructions(text: str) -> Iterator[tuple[str, str]]:
    """Yield the instructions of a Dockerfile and what follows each."""
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for line in "\n".join(lines).replace("\\\n", " ").splitlines():
        name, _, rest = line.strip().partition(" ")
        yield name.upper(), rest.strip()


def run_instruction(image: Image, name: str, rest: str, base: Path) -> None:
    """Run one instruction.

    Raises
    ------
    SystemExit
        If it is one that this script does not know, or fails.
    """
    if name == "FROM":
        make_root(image.root, base, rest)
    elif name == "ENV":
        image.environment |= dict(pair.split("=", 1) for pair in shlex.split(rest))
    elif name == "WORKDIR":
        image.workdir = rest
        inside(image, rest).mkdir(parents=True, exist_ok=True)
    elif name == "COPY":
        copy(image, *shlex.split(rest))
    elif name == "RUN":
        lent = {key: value for key, value in os.environ.items() if key.startswith(LENT_VARIABLES)}
        subprocess.run(
            image.chroot(["sh", "-c", rest], image.user, lent | {"PIP_BREAK_SYSTEM_PACKAGES": "1"}), check=True
        )
    elif name == "USER":
        image.user = rest
    elif name == "VOLUME":
        image.volumes.append(rest)
    elif name == "HEALTHCHECK":
        image.health = json.loads(rest[rest.index("CMD ") + 4 :])
    elif name == "CMD":
        image.command = json.loads(rest)
    elif name != "EXPOSE":
        sys.exit(f"{name} is an instruction that this script does not know.")


def make_root(root: Path, base: Path, image: str) -> None:
    """Copy Debian's system, made once, and lend it what it needs to reach the registries."""
    if image not in SUITE:
        sys.exit(f"No Debian has the Python of {image}; name one in SUITE.")
    if not (base / "usr/bin/python3").exists():
        command = ["debootstrap", "--variant=minbase", f"--include={PACKAGES}", SUITE[image], str(base), MIRROR]
        subprocess.run(command, check=True)
    if root.exists():
        shutil.rmtree(root)
    subprocess.run(["cp", "-a", str(base), str(root)], check=True)
    (root / "usr/local/bin/python").symlink_to("/usr/bin/python3")
    for file in LENT_FILES:
        if Path(file).exists():
            shutil.copy(file, f"{root}{file}")


def take_back(root: Path, base: Path) -> None:
    """Take out what was lent."""
    for file in LENT_FILES:
        Path(f"{root}{file}").unlink(missing_ok=True)
        if Path(f"{base}{file}").exists():
            shutil.copy(f"{base}{file}", f"{root}{file}")


def copy(image: Image, *named: str) -> None:
    """Copy files of the project as COPY does, without those that .dockerignore names."""
    *sources, target = named
    patterns = [line for line in (PROJECT / ".dockerignore").read_text().splitlines() if line and line[0] != "#"]
    folder = inside(image, target)
    for source in sources:
        for path in [PROJECT / source] if source != "." else sent_files(patterns):
            to = folder / path.relative_to(PROJECT)
            to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, to)


def sent_files(patterns: Sequence[str]) -> Iterator[Path]:
    """Yield the files of the project that an engine would be sent."""
    for folder, folders, files in os.walk(PROJECT):
        folders[:] = [name for name in folders if name not in (".git", ".venv", ".build")]
        for name in files:
            path = Path(folder) / name
            if not is_ignored(path.relative_to(PROJECT), patterns):
                yield path


def is_ignored(path: Path, patterns: Sequence[str]) -> bool:
    """Tell what .dockerignore says of a path; the last pattern that fits it or a folder above it counts."""
    ignored = False
    for pattern in patterns:
        if any(fits(part, pattern.removeprefix("!")) for part in (path, *path.parents)):
            ignored = not pattern.startswith("!")
    return ignored


def fits(path: Path, pattern: str) -> bool:
    """Tell whether a pattern fits exactly a path; a star stands for nothing with a slash in it."""
    if pattern.startswith("**/"):
        return fnmatch.fnmatchcase(path.name, pattern[3:])
    return path.as_posix().count("/") == pattern.count("/") and fnmatch.fnmatchcase(path.as_posix(), pattern)


def inside(image: Image, path: str) -> Path:
    """Return where a path of the image lies on this machine."""
    return image.root / (Path(image.workdir) / path).relative_to("/")


def start(image: Image) -> "subprocess.Popen[bytes]":
    """Start the command in a network of its own, where only the volumes can be written."""
    root = shlex.quote(str(image.root))
    volumes = "".join(f"mount --bind {root}{volume} {root}{volume}\n" for volume in image.volumes)
    script = f"""set -e
        mount --make-rprivate /
        ip link set lo up
        mount --bind {root} {root}
        mount -t proc proc {root}/proc
        {volumes}
        mount -o remount,bind,ro {root}
        exec "$@"
    """
    return subprocess.Popen(
        ["unshare", "--mount", "--net", "sh", "-c", script, "sh", *image.chroot(image.command, image.user)]
    )


def beside(process: "subprocess.Popen[bytes]", command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run a command in the mounts and the network of what was started."""
    enter = ["nsenter", f"--target={process.pid}", "--mount", "--net"]
    return subprocess.run([*enter, *command], capture_output=True, text=True, check=False)


def wait_until_healthy(image: Image, process: "subprocess.Popen[bytes]") -> float:
    """Return after how many seconds the command of HEALTHCHECK passed."""
    begun = time.monotonic()
    while time.monotonic() - begun < HEALTHY_WITHIN_S and process.poll() is None:
        if beside(process, image.chroot(image.health, image.user)).returncode == 0:
            return time.monotonic() - begun
        time.sleep(0.3)
    sys.exit("The health check did not pass.")


def visit(image: Image, process: "subprocess.Popen[bytes]") -> Iterator[str]:
    """Yield what holds of the running image, in sentences.

    Raises
    ------
    SystemExit
        If something does not hold.
    """
    yield f"healthy after {wait_until_healthy(image, process):.1f} s"
    status = Path(f"/proc/{process.pid}/status").read_text()
    uid = next(line.split()[1] for line in status.splitlines() if line.startswith("Uid:"))
    expect(uid == image.user.split(":")[0], f"it runs as user {uid}, not as root")
    yield f"runs as user {uid}"
    for path, writable in [(image.workdir, False), ("/tmp", False), *((volume, True) for volume in image.volumes)]:
        for user in ("0:0", image.user) if not writable else (image.user,):
            done = beside(process, image.chroot(["touch", f"{path}/try"], user))
            expect((done.returncode == 0) is writable, f"{path} is {'' if writable else 'not '}to be written by {user}")
        inside(image, path).joinpath("try").unlink(missing_ok=True)
    yield f"only {', '.join(image.volumes)} can be written, by root too"
    port = image.environment["STREAMLIT_SERVER_PORT"]
    for path, told in [
        ("/", "<!doctype html>"),
        (f"/api/articles/{STORY}.json", f'"id": "{STORY}"'),
        ("/healthz", '"ok": true'),
    ]:
        fetch = f"import urllib.request as r; print(r.urlopen('http://127.0.0.1:{port}{path}').read().decode())"
        done = beside(process, [sys.executable, "-c", fetch])
        expect(
            told in done.stdout.replace("DOCTYPE", "doctype"),
            f"{path} answers: {done.stdout[:80]} {done.stderr[-200:]}",
        )
        yield f"{path} answers"
    done = beside(process, image.chroot(["python", "-m", "geo", "check"], image.user))
    expect(done.returncode == 0, f"`python -m geo check` says: {done.stdout} {done.stderr}")
    yield f"`python -m geo check` passes: {done.stdout.splitlines()[0]}"


def look(process: "subprocess.Popen[bytes]", address: str) -> str:
    """Return how many mentions and markers a Chromium in that network finds on the page, or why there was no look."""
    chromium = find_chromium()
    if chromium is None:
        return "not run: the page in a browser; there is no Chromium here"
    enter = ["nsenter", f"--target={process.pid}", "--net"]
    done = subprocess.run(
        [*enter, sys.executable, "-c", LOOK, str(chromium), address, *FLAGS], capture_output=True, text=True
    )
    expect(done.returncode == 0, f"the page in a browser: {done.stderr[-500:]}")
    return f"run: the page in Chromium, {done.stdout.strip()}"


def expect(holds: bool, what: str) -> None:
    """Leave with a sentence unless something holds."""
    if not holds:
        sys.exit(f"failed: {what}")


def size_mb(folder: Path) -> int:
    """Return what a folder takes, without what is mounted there."""
    told = subprocess.run(["du", "-sxm", str(folder)], capture_output=True, text=True, check=True)
    return int(told.stdout.split()[0])


def main() -> None:
    """Run the Dockerfile and say what came of it."""
    if len(sys.argv) != 2 or os.geteuid() != 0:
        sys.exit("Run as root: python scripts/try_dockerfile.py FOLDER")
    work = Path(sys.argv[1]).resolve()
    base, image = work / "base", Image(root=work / "root")
    for name, rest in read_instructions((PROJECT / "Dockerfile").read_text()):
        begun = time.monotonic()
        run_instruction(image, name, rest, base)
        print(f"run: {name} {rest[:90]} ({time.monotonic() - begun:.1f} s)", flush=True)
    take_back(image.root, base)
    print(f"size: {size_mb(image.root)} MB, {size_mb(base)} MB of them Debian with Python and pip")
    process = start(image)
    try:
        for sentence in visit(image, process):
            print(f"run: {sentence}", flush=True)
        print(look(process, f"http://127.0.0.1:{image.environment['STREAMLIT_SERVER_PORT']}/"), flush=True)
    finally:
        begun = time.monotonic()
        process.terminate()
        process.wait(STOPPED_WITHIN_S)
    print(f"run: stopped {time.monotonic() - begun:.1f} s after it was asked to")
    for what in NOT_RUN:
        print(f"not run: {what}")


if __name__ == "__main__":
    main()
