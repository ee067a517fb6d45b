"""``polyleaf worker``."""

from __future__ import annotations

from pathlib import Path

import click

from polyleaf.cli.options import jobs_option
from polyleaf.errors import MachineError


@click.command()
@click.argument("scheduler", metavar="ADDRESS")
@jobs_option
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    metavar="DIR",
    help="Where files are put while they are made (default: Dask's own folder).",
)
def worker(scheduler: str, jobs: int, folder: Path | None) -> None:
    r"""Make PDF files here for builds on other machines.

    Start a scheduler on one machine (`dask scheduler`), this on each that is to help, and build with
    `polyleaf build --scheduler ADDRESS`. This machine needs nothing of the project, but the same
    polyleaf, Python, libraries and fonts: a build says which differ, and does not use it then.

    Whoever reaches the scheduler can run programs on its workers: keep it in a network you trust, or
    use TLS (docs/cluster.md).

    \b
    Example:
      polyleaf worker tcp://192.168.0.10:8786
    """
    try:
        from polyleaf.cluster.worker import serve_cluster
    except ImportError as error:
        raise MachineError("Dask is not installed", 'Install it: pip install "polyleaf[cluster]"') from error
    click.echo(f"Making files for {scheduler}; Ctrl-C ends it.")
    serve_cluster(scheduler, jobs, str(folder) if folder else None)
