"""The desk in a real browser (Debian's Chromium by Playwright): what people do, by mouse and by keyboard.

With ``AXE=…/axe.min.js`` (npm: axe-core) every page is held against its rules, too.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from tests.importing.raw_word import cell, p, table, word
from tests.preview.conftest import MORE
from tests.projects.two_leaflets import Folder

playwright = pytest.importorskip("playwright.sync_api")

CHROMIUM = shutil.which("chromium")
ROOT = Path(__file__).parents[2]
AXE = os.environ.get("AXE", "")
PO = "translations/pl/LC_MESSAGES/eyes.po"

pytestmark = [pytest.mark.slow, pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium")]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = Folder(tmp_path_factory.mktemp("browser") / "project")
    folder.leaflet("eyes", more=MORE + "\n" + "\n\n".join(f"## Part {n}\n\nSome words of part {n}." for n in range(12)))
    return folder


@pytest.fixture(scope="module")
def address(project):
    command = [sys.executable, ROOT / "cli.py", "serve", "-C", project.root, "--port", "0", "-j", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        found = re.search(r"http://\S+", process.stdout.readline())[0]
        yield found
        process.send_signal(signal.SIGINT)
        assert "closed" in process.communicate(timeout=20)[0]
        assert process.returncode == 0


@pytest.fixture(scope="module")
def browser():
    with playwright.sync_playwright() as run:
        found = run.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    found = context.new_page()
    found.set_default_timeout(60_000)
    told = []
    found.on("pageerror", lambda error: told.append(str(error)))
    found.on("console", lambda one: told.append(f"{one.text} {one.location['url']}") if one.type == "error" else None)
    yield found
    context.close()
    assert [
        line for line in told if not re.search(r"preview/nothing|/start$|/logo\?|/bring\?|/approve/", line)
    ] == []  # asked for


def until(page, condition, seconds=90):
    """Wait for a condition; Playwright's own way of it needs what the desk forbids (eval)."""
    for _ in range(seconds * 10):
        if page.evaluate(condition):
            return
        page.wait_for_timeout(100)
    raise AssertionError(condition)


READY = "[...document.querySelectorAll('.column')].every((column) => column.querySelector('a.spot'))"
SECTION = """[...document.querySelectorAll('.column')].map((column) => {
  const box = column.querySelector('.scroll').getBoundingClientRect();
  const line = box.top + box.height * 0.3;
  const spots = [...column.querySelectorAll('a.spot')];
  const places = spots.map((one) => [one.getBoundingClientRect().top - line, one.dataset.number]);
  return places.filter((one) => one[0] <= 1).sort((one, other) => other[0] - one[0])[0][1]; })"""
"""The text at the same height of each column."""

AUDIT = """axe.run().then((found) => found.violations.map(
  (one) => [one.id, one.nodes.map((node) => node.html.slice(0, 200))]))"""


def preview(page, address, query="l=en_GB&l=pl&e=large"):
    page.goto(f"{address}preview/eyes?{query}")
    until(page, READY)


def test_from_the_board_to_a_text_and_into_the_catalog(page, address, project):
    page.goto(address)
    page.click("text=Eyes")
    preview(page, address)
    page.click('.column[data-locale="pl"] a.spot[data-number="2"]')
    page.wait_for_selector("#panel textarea")
    assert "leaflets/eyes/leaflet.md:12" in page.inner_text("#panel")
    assert page.input_value("#text-pl") == "Zabierz okulary."
    page.fill("#text-pl", "Weź okulary.")
    page.click("#panel form:has(#text-pl) button")
    page.wait_for_selector("#panel .outcome.saved")
    assert 'msgstr "Weź okulary."' in (project.root / PO).read_text()
    page.click("#panel button:text('Undo')")
    until(page, "document.querySelector('#text-pl').value === 'Zabierz okulary.'")
    assert 'msgstr "Zabierz okulary."' in (project.root / PO).read_text()


def test_only_changed_pictures_are_replaced_and_the_scroll_stays(page, address, project):
    preview(page, address)
    changed = "[...document.querySelectorAll('.column')].map((one) => one.querySelectorAll('li[data-changed]').length)"
    until(page, "[...document.querySelectorAll('li img')].slice(0, 1).every((one) => one.dataset.tag)")
    english = page.evaluate(changed)[0]
    page.hover('.column[data-locale="pl"] .scroll')
    page.mouse.wheel(0, 1500)
    page.wait_for_timeout(500)
    times = "[...document.querySelectorAll('.column[data-locale=pl] li')].map((one) => +(one.dataset.changed || 0))"
    shown = page.evaluate(times)
    heights = "[...document.querySelectorAll('.scroll')].map((box) => box.scrollTop)"
    top = page.evaluate(heights)
    assert min(top) > 0
    path = project.root / PO
    before = path.read_text()
    path.write_text(before.replace("Zabierz okulary.", "Weź okulary."))
    page.wait_for_selector('.column[data-locale="pl"] li[data-changed]', state="attached")
    until(page, "document.querySelector('.live').textContent === 'As saved'")
    page.wait_for_timeout(3000)
    assert page.evaluate(heights) == top
    assert page.evaluate(changed)[0] == english
    # The first picture, which came before the file was made, is that of the file: it is replaced once.
    again = [now - then for now, then in zip(page.evaluate(times), shown, strict=True)]
    assert set(again) == {0, 1}
    path.write_text(before)


