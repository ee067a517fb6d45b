"""The words of the templates in the language of a page, as the functions ``_`` and ``pgettext``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from string import Formatter

from markupsafe import Markup, escape

from polyleaf.model.document import Phrases
from polyleaf.render.amounts import HOLD

_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])(?![^<>]*>)")
"""A hyphen in a word, at which no line breaks; not one of a tag."""


@dataclass(frozen=True, slots=True)
class Words:
    """The template words in the document's language, as the functions ``_`` and ``pgettext``."""

    phrases: Phrases

    def gettext(self, msgid: str, /, **values: object) -> Markup:
        """The phrase with its values, marked with its real language if it is not translated."""
        return unbroken(self._fill(msgid, "", values))

    def pgettext(self, context: str, msgid: str, /, **values: object) -> Markup:
        """The same for a phrase with a ``msgctxt``."""
        return self._fill(msgid, context, values)

    def _fill(self, msgid: str, context: str, values: dict[str, object]) -> Markup:
        text, language = self.phrases.find(msgid, context)
        filled = Markup("").join(_pieces(text, values))
        if language.tag == self.phrases.language.tag:
            return filled
        direction = language.direction
        turned = "" if direction is self.phrases.language.direction else Markup(' class="turned"')
        return Markup('<span lang="{}" dir="{}"{}>{}</span>').format(language.tag, direction.value, turned, filled)


def unbroken(text: str) -> Markup:
    """A text or mark-up in which no line ends at a hyphen; what stands in tags stays as it is."""
    return Markup(_HYPHEN.sub(f"-{HOLD}", escape(text)))  # noqa: S704 - escaped here


def _pieces(text: str, values: dict[str, object]) -> list[Markup]:
    """The text cut at its placeholders; a placeholder that is not known stays as it is written.

    Translations are untrusted: ``str.format`` would let them reach into objects.
    """
    pieces = []
    try:
        parsed = list(Formatter().parse(text))
    except ValueError:  # a lone brace in a translation
        return [escape(text)]
    for words, name, _, _ in parsed:
        pieces.append(escape(words))
        if name is not None:
            pieces.append(escape(values[name]) if name in values else escape(f"{{{name}}}"))
    return pieces
