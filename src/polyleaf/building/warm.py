"""Imported once for all workers: the modules that take long to load, and what is worked out once in a process.

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

with suppress(Exception):
    from polyleaf.render.environment import compile_ahead
    from polyleaf.render.quick_types import read_ahead
    from polyleaf.starter.rooms import starter_root, template_rooms

    read_ahead()
    compile_ahead(template_rooms(starter_root())[-1])
