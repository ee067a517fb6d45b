"""``package`` and ``verify`` as a person calls them: words, exit statuses, and nothing half-written."""

import json
import zipfile

import pytest


@pytest.fixture
def target(clinic):
    return clinic.root.parent / "job.zip"


def test_a_bundle_from_orders_and_its_codes(polyleaf, clinic, target):
    orders = clinic.write("orders.csv", "leaflet,locale,edition,copies\neyes,en_GB,large,5\n")
    told = polyleaf("package", "--orders", orders, "-o", target, "-j", "1")
    assert (told.code, target.exists()) == (1, False)
    assert "refused eyes en_GB: nobody has approved the text as it was written" in told.out
    polyleaf("catalog", "approve", "eyes", "-l", "en_GB", "--clinician", "Dr Ewa Zych")
    told = polyleaf("package", "--orders", orders, "-o", target, "-j", "1")
    assert told.code == 0, told.all
    assert f"{target}: 1 press file, 5 copies" in told.out
    assert "translations/prints.toml" in told.out
    with zipfile.ZipFile(target) as file:
        (item,) = json.loads(file.read("job.json"))["items"]
    told = polyleaf("verify", item["code"].lower(), target)
    assert told.code == 0
    assert told.out.count(": current") == 2
    assert "release" in told.out
    told = polyleaf("verify", "--format", "json", item["code"])
    (answer,) = json.loads(told.out)["answers"]
    assert (answer["result"], answer["leaflet"], answer["state"]) == ("current", "eyes", "release")
    new = target.with_name("new.zip")
    told = polyleaf("package", "eyes", "-l", "en_GB", "-e", "large", "--since", target, "-o", new)
    assert told.code == 0
    assert "old stock: 1 to keep, 0 to discard" in told.out
    assert "Nothing is to be printed" in told.out
    assert not new.exists()


def test_faults_of_an_order_list_are_all_told_and_nothing_is_written(polyleaf, clinic, target):
    orders = clinic.write("orders.csv", "leaflet,locale,edition,copies\neye,pl,large,1\neyes,pl,large,-1\n")
    told = polyleaf("package", "--orders", orders, "-o", target)
    assert told.code == 2
    assert "orders.csv:2: there is no leaflet called 'eye'" in told.err
    assert "Did you mean eyes?" in told.err
    assert "orders.csv:3: `copies` is '-1'" in told.err
    assert not target.exists()
    assert not (clinic.root / "dist").exists()


def test_a_translation_that_nobody_signed_off_is_refused(polyleaf, clinic, target):
    told = polyleaf("package", "eyes", "-l", "pl", "-e", "large", "-o", target)
    assert told.code == 1
    assert "refused eyes pl" in told.out
    assert "--allow-drafts" in told.out
    assert not target.exists()


@pytest.mark.parametrize("name", ["job.pdf", "job"])
def test_the_bundle_is_a_zip_file(polyleaf, clinic, name):
    told = polyleaf("package", "-o", clinic.root / name)
    assert told.code == 2
    assert "ends in .zip" in told.err


def test_the_old_bundle_is_not_written_over(polyleaf, target):
    target.write_bytes(b"old")
    assert polyleaf("package", "-o", target, "--since", target).code == 2
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\x03\x04"])
def test_an_old_bundle_that_is_none(polyleaf, clinic, target, content):
    old = clinic.write("old.zip", content)
    told = polyleaf("package", "-o", target, "--since", old)
    assert told.code == 2
    assert "no zip file" in told.err
    assert not target.exists()


@pytest.mark.parametrize(
    ("words", "told_in", "code"),
    [
        ("K7QM-9F3-X2P", "unknown", 1),
        ("K7QM-9F3-X2Q", "does not match the others", 1),
        ("hello", "a code has 10 letters and digits", 1),
        ("none.pdf", "there is no file none.pdf", 2),
        ("none.zip", "there is no file none.zip", 2),
    ],
)
def test_what_is_no_current_print(polyleaf, words, told_in, code):
    told = polyleaf("verify", words)
    assert told.code == code
    assert told_in in told.all


def test_a_folder_and_a_broken_record(polyleaf, clinic):
    clinic.write("translations/prints.toml", "nonsense\n")
    told = polyleaf("verify", "K7QM-9F3-X2P", ".")
    assert told.code == 1
    assert "translations/prints.toml:1: this is no print" in told.err
