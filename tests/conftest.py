"""Property tests try the same examples in every run; `make test-all` looks for new ones."""

import os
import tempfile

import pytest
from hypothesis import settings
from tests.projects.two_leaflets import Folder

settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("searching", deadline=None, max_examples=500)
settings.load_profile("steady")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="accept what golden files do not say yet")


def pytest_configure(config: pytest.Config) -> None:
    """No test reads or writes the cache of whoever runs it; programs that tests start have the same one."""
    cache = tempfile.TemporaryDirectory(prefix="polyleaf-test-cache-")
    config.add_cleanup(cache.cleanup)
    os.environ |= {"POLYLEAF_CACHE": cache.name, "POLYLEAF_CACHE_LIMIT": "0"}


@pytest.fixture
def folder(tmp_path):
    return Folder(tmp_path / "project")


QUICK = {
    "test_a_bad_catalog_costs_its_language_alone": 3,
    "test_a_bundle_that_was_tampered_with": 2,
    "test_a_catalog_comes_back_from_a_file_alone": 2,
    "test_a_changed_sentence_becomes_fuzzy_and_nothing_else_changes": 3,
    "test_a_draft_of_a_bad_leaflet_is_printed_and_its_release_is_not": 5,
    "test_a_faulty_template_is_told_with_its_place": 1,
    "test_a_file_read_in_pieces_is_the_file_read_as_a_whole": 40,
    "test_a_file_that_is_no_order_list": 5,
    "test_a_job_can_be_done_where_nothing_of_the_project_is": 1,
    "test_a_leaflet_by_another_name": 2,
    "test_a_leaflet_that_is_gone": 0,
    "test_a_ledger_spoilt_by_hand_is_named_and_the_rest_counts": 1,
    "test_a_logo_is_measured_as_the_brand_book_asks": 2,
    "test_a_new_version_is_named_even_when_the_built_files_are_gone": 0,
    "test_a_picture_by_another_name": 2,
    "test_a_pipe_in_the_project_stops_nobody": 2,
    "test_a_reply_that_says_nothing_new_changes_nothing": 2,
    "test_a_right_to_left_language_is_bound_on_the_right_and_black_ink_is_one_colour": 0,
    "test_a_second_logo_is_found_on_the_finished_file": 1,
    "test_an_argument_that_is_no_file_is_refused_at_once": 9,
    "test_an_export_never_replaces_somebody_s_work": 2,
    "test_as_spreadsheets_save_them": 4,
    "test_both_outputs_print_what_the_picture_shows": 1,
    "test_ctrl_c_in_mid_build": 0,
    "test_every_check_judges_every_language": 1,
    "test_every_mark_on_paper_is_told_or_is_an_artifact": 1,
    "test_every_starter_catalog_survives_every_format": 6,
    "test_every_text_reads_back_word_for_word_and_in_order": 1,
    "test_every_word_is_heard": 6,
    "test_files_that_say_strange_things_are_judged": 0,
    "test_headers_and_texts_of_catalogs": 0,
    "test_hostile_files_end_in_words": 4,
    "test_it_costs_the_file_alone": 3,
    "test_limits_of_time_and_memory": 1,
    "test_many_processes_say_what_one_says": 2,
    "test_no_check_of_the_page_or_the_tags_finds_an_error": 6,
    "test_nobody_signs_a_lost_denial_or_a_text_in_another_language_unless_it_is_waived": 2,
    "test_numbers_names_and_addresses_keep_their_order_on_paper": 12,
    "test_one_fault_is_told_once": 1,
    "test_one_file_does_not_hold_two_certificates": 0,
    "test_other_methods_are_refused_before_they_unfold": 2,
    "test_other_papers_have_room_for_foot_and_margin": 2,
    "test_out_and_in_again": 4,
    "test_presets_weigh_differently": 0,
    "test_reviews_by_owner_and_as_a_calendar": 0,
    "test_text_of_the_project_is_text_on_the_papers": 0,
    "test_the_command": 1,
    "test_the_logo_stands_at_the_head_across_from_the_name": 1,
    "test_the_places_are_there_to_be_filled_in_by_hand": 0,
    "test_the_same_input_gives_the_same_bytes": 0,
    "test_the_same_job_gives_the_same_bytes": 2,
    "test_what_ghostscript_cannot_draw": 2,
    "test_what_is_in_order_has_no_finding": 4,
}
"""Tests whose cases cost much: how many of them `make test` runs; the others are for `make test-all`."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the later cases of costly tests behind the marker."""
    seen: dict[str, int] = {}
    for item in items:
        name = item.name.partition("[")[0]
        if name in QUICK:
            seen[name] = seen.get(name, 0) + 1
            if seen[name] > QUICK[name]:
                item.add_marker(pytest.mark.slow)
