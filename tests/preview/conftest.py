"""A desk on a small project, asked without a network; one leaflet is built once for all tests that look at pages."""

import datetime
import shutil

import pytest
from tests.projects.two_leaflets import Folder

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")

from starlette.testclient import TestClient

from polyleaf.building.build import build
from polyleaf.building.plan import BuildRequest
from polyleaf.preview.app import application
from polyleaf.preview.desk import Desk
from polyleaf.preview.live import Live
from polyleaf.preview.reading import read
from polyleaf.preview.server import hosts
from polyleaf.source.reader import read_project
from polyleaf.workspace import Workspace

TODAY = datetime.date(2026, 11, 20)
TOKEN = "t0ken"  # noqa: S105 - of these tests
HOST = "127.0.0.1:8765"
MORE = """Call us **at once** if it hurts.

- One thing
- Another thing

:::{important}
Do not eat.
:::

Wait 5 hours.
"""


class InThisProcess:
    """Reads files back without a worker."""

    def of(self, order, mark):
        return read(order)

    def close(self):
        pass


class Quiet:
    """Nobody listens to the build."""

    def __getattr__(self, name):
        return lambda *_: None


class Client(TestClient):
    """A browser on this computer that has the address of the desk."""

    def __init__(self, desk):
        super().__init__(
            application(desk, hosts(8765)),
            base_url=f"http://{HOST}",
            raise_server_exceptions=False,
            follow_redirects=False,
        )
        self.desk = desk

    def see(self, path="", **more):
        return self.get(f"/{TOKEN}/{path}", **more)

    def submit(self, path, data=None, **more):
        headers = {"Origin": f"http://{HOST}", **more.pop("headers", {})}
        return self.post(f"/{TOKEN}/{path}", data=data, headers=headers, **more)


def desk_on(root, **more):
    def opened(names):
        return Workspace(read_project(root, names), TODAY)

    out = root / "dist"
    return Desk(
        **{
            "root": root.resolve(),
            "out": out,
            "token": TOKEN,
            "opened": opened,
            "live": Live(root, out, opened),
            "readings": InThisProcess(),
            "certify": lambda *file: "<!DOCTYPE html><style>p {}</style><title>" + " ".join(file) + "</title>",
            **more,
        }
    )


@pytest.fixture
def client(folder):
    return Client(desk_on(folder.root))


@pytest.fixture(scope="session")
def built_project(tmp_path_factory):
    """Two files of a leaflet, made once."""
    folder = Folder(tmp_path_factory.mktemp("desk") / "project")
    folder.leaflet("eyes", more=MORE)
    workspace = Workspace(read_project(folder.root, ["eyes"]), TODAY)
    build(workspace, BuildRequest(out=folder.out, leaflets=("eyes",), editions=("large",), jobs=1), Quiet())
    return folder


@pytest.fixture
def built(built_project, tmp_path):
    """A desk on a copy of it."""
    root = tmp_path / "project"
    shutil.copytree(built_project.root, root)
    return Client(desk_on(root))
