"""The log: one line an event, and nothing in it that a reader gave or that tells who the reader is."""

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from geo.errors import ArticleError, Cancelled, GazetteerError
from geo.logs import Formatter, take_over, tell, tell_failure, timed, warn

ROOT = Path(__file__).parent.parent
SECRET = "Zwiebelturm"


class Lines(logging.Handler):
    """Keeps what is written."""

    def __init__(self, *, as_json: bool = True) -> None:
        super().__init__()
        self.lines: list[str] = []
        take_over(self, Formatter(as_json=as_json))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    @property
    def records(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines]


Attach = Callable[[Lines], Lines]


@pytest.fixture
def attach() -> Iterator[Attach]:
    """Return a function that lets our events, and those of another package, be kept as lines."""
    loggers = [logging.getLogger(name) for name in ("geo", "another")]
    before = [(logger.handlers, logger.level, logger.propagate) for logger in loggers]

    def keep(lines: Lines) -> Lines:
        for logger in loggers:
            logger.handlers, logger.propagate = [lines], False
            logger.setLevel(logging.DEBUG)
        return lines

    yield keep
    for logger, (handlers, level, propagate) in zip(loggers, before, strict=True):
        logger.handlers, logger.propagate = handlers, propagate
        logger.setLevel(level)


@pytest.fixture
def lines(attach: Attach) -> Lines:
    return attach(Lines())


def broken(text: str) -> None:
    raise KeyError(text)


def test_an_event_is_one_line_with_its_facts(lines: Lines) -> None:
    tell("story", id="a-story", letters=12, left_out=None)
    warn("setting", says="this\nor that")
    story, setting = lines.records
    assert story.keys() == {"time", "level", "event", "id", "letters"}
    assert (story["level"], story["event"], story["letters"]) == ("info", "story", 12)
    assert (setting["level"], setting["says"]) == ("warning", "this\nor that")
    assert all("\n" not in line for line in lines.lines)


def test_for_the_eye_it_is_one_line_too(attach: Attach) -> None:
    lines = attach(Lines(as_json=False))
    tell("story", id="a-story", letters=12, left_out=None, places=["a b"])
    warn("setting", says="this\nor that")
    assert lines.lines[0].partition(" ")[2] == 'info story id="a-story" letters=12 places=["a b"]'
    assert lines.lines[1].endswith('warning setting says="this\\nor that"')


def test_what_takes_time_says_how_long_and_what_came_of_it(lines: Lines) -> None:
    with timed("story", id=None, letters=3) as facts:
        facts["mentions"] = 2
    (record,) = lines.records
    assert record.keys() == {"time", "level", "event", "letters", "mentions", "ms"}


def test_a_failure_tells_type_and_place_and_goes_on(lines: Lines) -> None:
    with pytest.raises(KeyError), timed("story", letters=3):
        broken(SECRET)
    (record,) = lines.records
    assert (record["event"], record["error"], record["letters"]) == ("story failed", "KeyError", 3)
    assert any("test_logs.py" in frame and frame.endswith(" broken") for frame in record["at"])
    assert SECRET not in lines.lines[0]


def test_what_is_stopped_is_no_failure(lines: Lines) -> None:
    with pytest.raises(Cancelled), timed("story", letters=3):
        raise Cancelled(SECRET)
    (record,) = lines.records
    assert (record["level"], record["event"]) == ("info", "story stopped")
    assert SECRET not in lines.lines[0]


def test_what_the_host_has_to_mend_is_said_and_what_a_reader_gave_is_not(lines: Lines) -> None:
    try:
        try:
            broken(SECRET)
        except KeyError as cause:
            raise GazetteerError("there is no index at /x; restore it") from cause
    except GazetteerError as error:
        tell_failure("health failed", error)
    tell_failure("story failed", ArticleError(f"{SECRET}.txt is empty"))
    gazetteer, article = lines.records
    assert (gazetteer["says"], gazetteer["cause"]) == ("there is no index at /x; restore it", "KeyError")
    assert "says" not in article
    assert SECRET not in "".join(lines.lines)


@pytest.mark.parametrize("as_json", [True, False])
def test_of_other_packages_only_warnings_are_told_and_nothing_they_fill_in(as_json: bool, attach: Attach) -> None:
    lines = attach(Lines(as_json=as_json))
    theirs = logging.getLogger("another")
    theirs.info("%s connected", "203.0.113.7")
    theirs.warning("cannot read %r", SECRET)
    try:
        broken(SECRET)
    except KeyError:
        theirs.exception("it failed\n")
    assert len(lines.lines) == 2
    assert "cannot read" in lines.lines[0]
    assert "KeyError" in lines.lines[1]
    assert not any(leak in line for line in lines.lines for leak in (SECRET, "203.0.113.7", "Traceback", "\n"))


START = """
import logging, sys, warnings
from geo.logs import start_logging
from geo.ui.server import log_with
log_with(start_logging(sys.argv[1]))
from streamlit.logger import get_logger
get_logger("uvicorn.error").info('%s - "WebSocket %s" [accepted]', "203.0.113.7", "/?q=Zwiebelturm")
try:
    raise ValueError("Zwiebelturm")
except ValueError as error:
    get_logger("streamlit.late").error("Uncaught app execution", exc_info=error)
    logging.getLogger("asyncio").error("%s", "Zwiebelturm", exc_info=error)
"""


@pytest.mark.parametrize("form", ["json", "text"])
def test_streamlits_own_loggers_write_so_too(form: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START, form], capture_output=True, text=True, cwd=ROOT, env=os.environ, check=True
    )
    told = done.stderr.splitlines()
    assert [SECRET in line or "203.0.113.7" in line for line in told] == [False, False]
    assert "Uncaught app execution" in told[0]
    assert all("ValueError" in line for line in told)
    if form == "json":
        assert [json.loads(line)["logger"] for line in told] == ["streamlit.late", "asyncio"]
