"""A clinician who signs off leaflets as they were written."""

import datetime

from polyleaf.translating.approving import Signatures, approve
from polyleaf.workspace import Workspace

DAY = datetime.date(2026, 6, 1)


def sign_source(project, *leaflets, day=DAY):
    """Sign the source of these leaflets of a project that was read, or of all."""
    people = Signatures("", "", "Dr Ewa Zych", machine_translated=False, date=day)
    for leaflet in leaflets or project.leaflets:
        approve(Workspace(project, day), leaflet, project.config.source, people)
