"""How common a word is, from the package wordfreq; read only when an index is built."""

import math

import wordfreq

from geo.text.tokens import name_key

_PER_BILLION = 9  # a Zipf frequency is log10 of occurrences per billion words


def word_frequencies(lang: str) -> dict[str, float]:
    """Return the Zipf frequency of every folded word of a language; spellings of one key are added up."""
    shares: dict[str, float] = {}
    for word, share in wordfreq.get_frequency_dict(lang, wordlist="best").items():
        key = name_key(word)
        if key:
            shares[key] = shares.get(key, 0.0) + share
    wordfreq.get_frequency_dict.cache_clear()  # it would keep every language's list
    wordfreq.get_frequency_list.cache_clear()
    return {key: math.log10(share) + _PER_BILLION for key, share in shares.items()}


def spellings(lang: str) -> dict[str, float]:
    """Return each word's share of running text, as it is spelled."""
    shares: dict[str, float] = wordfreq.get_frequency_dict(lang, wordlist="best")
    return shares
