from polyleaf.checks.check import Example, check
from polyleaf.model.finding import Fault, Faults, Location, Severity
from polyleaf.model.subject import LeftBehind
from polyleaf.model.wording import count, quote


@check(
    "source/leaflet-removed",
    severity=Severity.WARNING,
    rationale="""
        A leaflet that was removed or renamed leaves its files in dist/, where somebody may still print them, and its
        translations in catalogs that nobody builds from.
    """,
    references=("polyleaf: nothing may be silently wrong",),
    example=Example(bad="leaflets/knee-scan is gone, its catalogs are there", good="Both are gone"),
    good=lambda: LeftBehind("knee-scan"),
    bad=lambda: LeftBehind("knee-scan", ("translations/pl/LC_MESSAGES/knee-scan.po",), 3),
)
def leaflet_removed(left: LeftBehind) -> Faults:
    """A leaflet is gone, and files of it are still there."""
    there = []
    if left.catalogs:
        there.append(count(len(left.catalogs), "catalog"))
    if left.prints:
        there.append(count(left.prints, "built file"))
    if there:
        ways = ["If it was renamed, give its catalogs the new name, too; if not, delete them"] if left.catalogs else []
        ways += ["Remove its built files with: polyleaf build --prune"] if left.prints else []
        yield Fault(
            f"The leaflet {quote(left.leaflet)} is gone, but {' and '.join(there)} of it {_verb(left)} still there",
            Location(left.catalogs[0] if left.catalogs else f"dist/{left.leaflet}"),
            ". ".join(ways),
        )


def _verb(left: LeftBehind) -> str:
    return "is" if len(left.catalogs) + left.prints == 1 else "are"
