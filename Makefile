# make run: set up and start the app. make test: set up everything and pass every test.
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test test-fast lint build-data snapshots release-check rollback audit clean

run: $(VENV)/app
	$(BIN)/python -m streamlit run server.py --server.address 127.0.0.1 --server.port $(PORT)

test: $(VENV)/dev programs
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

test-fast: $(VENV)/dev
	$(BIN)/python -m pytest --ignore tests/walk

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy app.py server.py

build-data: $(VENV)/app
	$(BIN)/python -m data build
	$(BIN)/python -m data check
	$(LIGHT_PAGES)

# The light pages of the committed release; alone after a change of words or of the brief's look.
LIGHT_PAGES = HARTA_RELEASE=data/release HARTA_DEMONSTRATION=on $(BIN)/python -m components.downloads.light --out static/snapshots
snapshots: $(VENV)/app
	$(LIGHT_PAGES)

# What is installed here, against the public list of known weaknesses: needs the network, and fails without it.
audit: $(VENV)/dev
	$(BIN)/pip-audit --strict --progress-spinner off

# The release that the sources would make, beside the one that the commit SINCE holds: what would change for readers.
SINCE ?= HEAD
NOTES := $(wildcard data/sources/rehearsal.toml)
release-check: $(VENV)/app
	@folder=$$(mktemp -d) && trap "rm -rf $$folder" EXIT && git archive $(SINCE) data/release | tar -x -C $$folder && \
	  $(BIN)/python -m data build --out $$folder/candidate && \
	  $(BIN)/python -m data rehearse $$folder/data/release $$folder/candidate $(if $(NOTES),--notes $(NOTES)) $(REHEARSE)

# make rollback TO=COMMIT: the release of an earlier commit takes the place of this one; commit it, restart the server.
rollback: $(VENV)/app
	git restore --source=$(TO) --staged --worktree data/release
	$(BIN)/python -m data check data/release
	$(LIGHT_PAGES)

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/app: requirements.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	touch $@

$(VENV)/dev: requirements.lock requirements-dev.lock | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	touch $@ $(VENV)/app

# After a change of requirements.txt or requirements-dev.txt; needs the network. UPGRADE=--upgrade raises what they do not name.
UPGRADE ?=
LOCK = $(VENV)/lock/bin/uv pip compile --quiet --python-version 3.11 --python-platform x86_64-unknown-linux-gnu \
  --generate-hashes --no-annotate --custom-compile-command "make lock" $(UPGRADE)
.PHONY: lock
lock: | $(VENV)/bin/python
	test -x $(VENV)/lock/bin/uv || ($(PYTHON) -m venv $(VENV)/lock && $(VENV)/lock/bin/pip install --quiet uv==0.13.9)
	$(LOCK) requirements-dev.txt --output-file requirements-dev.lock
	$(LOCK) requirements.txt --constraints requirements-dev.lock --output-file requirements.lock

# The tests open files with the programs that people use, and keep minutes in PostgreSQL: all from Debian.
# Another browser can be named in CHROME_PATH.
PROGRAMS := chromium libreoffice-calc-nogui libreoffice-impress-nogui libreoffice-writer-nogui poppler-utils postgresql \
  fontconfig fonts-liberation2
.PHONY: programs
programs:
	@{ command -v chromium >/dev/null || test -n "$$CHROME_PATH"; } && command -v soffice >/dev/null && \
	  command -v pdftotext >/dev/null && ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || ( \
	  SUDO=$$(test "$$(id -u)" = 0 || echo sudo); $$SUDO apt-get update -qq && $$SUDO apt-get install -y -qq $(PROGRAMS) )
