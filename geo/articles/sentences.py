"""Why a text is refused, in English. The page says the same in the other languages, by the codes; see `data/interface`."""

import math

from geo.errors import ArticleError

WORDS = {
    "file_large": "cannot read {where}: it has {size} MB and the most is {most} MB; split it and read the parts one by one",
    "file_pdf": "cannot read {where}: it is a PDF, not text; save it as plain text (UTF-8) and try again",
    "file_office": "cannot read {where}: it is a ZIP or Office file, not text; save it as plain text (UTF-8) and try again",
    "file_rich": "cannot read {where}: it is a document with layout, not text; save it as plain text (UTF-8) and try again",
    "file_picture": "cannot read {where}: it is a picture, not text; choose a file that holds the words themselves",
    "file_page": "cannot read {where}: it is the source of a web page; open it in the browser and copy its text",
    "file_binary": "cannot read {where}: it is a binary file; choose a text file saved as UTF-8",
    "file_encoding": "cannot read {where}: byte {byte} is not {encoding}; save the file as UTF-8 and try again",
    "file_empty": "cannot read {where}: there is no text in it; choose another file or paste the text",
    "own_large": "your text has {size} MB and the most is {most} MB; split it and read the parts one by one",
    "own_empty": "your text is empty; paste at least one sentence and try again",
    "own_binary": "your text holds the inside of a file instead of words; open the file, copy its words and try again",
    "own_many": "there are {most} texts of yours in this visit already; remove one and try again",
    "own_crowd": "the visitors of this server have too many texts of their own just now; try again in a few minutes",
    "own_slow": "reading your text took more than {seconds} seconds and was stopped; split it and read the parts one by one",
    "own_full": "your texts in this visit would have {size} MB and the most is {most} MB; remove one and try again",
}


def refusal(code: str, **values: str | float) -> ArticleError:
    """Return the error of a code, which holds what it needs to be said in another language."""
    shown = {name: f"{value:g}" if isinstance(value, float) else value for name, value in values.items()}
    return ArticleError(WORDS[code].format_map(shown), code=code, values=values)


def megabytes(size: int) -> float:
    """Return a size in bytes in megabytes, as the sentences give it: what is more than a limit looks like more."""
    return math.ceil(size * 10 / 1024 / 1024) / 10
