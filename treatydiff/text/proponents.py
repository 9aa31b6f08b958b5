"""Who speaks in a negotiating text: States and groups as the compilations of proposals name them.

Codes are those of ISO 3166-1 (alpha-2, and the alpha-3 codes and abbreviations in use), groups those that speak in United
Nations negotiations. A group is kept as named and never taken apart into States.
"""

from __future__ import annotations

import re

_CODES_WRITTEN = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CK CL CM CN CO CR CU"
    " CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ"
    " IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU"
    " MV MW MX MY MZ NA NE NG NI NL NO NP NR NU NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL"
    " SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG UK US UY UZ VA VC VE VN VU WS YE ZA ZM ZW"
    " USA UAE AUS CAN CHN NZL PRC ROK DPRK DRC KSA RSA RUS GBR JPN IND BRA MEX ZAF IDN EGY NOR CHE"
    " EU G77 G-77 AOSIS SIDS LDCS AU-C CARICOM ASEAN GRULAC WEOG EEG EIG AILAC ALBA LMDC LMDCS AGN APG BASIC JUSCANZ CANZ"
    " MERCOSUR PIF PSIDS OIC LAS AMCEN UNASUR SICA ECOWAS SADC"
)
_NAMES_WRITTEN = (
    "Afghanistan|African Group|Albania|Algeria|Andorra|Angola|Arab Group|Argentina|Armenia|Australia|Austria|Azerbaijan|Bahamas"
    "|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei"
    "|Bulgaria|Burkina Faso|Burundi|Cabo Verde|Cambodia|Cameroon|Canada|Chad|Chile|China|Colombia|Comoros|Congo|Costa Rica"
    "|Côte d'Ivoire|Croatia|Cuba|Cyprus|Czechia|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador"
    "|Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|European Union|Fiji|Finland|France|G77 and China|Gabon|Gambia"
    "|Georgia|Germany|Ghana|Greece|Grenada|Group of 77|Guatemala|Guinea|Guinea-Bissau|Guyana|Haiti|Holy See|Honduras|Hungary"
    "|Iceland|India|Indonesia|Iran|Iraq|Ireland|Israel|Italy|Jamaica|Japan|Jordan|Kazakhstan|Kenya|Kiribati|Kuwait|Kyrgyzstan"
    "|Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta"
    "|Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|Mozambique|Myanmar"
    "|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Macedonia|Norway|Oman|Pakistan|Palau|Palestine"
    "|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Qatar|Republic of Korea|Romania|Russia"
    "|Russian Federation|Rwanda|Saint Lucia|Samoa|San Marino|Saudi Arabia|Senegal|Serbia|Seychelles|Sierra Leone|Singapore"
    "|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland"
    "|Syria|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|Tonga|Trinidad and Tobago|Tunisia|Türkiye|Turkey|Turkmenistan|Tuvalu"
    "|Uganda|Ukraine|United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Venezuela|Viet Nam|Yemen"
    "|Zambia|Zimbabwe|Umbrella Group|Like-Minded Group|Secretariat|Chair|Co-Chairs|Facilitator"
)
_CODES = frozenset(_CODES_WRITTEN.split())
_NAMES = frozenset(_NAMES_WRITTEN.split("|"))
_PARTS = re.compile(r"\s*[,/;&]\s*(?:and\s+)?|\s+and\s+")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 200
_SHORTEST_NEAR = 5
_NEAR = 84.0
"""Per cent of the letters in order that make one name a slip for another."""


def are_proponents(text: str) -> bool:
    """Whether a text is nothing but a list of States and groups: "EU", "CL/NZ", "Norway, Switzerland and Türkiye"."""
    listed = text.strip()
    if not 0 < len(listed) <= _LONGEST:
        return False
    return _is_one(listed) or all(map(_is_one, _PARTS.split(listed)))


def listed(text: str) -> list[str]:
    """Part a list of States and groups into their names, be they known or not."""
    return [name for part in _PARTS.split(text.strip()[:_LONGEST]) if (name := part.strip())]


def known_as(name: str) -> str:
    """Give the State or group that a name is nearly, when it is none: "Liechtenstein" for "Lichtenstein"; else nothing."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415 (few drafts have such names)

    if len(name) < _SHORTEST_NEAR or not name[0].isupper() or _is_one(name):
        return ""
    found = process.extractOne(name, sorted(_NAMES), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return found[0] if found else ""


def abbreviates(short: str, words: str) -> bool:
    """Whether a code is rather the abbreviation of the words before it, as in "identity documents (ID)"."""
    letters = [c.casefold() for c in short if c.isalpha()]
    before = [word[0].casefold() for word in _WORD.findall(words[-_LONGEST:])]
    return before[-len(letters) :] == letters or _skipping_small(words)[-len(letters) :] == letters


def _is_one(name: str) -> bool:
    bare = name.removeprefix("the ").removeprefix("The ")
    return bare in _NAMES or bare in _CODES or name in {"G77+China", "G77 + China", "LDCs"}


def _skipping_small(words: str) -> list[str]:
    return [word[0].casefold() for word in _WORD.findall(words[-_LONGEST:]) if word[0].isupper() or len(word) > len("and")]