def test_columns_are_in_step(page, address):
    preview(page, address)
    page.hover('.column[data-locale="en_GB"] .scroll')
    page.mouse.wheel(0, 1500)
    page.wait_for_timeout(600)
    places = page.evaluate(SECTION)
    assert len(set(places)) == 1


def test_a_mistake_is_told_and_recovered_from(page, address, project):
    preview(page, address, "l=en_GB&e=large")
    path = project.root / "polyleaf.toml"
    good = path.read_text()
    path.write_text("[organisation\n")
    until(page, "document.querySelector('.live').textContent.includes('polyleaf.toml:1')")
    path.write_text(good)
    until(page, "document.querySelector('.live').textContent === 'As saved'")


def test_everything_can_be_done_by_keyboard(page, address, project):
    preview(page, address)
    page.focus(".column .scroll")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "spot"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.number") == "2"
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel textarea")
    assert page.evaluate("document.querySelector('#panel').contains(document.activeElement)")
    page.keyboard.press("Escape")
    assert page.is_hidden("#panel")
    assert page.evaluate("document.activeElement.dataset.number") == "2"


def test_nothing_is_wider_than_a_telephone_or_than_paper(page, address):
    paths = ("", "preview/eyes?l=en_GB&l=pl&e=large", "block/eyes/2?l=pl", "approve/eyes", "bring", "preview/nothing")
    for media, width in (("screen", 360), ("print", 760)):
        page.set_viewport_size({"width": width, "height": 740})
        page.emulate_media(media=media)
        for path in paths:
            page.goto(f"{address}{path}")
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, media)
    preview(page, address, "l=en_GB&l=pl&e=clear&e=large&e=giant")
    assert (
        page.evaluate(
            "(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)(document.querySelector('.sheets'))"
        )
        <= 1
    )
    page.goto(address)
    page.evaluate("""document.querySelectorAll('.board tr').forEach((row) => {
      for (let number = 0; number < 11; number++) row.append(row.lastElementChild.cloneNode(true)); })""")
    assert page.evaluate("document.querySelector('.board').scrollWidth") <= 760


def test_the_simulated_eye(page, address):
    preview(page, address, "l=en_GB&e=large")
    for eye in ("blur", "pale", "protan", "deutan", "tritan", "fax"):
        page.select_option("#eye", eye)
        assert page.evaluate("getComputedStyle(document.querySelector('.scroll img')).filter") != "none"


