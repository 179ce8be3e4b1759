"""An own text inside a link. It gets there by its reader's choice only; whoever made a link may mean harm, so reading it is bounded."""

import base64
import binascii
import json
import zlib
from dataclasses import dataclass

LONGEST = 6_000  # letters of a packed text; browsers and servers take links of 8,000
MOST_BYTES = 200_000  # that a packed text may grow to; thirty times LONGEST, more than any prose gives
_RAW = -zlib.MAX_WBITS  # deflate without header and sum


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedText:
    """What a link holds of an own text."""

    text: str
    title: str = ""
    lang: str | None = None


def pack(packed: PackedText) -> str | None:
    """Return a text in letters that a link may hold; None where it is longer than `LONGEST`."""
    if len(packed.text) > MOST_BYTES:
        return None
    plain = json.dumps([packed.text, packed.title, packed.lang], ensure_ascii=False, separators=(",", ":"))
    deflate = zlib.compressobj(9, zlib.DEFLATED, _RAW)
    small = deflate.compress(plain.encode("utf-8", errors="replace")) + deflate.flush()
    letters = base64.urlsafe_b64encode(small).decode("ascii").rstrip("=")
    return letters if len(letters) <= LONGEST else None


def unpack(letters: str) -> PackedText | None:
    """Return the text that a link holds; None where it holds none, only a part of one, or one that grows without end."""
    if len(letters) > LONGEST or not letters.isascii():
        return None
    try:
        small = base64.b64decode(letters + "=" * (-len(letters) % 4), altchars=b"-_", validate=True)
        inflate = zlib.decompressobj(_RAW)
        plain = inflate.decompress(small, MOST_BYTES)
        held = json.loads(plain.decode("utf-8")) if inflate.eof else None
    except (binascii.Error, zlib.error, ValueError, RecursionError):
        return None
    match held:
        case [str(text), str(title), str() | None as lang] if text.strip():
            return PackedText(text=text, title=title[:200], lang=lang)
    return None
