"""How the sections of the index are laid out; the build and the reader share it.

Places stand in the order of their ids in the trie `ids`, names in the order of their keys in the trie `names`, so
that a trie's own number of an entry is its row everywhere else. All numbers are little endian.

    ids, names      marisa tries
    places          PLACE a place
    details         JSON a place: display names and what few places have; `detail_at` holds uint32 offsets
    posting_at      uint32 a name, and one more: where its postings begin
    postings        uint32 a posting: the place's row; best known place first
    posting_flags   uint8 a posting: the flags below
    posting_langs   uint32 a posting: which languages have the name, a bit each of LANGUAGES; ANY where no source says
    word_names      uint32 a name that is made of everyday words, ascending
    word_zipf       uint8 a language of `about["languages"]` for each of these: its Zipf frequency x 25
"""

import struct

PLACE = struct.Struct("<iiIHBB")  # lat and lon in 1e-6 degrees, population, country, feature, importance x 250
DEGREE = 1_000_000
IMPORTANCE = 250
ZIPF = 25

DISPLAY = 1  # the place is shown under this name in some language
CURATED = 2  # the name is in the curated table
ACRONYM = 4  # it is written in capitals only: US, UAE
BARE = 8  # it is the place's name without its class noun: Tana for Lake Tana


LANGUAGES = ("ar", "en", "fr", "de", "es", "ru", "uk", "fa", "ur", "tr", "az", "hy", "he", "it", "pt", "nl", "pl")
WORD_LANGUAGES = ("ar", "en", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk", "ur")
ANY = 1 << 31  # some source gives the name without a language
OTHER = 1 << 30  # a language that is not among LANGUAGES has it


def language_bit(lang: str | None) -> int:
    """Return the bit of a language."""
    if lang is None:
        return ANY
    return 1 << LANGUAGES.index(lang) if lang in LANGUAGES else OTHER


def pack_country(code: str | None) -> int:
    """Return two letters as a number; 0 is no country."""
    return int.from_bytes(code.encode("ascii"), "little") if code else 0


def unpack_country(number: int) -> str | None:
    """Return the two letters of a number."""
    return number.to_bytes(2, "little").decode("ascii") if number else None