@pytest.mark.skipif(not AXE, reason="AXE names no axe.min.js")
@pytest.mark.parametrize("words", ["en_GB", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page, address, words, scheme):
    page.emulate_media(color_scheme=scheme)
    for path in (
        "",
        "preview/eyes?l=en_GB&l=pl&e=large&",
        "block/eyes/2?l=pl&",
        "approve/eyes?",
        "tags/eyes/en_GB/large?",
        "preview/nothing?",
    ):
        page.goto(f"{address}{path}{'' if path else '?'}words={words}")
        if path.startswith("preview/eyes"):
            until(page, READY)
            page.click(".column a.spot >> nth=2")
            page.wait_for_selector("#panel textarea")
        source = Path(AXE).read_text(encoding="utf-8")
        page.evaluate(source)
        found = page.evaluate(AUDIT)
        assert found == [], path


def test_a_form_is_sent_without_the_script(page, address):
    """A browser says where a form comes from; if we forbid it to, our own guard refuses our own forms."""
    page.goto(f"{address}approve/eyes?l=pl")
    with page.expect_navigation() as sent:
        page.evaluate("document.querySelector('form.signing').submit()")
    assert sent.value.status != 403


@pytest.mark.parametrize("words", ["en_GB", "ar"])
def test_a_document_is_brought_in_by_keyboard(page, address, project, tmp_path, words):
    def judged():
        if AXE:
            page.evaluate(Path(AXE).read_text(encoding="utf-8"))
            assert page.evaluate(AUDIT) == []

    document = tmp_path / f"Knee {words}.docx"
    document.write_bytes(word(p("Do not eat for 6 hours.") + table(cell("Name") + cell("")), title="Your knee"))
    (tmp_path / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"))
    page.goto(f"{address}?words={words}")
    page.locator("main a[href$=bring]").press("Enter")
    page.wait_for_url("**/bring")
    judged()
    page.locator("input[type=file]").set_input_files(tmp_path / "old.doc")
    page.locator("#bring button").press("Enter")
    page.get_by_text("old kind").wait_for()
    assert page.evaluate("document.querySelector('#bring-wrong').getAttribute('role')") == "alert"
    page.locator("input[type=file]").set_input_files(document)
    page.locator("#bring button").press("Enter")
    page.wait_for_url("**/bring/*")
    judged()
    assert "Do not eat for 6 hours." in page.inner_text("pre")
    name = f"knee-{words.lower().replace('_', '-')}"
    assert page.input_value("input[name=leaflet]") == name
    page.locator("input[name=leaflet]").press("Enter")
    page.wait_for_url(f"**/preview/{name}")
    assert "Do not eat for {hour}." in (project.root / f"leaflets/{name}/leaflet.md").read_text()


@pytest.mark.parametrize("words", ["en", "ar"])
def test_a_project_begins_in_the_browser(page, tmp_path, words):
    folder = Folder(tmp_path / "empty")
    shutil.rmtree(folder.root / "leaflets", ignore_errors=True)
    command = [sys.executable, ROOT / "cli.py", "serve", "-C", folder.root, "--port", "0", "-j", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            address = re.search(r"http://\S+", process.stdout.readline())[0]
            page.goto(f"{address}?words={words}")
            page.locator("a[href$=start]").press("Enter")
            page.locator("input[name=organisation]").fill("Seaside Hospital")
            page.locator("input[name=targets]").fill("Polish, Nowhere")
            page.locator("input[name=leaflet]").fill("Hip replacement")
            bad, good = tmp_path / "bad.svg", tmp_path / "Our logo.svg"
            good.write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9Z"/></svg>')
            bad.write_text(good.read_text().replace("<path", "<script>alert(1)</script><path"))
            page.locator("#logo").wait_for()  # hidden until the script of the page is there
            page.locator("#logo").set_input_files(bad)
            page.get_by_text("holds a script").wait_for()
            page.locator("#logo").set_input_files(good)
            until(page, "document.querySelector('#logo-said').textContent.includes('logo.svg')")
            page.locator("form.start button").press("Enter")
            assert "Nowhere" in page.locator("#fault-targets").text_content()
            if AXE:
                page.evaluate(Path(AXE).read_text(encoding="utf-8"))
                assert page.evaluate(AUDIT) == []
            page.locator("input[name=targets]").fill("Polish")
            page.locator("form.start button").press("Enter")
            page.wait_for_url("**/preview/hip-replacement")
        finally:
            page.goto("about:blank")  # it would tell that the desk is gone
            process.send_signal(signal.SIGINT)
            process.communicate(timeout=20)
    assert (folder.root / "leaflets/hip-replacement/leaflet.md").is_file()
    config = (folder.root / "polyleaf.toml").read_text()
    assert "Seaside Hospital" in config
    assert 'file = "logo.svg"' in config


def test_what_was_typed_is_there_when_the_browser_was_closed(page, browser, address, project):
    """Nothing is written, nothing is lost; and who saves it over somebody else's text sees both."""
    field, kept = "#text-pl", ".note[id=text-pl-kept]"
    with_drops = "Zabierz okulary i krople."
    before = (project.root / PO).read_text()
    page.goto(f"{address}block/eyes/2?l=pl")
    page.fill(field, with_drops)
    page.close(run_before_unload=False)
    assert (project.root / PO).read_text() == before
    again = page.context.new_page()
    preview(again, address)
    again.click('.column[data-locale="pl"] a.spot[data-number="2"]')
    again.wait_for_selector(kept)
    assert again.input_value(field) == with_drops
    (project.root / PO).write_text(before.replace("Zabierz okulary.", "Weź okulary."))
    again.click("#panel form:has(#text-pl) button:text-is('Save')")
    again.wait_for_selector("#panel .outcome.conflict")
    assert "Weź okulary." in again.inner_text("#panel .outcome")
    assert with_drops in again.inner_text("#panel .outcome")
    assert with_drops not in (project.root / PO).read_text()
    again.goto(f"{address}block/eyes/2?l=pl")
    again.click(f"{kept} button")
    assert again.input_value(field) == "Weź okulary."
    again.reload()
    assert again.query_selector(kept) is None
    again.fill(field, with_drops)
    again.click("form:has(#text-pl) button:text-is('Save')")
    again.wait_for_selector(".outcome.saved")
    again.goto(f"{address}block/eyes/2?l=pl")
    assert again.input_value(field) == with_drops
    assert again.query_selector(kept) is None
    (project.root / PO).write_text(before)
