"""What things are called: every word, number, date and county form of a screen or file, one language at a time."""

from i18n.text import LANGUAGES, SOURCE_LANGUAGE, MissingWord, Text, prose, words

__all__ = ["LANGUAGES", "SOURCE_LANGUAGE", "MissingWord", "Text", "prose", "words"]
