"""The legal vocabulary of a language as data: operators, actors, qualifiers, number words, units and bounds."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from treatydiff.errors import ConfigError
from treatydiff.lexicon.classes import ElementClass, LimitClass
from treatydiff.lexicon.extension import merged
from treatydiff.lexicon.finder import Finder

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

QualifierEffect = Literal["discretion", "deference", "opening", "emphasis"]
BoundKind = Literal["ceiling", "floor"]
_ESCAPE = re.compile(r"\\[A-Za-z]")
_LITERAL = re.compile(r"[a-z]{2,}")
_NEGATIVES = frozenset({"no", "not", "nor"})
NEVER = re.compile(r"(?!)")


class OperatorClass(NamedTuple):
    """A rung of the ladder of deontic operators.

    `strength` runs from 5 (binds most) to 0 (frees); -1 binds nobody. `pole` is "positive", "negative", "neutral" or "none".
    `name` is what a finding calls it. `patterns` are regular expressions.
    """

    id: str
    name: str
    strength: int
    pole: str
    patterns: tuple[str, ...]


class Actor(NamedTuple):
    """A phrase for who acts; `name` is its normal form, empty where the phrase itself is."""

    pattern: str
    name: str


class QualifierClass(NamedTuple):
    """Phrases that qualify a duty alike; `degree` is how much room they leave, from 0 (none) to 3."""

    effect: QualifierEffect
    degree: int
    phrases: tuple[str, ...]


class Unit(NamedTuple):
    """What is counted. `days` is the length of one unit of a period in days, None for everything else."""

    id: str
    kind: str
    words: tuple[str, ...]
    days: Fraction | None = None


class Bound(NamedTuple):
    """Words that make a quantity a ceiling or a floor."""

    kind: BoundKind
    words: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Lexicon:
    """The vocabulary of one language; empty for a language that has none, so that the rules stay silent.

    Patterns are compiled when they are first asked for. A lexicon equals only itself. `settings`
    holds the word lists by section and name, `tables` the arrays of tables by name, as in the file.
    """

    language: str = ""
    gap: str = ""
    operators: tuple[OperatorClass, ...] = ()
    actors: tuple[Actor, ...] = ()
    qualifiers: tuple[QualifierClass, ...] = ()
    units: tuple[Unit, ...] = ()
    bounds: tuple[Bound, ...] = ()
    numerals: tuple[tuple[str, Fraction], ...] = ()
    ordinals: tuple[tuple[str, Fraction], ...] = ()
    scales: tuple[tuple[str, int], ...] = ()
    fractions: tuple[tuple[str, Fraction], ...] = ()
    settings: dict[str, dict[str, Any]] = field(default_factory=dict)
    tables: dict[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)

    def entries(self, table: str) -> tuple[dict[str, Any], ...]:
        """Give the entries of an array of tables of the file in order; none where it has no such array."""
        return self.tables.get(table, ())

    def words(self, section: str, name: str) -> frozenset[str]:
        """Give a word list of the file, empty where it has none."""
        key = (section, name)
        if key not in self._word_lists:
            self._word_lists[key] = frozenset(self.settings.get(section, {}).get(name, ()))
        return self._word_lists[key]

    @cached_property
    def _word_lists(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    def pattern(self, section: str, name: str) -> re.Pattern[str]:
        """Give a pattern of the file compiled; one that never matches where it has none."""
        key = (section, name)
        if key not in self._compiled_patterns:
            written = self.settings.get(section, {}).get(name, "")
            self._compiled_patterns[key] = re.compile(written, re.IGNORECASE) if written else NEVER
        return self._compiled_patterns[key]

    @cached_property
    def _compiled_patterns(self) -> dict[tuple[str, str], re.Pattern[str]]:
        return {}

    @cached_property
    def operator_pattern(self) -> Finder:
        """All operators; the group that matched is "o" and the place of the class in `operators`."""
        groups = [rf"(?P<o{n}>{'|'.join(known.patterns)})(?!\w)" for n, known in enumerate(self.operators)]
        return self._finder(groups, self._heads("operators"))

    @cached_property
    def operator_formulas(self) -> re.Pattern[str]:
        """Words that look like operators and govern nobody."""
        return self._any("operators", "formulas")

    @cached_property
    def actor_pattern(self) -> Finder:
        """All actors; the group that matched is "a" and the place in `actors`."""
        groups = [rf"(?P<a{n}>(?:{known.pattern})\b)" for n, known in enumerate(self.actors)]
        return self._finder(groups, self._heads("actors"))

    @cached_property
    def qualifier_pattern(self) -> Finder:
        """All qualifiers; the group that matched is "q" and the place of the class in `qualifiers`."""
        groups = [rf"(?P<q{n}>(?:{'|'.join(known.phrases)})\b)" for n, known in enumerate(self.qualifiers)]
        return self._finder(groups, self._heads("qualifiers"))

    @cached_property
    def qualifier_formulas(self) -> re.Pattern[str]:
        """Words that look like qualifiers and are none."""
        return self._any("qualifiers", "formulas")

    @cached_property
    def unit_pattern(self) -> Finder:
        """All names of units, the longer first."""
        return phrases(frozenset(self.units_by_name))

    @cached_property
    def units_by_name(self) -> dict[str, Unit]:
        """Every unit by each of its names."""
        return {word: unit for unit in self.units for word in unit.words}

    @cached_property
    def bound_kinds(self) -> dict[str, BoundKind]:
        """Every phrase that bounds a quantity, with the kind of bound."""
        return {word: bound.kind for bound in self.bounds for word in bound.words}

    @cached_property
    def quantity_words(self) -> frozenset[str]:
        """Every word that can make or change a quantity: numbers, units, bounds, what says how soon; no bare "of" or "the"."""
        listed = self.words("bounds", "promptness") | self.words("words", "quantifying")
        found = _parts((*self.units_by_name, *self.bound_kinds, *listed)) - (self.function_words - _NEGATIVES - {"than"})
        return found | self.number_words

    @cached_property
    def promptness_words(self) -> frozenset[str]:
        """Every word of content in what says how soon something is due."""
        return _parts(self.words("bounds", "promptness")) - self.function_words

    @cached_property
    def number_words(self) -> frozenset[str]:
        """Every word that is, or is part of, a number in words."""
        tables = (self.numerals, self.ordinals, self.scales, self.fractions)
        return _parts(word for table in tables for word, _ in table) | self.words("numbers", "majorities")

    @cached_property
    def number_tables(self) -> tuple[dict[str, Fraction], dict[str, Fraction], dict[str, int]]:
        """Cardinal numbers, ordinal numbers and scales by their words."""
        return dict(self.numerals), dict(self.ordinals), dict(self.scales)

    @cached_property
    def fraction_table(self) -> dict[str, Fraction]:
        """Fractions by their words."""
        return dict(self.fractions)

    def listed(self, table: str) -> Finder:
        """All phrases of an array of tables with `patterns`; the group that matched is "t" and the place of its entry.

        A section of the same name and an "s" may list the `heads` of the words with which a phrase begins.
        """
        if table not in self._listed_patterns:
            groups = [rf"(?P<t{n}>(?:{'|'.join(entry['patterns'])})(?!\w))" for n, entry in enumerate(self.entries(table))]
            self._listed_patterns[table] = self._finder(groups, self._heads(f"{table}s"))
        return self._listed_patterns[table]

    def entry(self, table: str, match: re.Match[str]) -> dict[str, Any]:
        """Give the entry of an array of tables one of whose phrases was found."""
        return self.entries(table)[int(str(match.lastgroup)[1:])]

    @cached_property
    def _listed_patterns(self) -> dict[str, Finder]:
        return {}

    @cached_property
    def operator_beginnings(self) -> tuple[str, ...]:
        """How the words begin that the patterns of the operators are made of: no operator changes without one of them.

        Words without content are left out, but for those that negate.
        """
        written = " ".join(pattern for known in self.operators for pattern in known.patterns)
        found = set(_LITERAL.findall(_ESCAPE.sub(" ", written).casefold()))
        return tuple(sorted(found - (self.function_words - _NEGATIVES)))

    @cached_property
    def elements(self) -> tuple[ElementClass, ...]:
        """The elements of offences."""
        return tuple(ElementClass(**{**item, "patterns": tuple(item["patterns"])}) for item in self.entries("element"))

    @cached_property
    def element_pattern(self) -> Finder:
        """All elements of offences; the group that matched is "e" and the place of the class in `elements`."""
        groups = [rf"(?P<e{n}>(?:{'|'.join(known.patterns)})\b)" for n, known in enumerate(self.elements)]
        return self._finder(groups, self._heads("intent"))

    @cached_property
    def limits(self) -> tuple[LimitClass, ...]:
        """The words that say how far a clause reaches, ladders before single limits."""
        steps = [
            LimitClass(f"{item['id']} {step}", "widens", "before", tuple(patterns), item["id"], step)
            for item in self.entries("ladder")
            for step, patterns in enumerate(item["steps"], start=1)
        ]
        return (*steps, *(LimitClass(**{**item, "patterns": tuple(item["patterns"])}) for item in self.entries("limit")))

    @cached_property
    def limit_pattern(self) -> Finder:
        """All limits; the group that matched is "l" and the place of the class in `limits`."""
        groups = [rf"(?P<l{n}>(?:{'|'.join(known.patterns)})\b)" for n, known in enumerate(self.limits)]
        for name in ("complement", "instrument"):
            written = self.settings.get("scope", {}).get(name, "")
            groups = [group.replace(f"{{{name}}}", written) for group in groups]
        return self._finder(groups, self._heads("scope"))

    def breadth(self, phrase: str) -> int | None:
        """Say how far a term reaches by the widest of its words that the lexicon knows, from 1; None where it knows none."""
        return max((self._breadths[word] for word in phrase.casefold().split() if word in self._breadths), default=None)

    @cached_property
    def _breadths(self) -> dict[str, int]:
        return {word: item["degree"] for item in self.entries("breadth") for word in item["words"]}

    @cached_property
    def spellings(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        """What folds two spellings of a word in lower case into one: patterns with what each becomes, to be used in order."""
        return tuple((re.compile(item["written"]), item["becomes"]) for item in self.entries("spelling"))

    @cached_property
    def party_words(self) -> frozenset[str]:
        """Every word that names an actor, tells one from another or says how many of them act; no bare articles."""
        listed = self.words("parties", "nouns") | self.words("parties", "telling") | self.words("parties", "individual")
        spelled = self.words("epithets", "words")
        return (_parts(listed) | spelled) - (self.function_words - self.words("parties", "individual"))

    @cached_property
    def safeguards(self) -> Finder:
        """Words that protect a person."""
        return phrases(self.words("safeguards", "words"))

    @cached_property
    def function_words(self) -> frozenset[str]:
        """Words without content of their own."""
        return self.words("words", "function")

    def stem(self, word: str) -> str:
        """Give the part of a word that its forms share: "establishing" and "establish" alike."""
        return _stem(word.casefold(), self._suffixes)

    @cached_property
    def _suffixes(self) -> tuple[str, ...]:
        return tuple(self.settings.get("words", {}).get("suffixes", ()))

    def _heads(self, section: str) -> frozenset[str]:
        """Give how the words begin with which the phrases of a section begin."""
        return self.words(section, "heads")

    def _finder(self, patterns: list[str], heads: frozenset[str]) -> Finder:
        return Finder([pattern.replace("{gap}", self.gap) for pattern in patterns], heads)

    def _any(self, section: str, name: str) -> re.Pattern[str]:
        """Compile the patterns of a list of the file into one; one that never matches where it has none."""
        patterns = self.settings.get(section, {}).get(name, ())
        written = "|".join(rf"\b(?:{pattern})" for pattern in patterns).replace("{gap}", self.gap)
        return re.compile(f"(?:{written})", re.IGNORECASE) if patterns else NEVER


_SHORTEST_STEM = 3


@lru_cache(maxsize=4096)
def _stem(word: str, suffixes: tuple[str, ...]) -> str:
    suffix = next((s for s in suffixes if word.endswith(s) and len(word) - len(s) >= _SHORTEST_STEM), "")
    stem = word.removesuffix(suffix)
    return stem[:-1] if len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] else stem


def _parts(phrases_: Iterable[str]) -> frozenset[str]:
    return frozenset(part for phrase in phrases_ for part in phrase.replace("-", " ").split())


@cache
def phrases(known: frozenset[str]) -> Finder:
    """Compile phrases into one pattern, the longer before the shorter, their spaces any white space."""
    longest_first = sorted(known, key=lambda phrase: (-len(phrase), phrase))
    written = [r"\s+".join(re.escape(word) for word in phrase.split()) + r"(?!\w)" for phrase in longest_first]
    return Finder(written, frozenset(phrase.split()[0].lower() for phrase in known), inside_compounds=True)


@cache
def load(language: str) -> Lexicon:
    """Load the lexicon of a language (ISO 639-1); an empty one when there is none."""
    data = _file(language)
    return _built(data) if data else Lexicon(language=language)


def extended(language: str, own: Mapping[str, Any]) -> Lexicon:
    """Load the lexicon of a language with a user's additions, shaped as a lexicon file.

    Raises:
        ConfigError: the additions cannot be read as parts of a lexicon.

    """
    place = f"lexicon.{language}"
    base = _file(language) or {"language": language, "gap": r"\s+"}
    data = merged(base, own, place)
    try:
        return _built(data)
    except KeyError as error:
        raise ConfigError(f"an entry lacks {error}", mend="add it", place=place) from error
    except (TypeError, ValueError, AttributeError) as error:
        raise ConfigError(
            f"cannot be read as part of a lexicon ({error})",
            mend="write it as the lexicon that comes with treatydiff",
            place=place,
        ) from error


def _file(language: str) -> dict[str, Any]:
    """Read the lexicon file of a language; nothing when there is none."""
    file = Path(__file__).parent / f"{language}.toml"
    if not language.isalpha() or not file.is_file():
        return {}
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _built(data: dict[str, Any]) -> Lexicon:
    numbers = data.get("numbers", {})
    return Lexicon(
        language=data["language"],
        gap=data["gap"],
        operators=tuple(OperatorClass(**{**item, "patterns": tuple(item["patterns"])}) for item in data.get("operator", ())),
        actors=tuple(Actor(**item) for item in data.get("actor", ())),
        qualifiers=tuple(QualifierClass(**{**item, "phrases": tuple(item["phrases"])}) for item in data.get("qualifier", ())),
        units=tuple(_unit(item) for item in data.get("unit", ())),
        bounds=tuple(Bound(item["kind"], tuple(item["words"])) for item in data.get("bound", ())),
        numerals=_values(numbers.get("cardinals", {})),
        ordinals=_values(numbers.get("ordinals", {})),
        scales=tuple(numbers.get("scales", {}).items()),
        fractions=_values(numbers.get("fractions", {})),
        settings={name: value for name, value in data.items() if isinstance(value, dict)},
        tables={name: tuple(value) for name, value in data.items() if isinstance(value, list)},
    )


def _unit(item: dict[str, Any]) -> Unit:
    days = item.get("days")
    return Unit(item["id"], item["kind"], tuple(item["words"]), Fraction(days) if days else None)


def _values(table: dict[str, int | str]) -> tuple[tuple[str, Fraction], ...]:
    return tuple((word, Fraction(value)) for word, value in table.items())
