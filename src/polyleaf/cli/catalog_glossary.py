"""``polyleaf catalog glossary``: approved terms in and out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from polyleaf.cli.group import CommandGroup
from polyleaf.cli.opened import codes, opened, tell_faults
from polyleaf.cli.options import locales_option, project_before_option, project_option, verbose_option
from polyleaf.errors import ExitCode, UsageError
from polyleaf.model.wording import count

if TYPE_CHECKING:
    from polyleaf.model.glossary import Term
    from polyleaf.model.project import Project


@click.group(cls=CommandGroup)
@project_before_option
@verbose_option
def glossary() -> None:
    r"""Approved terms of each language: translations/glossary/LOCALE.csv.

    The columns are term, translation, forbidden, note, safety. A semicolon parts several words of one term.
    A term whose translation is itself stays as it is (MRI). A safety term that is missing is an error of `polyleaf
    check`, any other a warning.

    \b
    Example:
      polyleaf catalog glossary export -o terms.tbx
      polyleaf catalog glossary import terms.tbx
    """


@glossary.command("export")
@project_option
@locales_option
@click.option(
    "-o",
    "--out",
    "target",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="FILE.tbx for a terminology program, FILE.csv for a spreadsheet (one language).",
)
@verbose_option
def export_terms(folder: Path, locales: tuple[str, ...], target: Path) -> ExitCode:
    r"""Write the glossaries to one file for translators.

    The exit status is 1 if a glossary has faults; its good lines are written.

    \b
    Example:
      polyleaf catalog glossary export -o terms.tbx
      polyleaf catalog glossary export -l ur -o urdu.csv
    """
    from polyleaf.catalog.exchange.tbx import write_tbx
    from polyleaf.catalog.localizing.glossary import glossary_csv, read_glossary
    from polyleaf.catalog.messages.domains import target_locales
    from polyleaf.files import write_atomic
    from polyleaf.locales.table import language

    project = opened(folder).project
    found = [read_glossary(project, locale) for locale in target_locales(project, codes(locales))]
    glossaries = [one for one in found if one is not None]
    if not glossaries:
        raise UsageError("There is no glossary to export.", "Write translations/glossary/LOCALE.csv, or import one.")
    faults = [fault for one in glossaries for fault in one.faults]
    if _kind(target) == "csv":
        if len(glossaries) > 1:
            raise UsageError("A CSV file holds one language.", "Name it with -l, or export to FILE.tbx.")
        data = glossary_csv(glossaries[0].terms)
    else:
        data = write_tbx(glossaries, language(project.config.source))
    write_atomic(target, data)
    tell_faults(faults)
    click.echo(
        f"{target}: {count(sum(len(one.terms) for one in glossaries), 'term')} in {count(len(glossaries), 'language')}"
    )
    return ExitCode.FINDINGS if faults else ExitCode.OK


@glossary.command("import")
@click.argument("source", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@project_option
@locales_option
@click.option("--force", is_flag=True, help="Let the file win where it says something else.")
@verbose_option
def import_terms(source: Path, folder: Path, locales: tuple[str, ...], force: bool) -> ExitCode:
    r"""Take terms from a TBX or CSV file into the glossaries.

    New terms are added, and what a term lacks is filled in. A term that has another translation is told and left
    alone, unless --force is given. The exit status is then 1.

    \b
    Example:
      polyleaf catalog glossary import agency.tbx
      polyleaf catalog glossary import urdu.csv -l ur
    """
    from polyleaf.catalog.localizing.glossary import glossary_path, merge_terms, read_glossary, write_glossary
    from polyleaf.catalog.messages.domains import target_locales

    project = opened(folder).project
    wanted = target_locales(project, codes(locales))
    terms = _csv_terms(source, wanted) if _kind(source) == "csv" else _tbx_terms(source, wanted, project)
    plans = []
    for locale, new in terms.items():
        own = read_glossary(project, locale)
        if own is not None and own.faults:
            tell_faults(own.faults)
            raise UsageError(f"{own.path} has faults; nothing was imported.", "Correct them first: no term gets lost.")
        plans.append((glossary_path(project.root, locale), *merge_terms(own.terms if own else (), new, force=force)))
    left_alone = 0
    for path, merged, changed, left in plans:
        if changed:
            write_glossary(path, merged)
        left_alone += len(left)
        for term in left:
            click.echo(f"{term.location}: {term.term} = {', '.join(term.translations)}: another is approved", err=True)
        click.echo(f"{project.relative(path)}: {len(changed)} terms added or changed, {len(left)} left alone")
    return ExitCode.FINDINGS if left_alone else ExitCode.OK


def _csv_terms(source: Path, wanted: tuple[str, ...]) -> dict[str, list[Term]]:
    from polyleaf.catalog.localizing.glossary import MOST_BYTES, parse_glossary
    from polyleaf.files import read_bounded

    if len(wanted) != 1:
        raise UsageError("A CSV file does not say its language.", "Name it: -l ur")
    read = parse_glossary(read_bounded(source, MOST_BYTES), wanted[0], source.name)
    tell_faults(read.faults)
    if read.faults:
        raise UsageError(f"{source.name} was not imported: {len(read.faults)} faults.", "Correct them all.")
    return {wanted[0]: list(read.terms)}


def _tbx_terms(source: Path, wanted: tuple[str, ...], project: Project) -> dict[str, list[Term]]:
    from polyleaf.catalog.exchange.reply_unit import MOST_BYTES
    from polyleaf.catalog.exchange.tbx import read_tbx
    from polyleaf.files import read_bounded
    from polyleaf.locales.table import language

    found, unread = read_tbx(read_bounded(source, MOST_BYTES), source.name, language(project.config.source))
    for one in unread:
        click.echo(f"{source.name}:{one.line}: left out: {one.reason}", err=True)
    for locale in sorted(set(found) - set(wanted)):
        click.echo(f"{source.name}: {count(len(found[locale]), 'term')} in {locale} left out: not asked for", err=True)
    return {locale: found[locale] for locale in wanted if locale in found}


def _kind(path: Path) -> str:
    kind = path.suffix.casefold().lstrip(".")
    if kind not in ("tbx", "csv"):
        raise UsageError(f"{path.name} is neither .tbx nor .csv.", "The name of the file says what it is.")
    return kind
