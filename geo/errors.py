"""What can go wrong, as one small tree.

DatelineError
├── ArticleError        an article cannot be read: missing, binary, wrongly encoded, too large
├── GazetteerError      the index is missing, truncated, foreign or too old
└── LanguageDataError   a language file does not say what it must

Each message says what happened, where, and what to do. "Not found" is an answer, not an error.
"""


class DatelineError(Exception):
    """The root of all errors that Dateline raises on purpose."""


class ArticleError(DatelineError):
    """An article cannot be read."""


class GazetteerError(DatelineError):
    """The gazetteer index cannot be used."""


class LanguageDataError(DatelineError):
    """A language's data file is wrong."""


class WeightsError(DatelineError):
    """The file of the clues' weights is wrong."""
