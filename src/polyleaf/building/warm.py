"""Imported once for all workers: the modules that take long to load.

What cannot be imported here fails again in the worker that needs it, and is told there.
"""

from contextlib import suppress

with suppress(Exception):
    import polyleaf.building.job
    import polyleaf.checks.registry
    import polyleaf.checks.run
    import polyleaf.pdf.reader
    import polyleaf.render.render

    _ = polyleaf.checks.registry.CHECKS  # they are loaded when they are asked for
