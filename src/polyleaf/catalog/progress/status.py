"""``catalog status``: how far each translation is, and who owes what, told honestly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from polyleaf.catalog.messages.domains import Domain, domains, target_locales
from polyleaf.catalog.messages.translations import Translations
from polyleaf.catalog.po.catalog import Key
from polyleaf.catalog.po.faults import CatalogError
from polyleaf.catalog.po.paths import TEMPLATES
from polyleaf.catalog.po.quick import Texts
from polyleaf.catalog.signoff.ledger import Ledger
from polyleaf.catalog.signoff.reasons import change_words
from polyleaf.catalog.signoff.verdict import SignOff
from polyleaf.model.approval import Approval, Standing, Verdict
from polyleaf.model.finding import Fault
from polyleaf.model.message import Message, TextState
from polyleaf.model.project import Project

_MISSING = ("", TextState.MISSING)

TRANSLATOR, REVISER, CLINICIAN = "translator", "reviser", "clinician"


@dataclass(frozen=True, slots=True)
class StatusRow:
    """One leaflet in one language.

    Attributes:
        leaflet: The leaflet, or ``templates``.
        locale: The language.
        translated, fuzzy, missing: Number of messages; they add up to all messages. Fuzzy is never done.
        words_to_translate: Words of the messages that are fuzzy or missing.
        exists: Whether there is a catalog at all.
        path: The catalog, relative to the project.
        faults: Why it cannot be read; everything counts as missing then.
        critical: Messages of critical blocks that are fuzzy or missing.
        standing: Whether somebody signed it off as it is now. The words of the templates are signed off with leaflets.
        approval: The last sign-off without its marks, or None.
        reasons: Why the sign-off is void, in words.
        as_written: Whether it is the text of its author, and no translation.
    """

    leaflet: str
    locale: str
    translated: int
    fuzzy: int
    missing: int
    words_to_translate: int
    exists: bool
    path: str
    faults: tuple[Fault, ...] = ()
    critical: int = 0
    standing: Standing = Standing.NONE
    approval: Approval | None = None
    reasons: tuple[str, ...] = ()
    as_written: bool = False

    @property
    def complete(self) -> bool:
        """Whether every message has a translation that is not fuzzy."""
        return not self.fuzzy and not self.missing

    @property
    def owes(self) -> tuple[str, ...]:
        """Whose turn it is: the translator's first, then that of the two who read what is translated."""
        if not self.complete:
            return (TRANSLATOR,)
        if self.leaflet == TEMPLATES or self.standing is Standing.APPROVED:
            return ()
        return (CLINICIAN,) if self.as_written else (REVISER, CLINICIAN)


def status(
    project: Project,
    template_words: Sequence[Message],
    locales: Sequence[str] = (),
    leaflets: Sequence[str] = (),
    signoff: SignOff | None = None,
) -> tuple[StatusRow, ...]:
    """The state of every catalog, leaflet by leaflet.

    Args:
        project: The project.
        template_words: Messages of the templates.
        locales: Only these; all targets if empty.
        leaflets: Only these domains; all if empty.
        signoff: The sign-offs; nothing is signed off if None.

    Raises:
        MachineError: A catalog cannot be read for want of permission.
        UsageError: A locale is not the project's, or a leaflet is called ``templates``.
    """
    targets = target_locales(project, locales)
    judge = signoff or SignOff(project, Ledger(), ())
    return tuple(
        _row(domain, locale, judge)
        for domain in _domains(project, template_words, leaflets, judge)
        for locale in targets
    )


def source_status(project: Project, signoff: SignOff) -> tuple[StatusRow, ...]:
    """Whether each leaflet is signed off as its author wrote it.

    Raises:
        MachineError: A catalog cannot be read for want of permission.
    """
    locale = project.config.source
    return tuple(
        StatusRow(
            name,
            locale,
            translated=len(signoff.outline(name)[0].keys),
            fuzzy=0,
            missing=0,
            words_to_translate=0,
            exists=True,
            path=leaflet.path,
            as_written=True,
            **_signed(signoff, name, locale),
        )
        for name, leaflet in project.leaflets.items()
    )


def _signed(signoff: SignOff, leaflet: str, locale: str) -> dict[str, Any]:
    verdict = signoff.verdict(leaflet, locale) if leaflet != TEMPLATES else Verdict(Standing.NONE)
    return {
        "standing": verdict.standing,
        # Without its marks: twenty thousand of them weigh more than all the rest.
        "approval": verdict.approval and replace(verdict.approval, texts=(), words=(), facts={}, contacts={}),
        "reasons": (*map(change_words, verdict.changes), *filter(None, (verdict.trouble,))),
    }


def _domains(
    project: Project, template_words: Sequence[Message], leaflets: Sequence[str], signoff: SignOff
) -> Iterator[Domain]:
    """As ``domains``, without the comments for translators: they take as long as all the rest."""
    bare = replace(project, leaflets={name: one for name, one in project.leaflets.items() if name == TEMPLATES})
    if not leaflets or TEMPLATES in leaflets or bare.leaflets:
        yield from domains(bare, template_words, leaflets)
    for name in project.leaflets:
        if not leaflets or name in leaflets:
            yield Domain(name, signoff.outline(name)[1])


def _row(domain: Domain, locale: str, signoff: SignOff) -> StatusRow:
    found, faults = _texts(signoff.translations, domain.name, locale)
    critical: frozenset[Key] = frozenset()
    if domain.name != TEMPLATES:
        critical = signoff.outline(domain.name)[0].critical
    translated = fuzzy = words = grave = 0
    known = found or {}
    # Words that come with polyleaf are not missing from the project.
    spare = signoff.translations.words(locale) if domain.name == TEMPLATES and not faults else {}
    for message in domain.messages:
        _, state = known.get(message.key, _MISSING)
        if state is not TextState.TRANSLATED and message.key in spare:
            state = TextState.TRANSLATED
        if state is TextState.TRANSLATED:
            translated += 1
        else:
            fuzzy += state is TextState.FUZZY
            words += count_words(message.msgid)
            grave += message.key in critical
    return StatusRow(
        domain.name,
        locale,
        translated,
        fuzzy,
        len(domain.messages) - translated - fuzzy,
        words,
        exists=found is not None or bool(faults),
        path=f"translations/{locale}/LC_MESSAGES/{domain.name}.po",
        faults=faults,
        critical=grave,
        **_signed(signoff, domain.name, locale),
    )


def _texts(translations: Translations, domain: str, locale: str) -> tuple[Texts | None, tuple[Fault, ...]]:
    try:
        return translations.texts(domain, locale), ()
    except CatalogError as error:
        return None, error.faults


def count_words(text: str) -> int:
    """Words of a text: what stands between spaces and has a letter or digit; a placeholder is one word."""
    return sum(any(map(str.isalnum, word)) for word in text.split())
