"""Nobody but the browser on this computer, on the desk's own pages, gets in; and nothing leads out of the project."""

import pytest
from tests.preview.conftest import HOST, TOKEN, Client, desk_on

FORM = {
    "before": "Zabierz okulary.",
    "text": "Weź okulary.",
    "msgid": "Bring your glasses.",
    "locale": "pl",
    "finished": "yes",
}
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:8765", "127.0.0.1", "127.0.0.1:80", "127.0.0.1:8765.evil.example", "[::1]:8765", ""],
)
def test_other_hosts_are_refused(client, host):
    told = client.see(headers={"Host": host})
    assert told.status_code == 403
    assert "Eyes" not in told.text


@pytest.mark.parametrize(
    "origin", ["http://evil.example", "null", "https://127.0.0.1:8765", "http://127.0.0.1:8766", "file://"]
)
def test_other_origins_are_refused(client, folder, origin):
    before = (folder.root / "translations/pl/LC_MESSAGES/eyes.po").read_bytes()
    assert client.submit("edit/eyes/2", FORM, headers={"Origin": origin}).status_code == 403
    assert client.see(headers={"Origin": origin}).status_code == 403
    assert (folder.root / "translations/pl/LC_MESSAGES/eyes.po").read_bytes() == before


def test_nothing_is_changed_without_an_origin_or_from_another_page(client):
    assert client.post(f"/{TOKEN}/edit/eyes/3", data=FORM).status_code == 403
    assert client.submit("edit/eyes/3", FORM, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert client.get(f"/{TOKEN}/edit/eyes/3").status_code in (404, 405)


@pytest.mark.parametrize("path", ["/", "/wrong/", f"/{TOKEN}x/", f"/{TOKEN[:-1]}/", "//", "/%00/"])
def test_without_the_token_there_is_nothing(client, path):
    told = client.get(path)
    assert told.status_code == 404
    assert "Eyes" not in told.text


@pytest.mark.parametrize(
    "path",
    [
        "static/../../../../etc/passwd",
        "static/..%2f..%2fapp.py",
        "static/app.py",
        "pdf/..%2f..%2f..%2fetc/passwd/x",
        "pdf/%2e%2e/%2e%2e/x",
        "pdf/eyes/pl/..%2f..%2fpolyleaf",
        "preview/..",
        "preview/%2e%2e%2fpolyleaf.toml",
        "block/..%2f..%2fetc/0",
        "picture/../../x/1",
        "export/..%2feyes/pl.xlf",
        "export/eyes/..%2f..%2fpl.xlf",
        "approve/nothing",
        "reading/eyes/pl/x",
    ],
)
def test_nothing_leads_out_of_the_project(client, path):
    told = client.get(f"/{TOKEN}/{path}")
    assert told.status_code == 404
    assert "root:" not in told.text
    assert "organisation" not in told.text


def test_every_answer_forbids_scripts_of_others(client):
    for told in (
        client.see(),
        client.see("preview/nothing"),
        client.see("static/desk.js"),
        client.get("/"),
        client.see("status.svg"),
    ):
        policy = told.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "Access-Control-Allow-Origin" not in told.headers
        assert told.headers["X-Content-Type-Options"] == "nosniff"


def test_words_of_others_are_only_words(folder):
    """In titles, translations, names of files, catalogs' faults and searches."""
    folder.leaflet("eyes", title=f'"{HOSTILE}"'.replace('"><', "><").replace("\"'", "'"), more=HOSTILE)
    name = "<img src=x onerror=alert(1)>"
    folder.write(f"leaflets/{name}/leaflet.md", "no front matter")
    folder.write("translations/pl/LC_MESSAGES/teeth.po", f'msgid "{name}\nbroken')
    client = Client(desk_on(folder.root))
    for path in (
        "",
        f"?q={HOSTILE}&stage={HOSTILE}&locale={HOSTILE}&order={HOSTILE}&page={HOSTILE}&words={HOSTILE}",
        "preview/eyes?l=pl",
        "block/eyes/0?l=pl",
        "approve/eyes",
        "approve/teeth",
        "status.svg",
        f"preview/{name}",
        f"approve/{name}",
    ):
        told = client.see(path)
        assert told.status_code < 500, told.text
        for spoilt in ("<script>alert", "<img src=x"):
            assert spoilt not in told.text


def test_what_is_too_large_is_refused_before_it_is_read(client):
    """A browser may send 100 MB; it is told so after the first pieces."""
    told = client.submit("edit/eyes/2", content=b"x" * 300_000)
    assert told.status_code == 413
    told = client.submit("receive/eyes/pl?name=x.xlf", content=b"", headers={"Content-Length": str(100 * 2**20)})
    assert told.status_code == 413
    assert client.submit("edit/eyes/2", content=b"\xff\xfe=%%%&&").status_code in (400, 404, 422)
    assert client.submit("edit/eyes/2", content="&".join(f"a{n}=1" for n in range(600))).status_code == 400


def test_a_desk_for_reading_changes_nothing(folder):
    client = Client(desk_on(folder.root, read_only=True))
    before = {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()}
    for path in ("edit/eyes/2", "reword/eyes/2", "approve/eyes", "update/eyes", "receive/eyes/pl"):
        assert client.submit(path, FORM).status_code == 403
    for path in ("", "preview/eyes", "block/eyes/2?l=pl", "approve/eyes"):
        page = client.see(path)
        assert page.status_code == 200
        assert 'method="post"' not in page.text
    assert {path: path.read_bytes() for path in folder.root.rglob("*") if path.is_file()} == before


def test_both_names_of_this_computer_are_known(client):
    assert client.see(headers={"Host": "localhost:8765"}).status_code == 200
    assert HOST == "127.0.0.1:8765"
