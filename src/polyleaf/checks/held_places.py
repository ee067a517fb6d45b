"""Words that only hold a place, in leaflets and in translations."""

from __future__ import annotations

import re

_LEFT = re.compile(
    r"\b(?:TODO|TBC(?!\s*[:=])|TBA|FIXME)\b|\bX{3,}\b|\?{3,}|(?i:\blorem ipsum\b|\bdolor sit amet\b)"
    r"|[\[<«](?i:insert|enter|add|your|name of|date|time|number|phone|tel|hospital|ward|department|delete)\b"
    r"[^\]>»\n]{0,60}[\]>»]"
    r"|\((?i:insert|add|put)\s(?i:(?:an?|the)\s)?(?i:picture|photo|image|map|logo|drawing|date|name|number)\b[^)\n]{0,40}\)"
    r"|\[(?i:picture|photo|image|map|logo|drawing)[^\]\n]{0,40}\](?!\()"
)
"""What people write where words will come."""

_FIELD = re.compile(
    r"\b(?:MERGEFIELD|FORMTEXT|PAGEREF|NUMPAGES)\b|«(?=_*[^\W_])\w*(?:_\w+|[a-z][A-Z]\w*)»|«\w+»\s*«\w+»"
    r"|Error! (?:Reference source|Bookmark) not|Fehler! (?:Verweisquelle|Textmarke)"
    r"|Erreur\s?! (?:Source du renvoi|Signet)"
    r"|¡Error! (?:No se encuentra|Marcador)|Błąd! (?:Nie można odnaleźć|Nie zdefiniowano)"
    r"|(?i:click (?:or tap )?here to enter|choose an item\.|klicken (?:oder tippen )?sie hier"
    r"|wählen sie ein element aus"
    r"|cliquez (?:ou appuyez )?ici pour|haga clic (?:o pulse )?aquí para)"
)
"""What a field of Word shows that nobody filled in, or that found nothing."""


def held_place(words: str) -> str:
    """The first words of a text that only hold a place; "" if none do."""
    found = _LEFT.search(words) or _FIELD.search(words)
    return found[0] if found else ""
