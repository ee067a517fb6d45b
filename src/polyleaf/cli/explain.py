"""``polyleaf explain``."""

from __future__ import annotations

import click

from polyleaf.cli.options import verbose_option


@click.command()
@click.argument("check", required=False)
@verbose_option
def explain(check: str | None) -> None:
    r"""Say why a check exists, where its rule comes from, and how to satisfy it.

    Without CHECK, list all checks.

    \b
    Example:
      polyleaf explain translation/number-mismatch
    """
    from polyleaf.checks.registry import CHECKS, find
    from polyleaf.report.check_pages import explain as text_of

    if check is None:
        width = max(len(known.id) for known in CHECKS)
        for known in CHECKS:
            click.echo(f"{known.id:{width}}  {known.severity.name:7}  {known.title}")
        return
    click.echo(text_of(find(check)))
