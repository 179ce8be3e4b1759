"""`python -m geo check`: whether an instance is set up right."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from click.testing import CliRunner

from geo import check
from geo.__main__ import main
from geo.check import Finding
from geo.settings import DATA, Settings
from tests.gazetteer.tiny import make_row, write_index

ROOT = Path(__file__).parent.parent


def grades(findings: Iterable[Finding]) -> list[str]:
    return [finding.grade for finding in findings]


@pytest.mark.parametrize(
    ("found", "grade"),
    [((3, 10), "error"), ((3, 11), "ok"), ((3, 12), "ok"), ((3, 13), "ok"), ((3, 14), "note")],
)
def test_the_python(found: tuple[int, int], grade: str) -> None:
    assert grades(check.check_python(found)) == [grade]


def test_the_packages_are_those_that_are_pinned() -> None:
    assert grades(check.check_packages()) == ["ok"]


def test_a_package_of_another_version_or_none_is_named(tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text("# a remark\nclick==0.0.1\nno-such-package==3.0\n")
    click, none = check.check_packages(pins)
    assert click.sentence.startswith("click is ")
    assert "no-such-package is not installed, 3.0 is needed" in none.sentence
    assert grades((click, none)) == ["error", "error"]


def test_a_package_for_other_systems_is_not_missed(tmp_path: Path) -> None:
    pins = tmp_path / "requirements.txt"
    pins.write_text('no-such-package==3.0; sys_platform == "other"  # a remark\n')
    assert grades(check.check_packages(pins)) == ["ok"]


def test_without_the_list_the_versions_are_only_noted(tmp_path: Path) -> None:
    assert grades(check.check_packages(tmp_path / "none.txt")) == ["note"]


def test_a_damaged_index_is_seen(tmp_path: Path) -> None:
    index = write_index(tmp_path / "places.dgz", [make_row("gn:1")])
    assert grades(check.check_index(index)) == ["ok"]
    content = bytearray(index.read_bytes())
    content[content.rindex(b"gn:1")] ^= 1
    index.write_bytes(content)
    assert grades(check.check_index(index)) == ["error"]


def test_a_data_folder_that_cannot_be_written_is_no_failure(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert grades(check.check_own_places(tmp_path / "deep" / "own")) == ["ok"]
    assert grades(check.check_own_places(tmp_path / "file" / "own")) == ["note"]
    assert not (tmp_path / "deep").exists()


def test_stories_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    assert grades(check.check_stories(DATA / "articles")) == ["ok"]
    (tmp_path / "articles.toml").write_text('[[article]]\nid = "none"\n')
    assert grades(check.check_stories(tmp_path)) == ["error", "error"]


@pytest.mark.parametrize(
    ("given", "grade"),
    [
        ("", "ok"),
        ("/", "ok"),
        ("news", "ok"),
        ("/a/b-c/", "ok"),
        ("a b", "error"),
        ("a/../b", "error"),
        ("a//b", "error"),
    ],
)
def test_the_base_path(given: str, grade: str) -> None:
    assert grades(check.check_base_path(given)) == [grade]


def test_who_may_embed() -> None:
    (found,) = check.check_frames(Settings(embed_origins=("https://a.example",)))
    assert "https://a.example" in found.sentence


def test_a_temporary_folder_that_is_missing_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(**_: object) -> None:
        raise FileNotFoundError(2, "No usable temporary directory found")

    monkeypatch.setattr(tempfile, "TemporaryFile", none)
    assert grades(check.check_temporary_folder()) == ["error"]


@pytest.mark.parametrize("command", ["check", "--check"])
def test_an_instance_that_is_set_up_right(command: str, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, [command], env={"DATELINE_PLACES": str(tmp_path)})
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "This instance is set up right."
    assert "Moscow" in done.stdout


def test_each_failure_is_named_on_stderr_and_the_rest_is_checked(tmp_path: Path) -> None:
    environment = {
        "DATELINE_GAZETTEER": str(tmp_path / "none.dgz"),
        "DATELINE_EMBED_ORIGINS": "everybody",
        "DATELINE_PLACES": str(tmp_path),
    }
    done = CliRunner().invoke(main, ["check"], env=environment)
    assert done.exit_code == 1
    assert "'everybody'" in done.stderr
    assert "there is no gazetteer index at" in done.stderr
    assert done.stderr.splitlines()[-1] == "error: this instance is not set up right: 3 to be mended."
    assert "stories can be read" in done.stdout


def test_in_a_process_of_its_own_it_finds_streamlits_base_path_and_secrets(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "secrets.toml").write_text('DATELINE_EMBED_ORIGINS = "https://a.example"\n')
    environment = {**os.environ, "HOME": str(tmp_path), "STREAMLIT_SERVER_BASE_URL_PATH": "news"}
    done = subprocess.run(
        [sys.executable, "-m", "geo", "--check"], capture_output=True, cwd=ROOT, env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    assert b"below /news/" in done.stdout
    assert b"Pages of https://a.example may embed" in done.stdout
