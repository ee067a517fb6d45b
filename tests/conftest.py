"""Property tests try the same examples in every run; `make test-all` looks for new ones."""

import pytest
from hypothesis import settings
from tests.projects.two_leaflets import Folder

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=500)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept what golden files do not say yet")


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")
