r"""The one door through which text enters the map's script.

folium compiles the scripts that it is given once more as Jinja2 templates, and streamlit-folium rewrites names in them,
before the browser evaluates the result. Text that went through `inert_json` survives all three untouched: what Jinja,
HTML, a template literal, a regular expression for `_0a1b...` names or JavaScript could read as more than text is written
as `\uXXXX`.
"""

import json
import re
from collections.abc import Sequence

Scalar = str | int | float | bool | None
Value = Scalar | Sequence["Value"]

# Outside of strings JSON needs only [ ] , digits and the three words; objects are not offered, so that no brace is left.
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_ESCAPE = re.compile(r"\\(?:u[0-9a-f]{4}|.)")
_DANGEROUS = re.compile(r"[<>&{}%$#`'_\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff]")
_SHORT = {'\\"': '"', "\\\\": "\\", "\\b": "\b", "\\f": "\f", "\\n": "\n", "\\r": "\r", "\\t": "\t"}


def inert_json(value: Value) -> str:
    """Return a value as JSON that is nothing but data wherever it is pasted into a script.

    Only lists of strings, numbers, booleans and null are taken. `json.loads` gives any string back, lone surrogates
    included.

    Raises
    ------
    TypeError
        for a mapping, or anything else that is not such a value
    ValueError
        for a number that JSON has no word for (NaN, infinity)
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    if "{" in text and "{" in _STRING.sub("", text):
        message = "a mapping cannot be made inert: hand over a list of its pairs"
        raise TypeError(message)
    return _STRING.sub(_defuse, text)


def _defuse(string: re.Match[str]) -> str:
    inner = _ESCAPE.sub(_spell_out, string.group()[1:-1])
    return f'"{_DANGEROUS.sub(_as_unicode, inner)}"'


def _spell_out(escape: re.Match[str]) -> str:
    short = escape.group()
    return _as_code(_SHORT[short]) if short in _SHORT else short


def _as_unicode(character: re.Match[str]) -> str:
    return _as_code(character.group())


def _as_code(character: str) -> str:
    return f"\\u{ord(character):04x}"
