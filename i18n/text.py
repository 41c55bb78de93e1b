"""One language's words, and the numbers, dates and lists written its way."""

import datetime
import functools
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from data.model.rounding import half_up
from i18n.periods import spell_period

FOLDER = Path(__file__).parent
SOURCE_LANGUAGE = "sq"
LANGUAGES: tuple[str, ...] = (SOURCE_LANGUAGE, "en")


class MissingWord(KeyError):
    """A key that a language file does not have."""


def flatten(table: dict[str, Any], prefix: str = "") -> dict[str, str]:
    """Nested TOML tables as one mapping of dotted keys."""
    flat: dict[str, str] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= flatten(value, f"{prefix}{key}.")
        else:
            flat[f"{prefix}{key}"] = value
    return flat


@dataclass(frozen=True)
class Text:
    """The words of one language. Call it with a key: `t("nav.risk")`; named values fill the braces."""

    language: str
    table: dict[str, str] = field(repr=False, hash=False, compare=False)

    @property
    def locale(self) -> Locale:
        """Babel's name for how this language writes numbers and dates."""
        return Locale.parse(self.table["language.locale"])

    def __call__(self, key: str, **values: object) -> str:
        """The words under `key`, its braces filled; raises MissingWord with the language and the key."""
        if key not in self.table:
            raise MissingWord(f"i18n/{self.language}.toml has no '{key}'")
        return self.table[key].format(**values) if values else self.table[key]

    def has(self, key: str) -> bool:
        """Whether this language has words under `key`."""
        return key in self.table

    def under(self, prefix: str) -> list[str]:
        """The last parts of the keys directly below `prefix`, in the file's order."""
        start = f"{prefix}."
        tails = (key[len(start) :] for key in self.table if key.startswith(start))
        return list(dict.fromkeys(tail.split(".")[0] for tail in tails))

    def number(self, value: float, decimals: int = 0, *, signed: bool = False) -> str:
        """The number with this language's marks; Albanian groups thousands only from 10 000."""
        pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
        shown = half_up(value, decimals)  # once, here; Babel would round a half to the even digit
        grouped = abs(shown) >= float(self.table["language.grouping_from"])
        # A true minus sign, so that a negative figure survives small type and a photocopy.
        written = format_decimal(shown, format=pattern, locale=self.locale, group_separator=grouped)
        written = written.replace("-", "\N{MINUS SIGN}")
        return f"+{written}" if signed and shown > 0 else written

    def figure(self, value: float, unit: str, decimals: int, *, signed: bool = False) -> str:
        """The number with its unit as it stands on a map or in a table: `73,7 %`, `1 rast`."""
        number = self.number(value, decimals, signed=signed)
        one = f"unit.{unit}.figure_one"
        if self._is_one(value, decimals) and self.has(one):
            return self(one, n=number)
        return self(f"unit.{unit}.figure", n=number)

    def points(self, value: float, unit: str, decimals: int, *, signed: bool = True) -> str:
        """A difference between two figures in that unit; between percentages in percentage points."""
        number = self.number(value, decimals, signed=signed)
        one = f"unit.{unit}.difference_one"
        if self._is_one(value, decimals) and self.has(one):
            return self(one, n=number)
        return self(f"unit.{unit}.difference", n=number)

    def _is_one(self, value: float, decimals: int) -> bool:
        """Whether the number as written takes the singular: ±1, in Albanian 1,0 too."""
        written_one = self.number(abs(value), decimals) == self.number(1, decimals)
        return written_one and self.locale.plural_form(Decimal(f"{1:.{decimals}f}")) == "one"

    def plural(self, key: str, count: int, **values: object) -> str:
        """The form of `key` that Babel's plural rule picks for `count`, with `{n}` filled."""
        return self(f"{key}.{self.locale.plural_form(count)}", n=self.number(count), **values)

    def join(self, items: Sequence[str]) -> str:
        """`Dibër, Kukës dhe Tiranë`."""
        return format_list(list(items), locale=self.locale)

    def area(self, code: str, form: str = "name") -> str:
        """An area's name; forms: `name` (Dibër), `the` (Dibra), `of` (Dibrës), `in` (në qarkun e Dibrës)."""
        return self(f"area.{code}.{form}")

    def areas(self, codes: Sequence[str], form: str = "name") -> str:
        """Several areas' names in one form, joined; `in` says of several counties once that they are counties."""
        if form == "in" and len(codes) > 1:
            return self("areas.in", areas=self.areas(codes, "of"))
        return self.join([self.area(code, form) for code in codes])

    def age(self, group: str) -> str:
        """An age group in words: `15–17 vjeç`, `18 vjeç e lart`."""
        if group == "all":
            return self("age.all")
        if group.endswith("+"):
            return self("age.from", start=group[:-1])
        return self("age.between", group=group.replace("-", "–"))

    def period(self, period: str) -> str:
        """A reference period in words: `2017–18`, `gusht 2020`, `tremujori II 2019`."""
        return spell_period(period, self)

    def date(self, day: datetime.date) -> str:
        """`18 shtator 2023`."""
        return format_date(day, "long", locale=self.locale)


@functools.cache
def words(language: str) -> Text:
    """The words of `language`; raises FileNotFoundError for a language without a file."""
    with (FOLDER / f"{language}.toml").open("rb") as file:
        return Text(language, flatten(tomllib.load(file)))


@functools.cache
def prose(name: str, language: str) -> str:
    """A longer text in Markdown: `i18n/prose/NAME.LANGUAGE.md`."""
    return (FOLDER / "prose" / f"{name}.{language}.md").read_text(encoding="utf-8")
