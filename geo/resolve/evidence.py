"""What speaks for and against a candidate: clues, whose weights stand in data/weights.toml."""

from collections.abc import Mapping

Weights = Mapping[str, float]  # clue -> log-odds

CLUES: Mapping[str, str] = {
    "fitness": "how well the name fits and how well known the place is, 0 to 1",
    "none": "that none of the candidates is meant",
    "class_noun_fits": "a class noun that fits: province of X is a division",
    "other_class": "a class noun of another kind",
    "around_city": "a division whose city has the same name, without a class noun",
    "own": "a place that the reader added: those go first",
    "alone": "the only place of its name, the divisions around it aside",
    "country": "a country",
    "capital": "the capital of a country",
    "famous": "a town that is ten times as large as every other of its name",
    "division": "a state, province or district, without a class noun",
    "feature": "water, mountains, a region or a facility, without a class noun",
    "co_country": "its country, or one that it borders, is named in the text",
    "co_power": "that country is a great power, which news of anywhere names",
    "other_country": "the text names countries, none of them its own",
    "namesake_named": "a country, where the text has a nationality word for that of a town of the same name, and nothing else of this one",
    "co_division": "its division is named in the text",
    "country_places": "other places of the text lie in its country (logarithm of their number)",
    "division_places": "other places of the text lie in its division (logarithm of their number)",
    "holds": "other places of the text lie in it, which is a division (logarithm of their number)",
    "sibling": "the text names another division of its country and rank",
    "dateline": "a town, where the report says at its head where it comes from",
    "nearby": "another place of the text lies within 150 km",
    "contained": "a place that contains it stands beside it, here or at another mention: X, Y",
    "home_country": "the outlet is at home in its country",
    "home_division": "the outlet is at home in its division",
    "language": "the article's language is spoken in its country",
}
