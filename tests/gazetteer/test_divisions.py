"""Which code of ISO 3166-2 a division of Natural Earth gets, whose own codes are of several years."""

from typing import Any

import pytest

from geo.gazetteer.sources.divisions import assign_ids

ISO = {
    "IR-07": {"name": "Fārs", "latLng": [29.1, 53.0], "parentCode": None},
    "IR-13": {"name": "Hamadān", "latLng": [34.9, 48.6], "parentCode": None},
    "IR-23": {"name": "Tehrān", "latLng": [35.5, 51.5], "parentCode": None},
    "IR-03": {"name": "Āz̄ārbāyjān-e Shārqī", "latLng": [38.0, 46.7], "parentCode": None},
    "IR-04": {"name": "Āz̄ārbāyjān-e Ghārbī", "latLng": [37.5, 45.0], "parentCode": None},
    "RU-DA": {"name": "Dagestan, Respublika", "latLng": [43.0, 47.0], "parentCode": None},
    "BA-BIH": {"name": "Federacija Bosne i Hercegovine", "latLng": [44.0, 17.8], "parentCode": None},
    "MA-06": {"name": "Casablanca-Settat", "latLng": [33.1, -7.6], "parentCode": None},
}


def division(code: str, name: str, lat: float, lon: float, **more: str) -> dict[str, Any]:
    facts = {"iso_3166_2": code, "name_en": name, "latitude": lat, "longitude": lon, "adm0_a3": "XXX", **more}
    return {"properties": facts}


@pytest.mark.parametrize(
    ("feature", "identifier"),
    [
        pytest.param(division("IR-23", "Tehran", 35.6, 51.4), "iso:IR-23", id="the code of today"),
        pytest.param(division("IR-07", "Tehran", 35.6, 51.4), "iso:IR-23", id="an old code that is another's now"),
        pytest.param(
            division("IR-02", "West Azerbaijan", 37.6, 45.1, name_alt="Azarbayjan-e Gharbi|Azerbaijan West"),
            "iso:IR-04",
            id="east and west are told apart",
        ),
        pytest.param(division("RU-DA", "Dagestan", 42.1, 47.1), "iso:RU-DA", id="a name that is a part of the other"),
        pytest.param(division("BA-BIH", "Una-Sana", 44.7, 16.2), "iso:BA-BIH", id="a part of a division"),
        pytest.param(division("KE-200", "Central", -0.7, 37.0), "iso:KE-200", id="a code that ISO dropped"),
        pytest.param(division("MA-06", "Meknès-Tafilalet", 32.5, -5.1), None, id="a division that is no more"),
        pytest.param(division("-99-X11~", "Somaliland", 9.6, 46.3, adm0_a3="SOL"), "ne:SOL", id="no code at all"),
    ],
)
def test_a_division_gets_the_code_of_today(feature: dict[str, Any], identifier: str | None) -> None:
    assert assign_ids([feature], ISO) == (identifier,)


def test_each_code_is_given_once() -> None:
    features = [
        division("IR-07", "Tehran", 35.6, 51.4),
        division("IR-14", "Fars", 29.1, 53.1),
        division("IR-24", "Hamadan", 34.8, 48.5),
    ]
    assert assign_ids(features, ISO) == ("iso:IR-23", "iso:IR-07", "iso:IR-13")


def test_a_fixed_code_stays() -> None:
    feature = division("PS-GZZ", "Gaza Strip", 31.4, 34.4)
    assert assign_ids([feature], ISO, frozenset({"iso:PS-GZZ"})) == ("iso:PS-GZZ",)
