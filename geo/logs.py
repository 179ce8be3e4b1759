"""What the server says of its work on stderr: one line an event, with no text, title, query or address of a reader in it.

`DATELINE_LOG=json` makes each line a JSON object, with `time`, `level`, `event` and the facts of the event; else the same is
written for the eye. Of an exception there are type and place, never its message, which may hold what somebody pasted. Lines
of other packages are kept from warnings on, without what they fill into their sentences.
"""

import json
import logging
import time
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from geo.errors import Cancelled, GazetteerError, LanguageDataError, WeightsError

ROOT = Path(__file__).resolve().parent.parent
DEEPEST = 6  # frames of a failure that are told, the innermost ones
# Their messages are about files of the host, never about a text, and say what to mend
SPEAKING = (GazetteerError, LanguageDataError, WeightsError)

_OURS = "geo"
_FACTS = "dateline_facts"
_LOG = logging.getLogger(_OURS)


def tell(event: str, **facts: object) -> None:
    """Write a line about an event; whoever calls gives facts that everybody who runs the server may read."""
    _write(logging.INFO, event, facts)


def warn(event: str, **facts: object) -> None:
    """Write a line about something that the host should mend."""
    _write(logging.WARNING, event, facts)


def tell_failure(event: str, error: BaseException, **facts: object) -> None:
    """Write a line about something that failed: what kind of error it was and where it arose."""
    _write(logging.ERROR, event, {**facts, **_about(error)})


@contextmanager
def timed(event: str, **facts: object) -> Iterator[dict[str, object]]:
    """Tell an event with the ms that it took once it is over, stopped or failed; what is yielded takes more facts."""
    begun = time.perf_counter()
    try:
        yield facts
    except Cancelled:
        tell(f"{event} stopped", **facts, ms=_since(begun))
        raise
    except Exception as error:
        tell_failure(f"{event} failed", error, **facts, ms=_since(begun))
        raise
    tell(event, **facts, ms=_since(begun))


def start_logging(form: str) -> logging.Formatter:
    """Let everything that is logged be written in one form, "text" or "json"; return what writes it."""
    formatter = Formatter(as_json=form == "json")
    logging.captureWarnings(True)
    root = logging.getLogger()
    if not root.handlers:
        root.addHandler(logging.StreamHandler())
    _LOG.setLevel(logging.INFO)
    named = [logger for logger in logging.root.manager.loggerDict.values() if isinstance(logger, logging.Logger)]
    for handler in (handler for logger in (root, *named) for handler in logger.handlers):
        take_over(handler, formatter)
    return formatter


def take_over(handler: logging.Handler, formatter: logging.Formatter) -> None:
    """Let a handler write in a form, and nothing of other packages below a warning: they name who connects."""
    handler.setFormatter(formatter)
    if _is_told not in handler.filters:
        handler.addFilter(_is_told)


class Formatter(logging.Formatter):
    """Writes a record as one line."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        when = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        facts = _facts_of(record)
        if self._as_json:
            line = {"time": when, "level": record.levelname.lower(), **facts}
            return json.dumps({name: value for name, value in line.items() if value is not None}, default=str)
        told = (f"{name}={_flat(value)}" for name, value in facts.items() if name != "event" and value is not None)
        return " ".join((when, record.levelname.lower(), str(facts["event"]), *told))


def _write(level: int, event: str, facts: Mapping[str, object]) -> None:
    _LOG.log(level, event, extra={_FACTS: facts})


def _is_told(record: logging.LogRecord) -> bool:
    return hasattr(record, _FACTS) or record.levelno >= logging.WARNING


def _facts_of(record: logging.LogRecord) -> dict[str, object]:
    facts = getattr(record, _FACTS, None)
    if facts is not None:
        return {"event": record.msg, **facts}
    error = record.exc_info[1] if record.exc_info else None
    said = record.msg if isinstance(record.msg, str) else type(record.msg).__name__
    about = _about(error) if error is not None else {}
    return {"event": "log", "logger": record.name, "message": said.strip(), **about}


def _about(error: BaseException) -> dict[str, object]:
    cause = error.__cause__ or error.__context__
    frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
    return {
        "error": type(error).__name__,
        "cause": type(cause).__name__ if cause is not None else None,
        "says": str(error) if isinstance(error, SPEAKING) else None,
        "at": [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames],
    }


def _short(file: str) -> str:
    path = Path(file)
    if path.is_relative_to(ROOT / "geo"):
        return path.relative_to(ROOT).as_posix()
    return "/".join(path.parts[-2:])


def _flat(value: object) -> str:
    return (
        json.dumps(value, ensure_ascii=False, default=str)
        if isinstance(value, str | list | tuple | dict)
        else str(value)
    )


def _since(begun: float) -> float:
    return round((time.perf_counter() - begun) * 1000, 1)
