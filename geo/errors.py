"""What can go wrong, as one small tree.

DatelineError
├── ArticleError        an article cannot be read: missing, binary, wrongly encoded, too large
├── Cancelled           a reading was stopped, since nobody wants it any more
├── GazetteerError      the index is missing, truncated, foreign or too old
└── LanguageDataError   a language file does not say what it must

Each message says what happened, where, and what to do. "Not found" is an answer, not an error.
"""

from collections.abc import Mapping


class DatelineError(Exception):
    """The root of all errors that Dateline raises on purpose."""


class ArticleError(DatelineError):
    """An article cannot be read; where it has a code, each language of the page says why by it and the values."""

    def __init__(
        self, message: str, *, code: str | None = None, values: Mapping[str, str | float] | None = None
    ) -> None:
        super().__init__(message)
        self.code = code
        self.values = values or {}


class Cancelled(DatelineError):  # noqa: N818  # it is no fault
    """A reading was stopped on purpose."""


class GazetteerError(DatelineError):
    """The gazetteer index cannot be used."""


class LanguageDataError(DatelineError):
    """A language's data file is wrong."""


class WeightsError(DatelineError):
    """The file of the clues' weights is wrong."""
