"""How the sections of the index are laid out; the build and the reader share it.

Places stand in the order of their ids in the trie `ids`, names in the order of their keys in the trie `names`, so
that a trie's own number of an entry is its row everywhere else. All numbers are little endian.

    ids, names      marisa tries
    known           marisa trie of the keys of well-known places: what is offered while somebody types
    known_backward  the same keys, letters in reverse: for misspellings in the first half of a word
    places          PLACE a place
    shown_at        uint32 a place, and one more: where its display names begin
    shown           a display name: uint8 language (an index into LANGUAGES), uint8 bytes, the name in UTF-8
    detail_rows     uint32 a place with details, ascending: its row
    detail_at       uint32 for each of these, and one more: where its details begin
    details         JSON: box, status, what it touches and stands for
    facts           JSON: the features, countries, divisions and kinds of posting that numbers elsewhere point to
    name_at         uint32 a name: the row of its only place, or LIST plus where its places begin in `lists`
    name_how        uint16 a name: how its only place has it, or how many places it has
    lists           uint32 a posting: rows of places, best known first
    list_how        uint16 a posting: how the place has the name, an index into the facts' "how"
    word_names      uint32 a name that is an everyday word, ascending
    word_zipf       4 bits a language of WORD_LANGUAGES for each of these, the first in the low bits: its Zipf frequency x ZIPF
    cell_at         uint32 a cell of one degree, and one more: where its places begin; south to north, west to east
    cells           uint32 rows of towns and sites
    area_rows       uint32 a place with an area, ascending: its row
    area_at         uint32 for each of these, and one more: where its area begins
    areas           polygons, see geo.gazetteer.areas, each compressed
"""

import struct

# lat and lon in 1e-6 degrees, population, division + 1, feature, country, importance x IMPORTANCE
PLACE = struct.Struct("<iiIHHBB")
DEGREE = 1_000_000
IMPORTANCE = 250
ZIPF = 2  # halves: what decides is whether a word is common or rare
LIST = 1 << 31
SHORTEST_NAME = 2  # letters; shorter ones are left out

DISPLAY = 1  # the place is shown under this name in some language
CURATED = 2  # the name is in a table written by hand
ACRONYM = 4  # it is written in capitals only: US, UAE
BARE = 8  # it is the place's name without its class noun: Tana for Lake Tana

LANGUAGES = ("ar", "en", "fr", "de", "es", "ru", "uk", "fa", "ur", "tr", "az", "hy", "he", "it", "pt", "nl", "pl")
WORD_LANGUAGES = ("ar", "en", "de", "es", "fa", "fr", "he", "it", "nl", "pl", "pt", "ru", "tr", "uk", "ur")
# Others whose names of countries, divisions and towns are kept, so that their texts too can be read by script alone.
OTHER_LANGUAGES = (
    *(
        "am",
        "be",
        "bg",
        "bn",
        "bs",
        "ca",
        "ckb",
        "cs",
        "da",
        "el",
        "et",
        "fi",
        "ha",
        "hi",
        "hr",
        "hu",
        "id",
        "ja",
        "ka",
    ),
    *("kk", "ko", "ku", "ky", "lt", "lv", "mk", "ms", "nb", "ps", "ro", "sd", "sk", "sl", "so", "sq", "sr", "sv", "sw"),
    *("tg", "th", "tk", "ug", "uz", "vi", "zh"),
)
ANY = 1 << 31  # some source gives the name without a language
OTHER = 1 << 30  # a language that is not among LANGUAGES has it

CELLS_AROUND = 360  # cells of one degree in a row
CELL_ROWS = 180


def language_bit(lang: str | None) -> int:
    """Return the bit of a language."""
    if lang is None:
        return ANY
    return 1 << LANGUAGES.index(lang) if lang in LANGUAGES else OTHER


def cell_of(lat: float, lon: float) -> int:
    """Return the number of the cell of one degree that a point lies in."""
    row = min(CELL_ROWS - 1, max(0, int(lat + 90)))
    return row * CELLS_AROUND + int(lon + 180) % CELLS_AROUND
