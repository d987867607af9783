# Dateline. On a machine with Python 3.11, pip and make: `make demo`, `make test`.
# Everything is installed from requirements/*.txt, pinned and with hashes, into .venv; relative paths only, so that a
# folder's name may hold spaces and letters of any script.

PYTHON ?= python3
UV ?= uv
DATA ?= ../shared/data
# Labelled sets that extraction is measured on, one folder a set.
SETS ?= ../shared/data/eval
REPORTS ?= ../shared/reports
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --require-virtualenv
LOCKED := $(PIP) install -qq --require-hashes --only-binary :all:

# An environment holds the path of its folder: make it again where the folder was moved.
MOVED := $(shell [ ! -f .venv/.here ] || [ "$$(cat .venv/.here)" = "$$(pwd)" ] || rm -rf .venv)

.PHONY: help demo serve test check rules bench bench-extraction bench-territory bench-explorer bench-ledgers explorer starter docs docs-site \
	pictures lock clean
.DEFAULT_GOAL := help

help:
	@echo "make demo     install, then check the bundled report and write dateline-demo.html"
	@echo "make serve    install, then open the newsroom with a demo's desk on http://127.0.0.1:8000"
	@echo "make test     install, then run the tests and the import rules"
	@echo "make check    lint, formatting, types, import rules"
	@echo "make bench    accuracy and speed (needs ../shared)"
	@echo "make bench-extraction   what is read of labelled sets, with the peers beside it (needs ../shared; SETS=$(SETS))"
	@echo "make bench-territory    areas, gains and losses from daily maps, with the peers beside it (needs ../shared; DATA=$(DATA))"
	@echo "make bench-explorer     maps and the explorer in a browser (needs npm ci in tests/browser)"
	@echo "make explorer fetch what draws the explorer of maps into your own folder (needs npm)"
	@echo "make bench-ledgers   what the store and the ledgers promise beside what is measured (DATA=$(DATA), half an hour)"
	@echo "make starter  work the bundled ledgers out again from the publishers' files (DATA=$(DATA))"
	@echo "make docs     write docs/reference and every shown output again from the code"
	@echo "make docs-site   install, then build the documentation as a site into build/site; a warning is an error"
	@echo "make pictures    take the pictures in docs/pictures again (needs Node and Chromium)"
	@echo "make lock     pin the dependencies again (needs uv)"
	@echo "make clean    remove .venv, caches and what make wrote"

demo: .venv/.project
	@$(PY) -m dateline demo

# The newsroom with a demo's desk, on http://127.0.0.1:8000.
serve: .venv/.site
	@$(PY) -m dateline serve --demo

test: .venv/.dev
	@$(PY) -m pytest
	@$(MAKE) --no-print-directory rules

rules: .venv/.dev
	@$(PY) -c "from importlinter.cli import lint_imports_command as c; c()"

check: .venv/.dev
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(MAKE) --no-print-directory rules

bench: .venv/.dev
	@$(PY) benchmarks/real_report.py
	@echo
	@$(PY) benchmarks/dev_claims.py
	@echo
	@$(PY) benchmarks/timing.py

bench-extraction: .venv/.bench
	@$(PY) benchmarks/extraction.py --sets "$(SETS)" --reports "$(REPORTS)"

bench-territory: .venv/.bench
	@$(PY) benchmarks/territory.py --data "$(DATA)/deepstate"

bench-explorer: .venv/.project
	@$(PY) benchmarks/explorer.py

explorer: .venv/.project
	@$(PY) -m dateline map --set-up

bench-ledgers: .venv/.dev
	@$(PY) benchmarks/ledgers.py --data "$(DATA)"

starter: .venv/.project
	@$(PY) -m dateline.starter "$(DATA)"
	@$(PY) -m dateline.starter "$(DATA)" --theatre gaza

docs: .venv/.project
	@$(PY) docs/build_reference.py

docs-site: .venv/.docs
	@$(PY) -m sphinx --fail-on-warning --keep-going --quiet --builder html docs build/site
	@echo "build/site/index.html"

# The demo's page and newsroom as a browser shows them, at a desktop's width and a phone's, light and dark.
pictures: .venv/.dev
	@mkdir -p build/pictures && cd tests/browser && npm ci --ignore-scripts --silent
	@$(PY) -m dateline demo --out build/pictures/demo.html >/dev/null
	@node tests/browser/audit.mjs build/pictures/demo.html --screens build/pictures >/dev/null
	@cp build/pictures/page-light-1280.png docs/pictures/page-desktop-light.png
	@cp build/pictures/card-dark-360.png docs/pictures/card-phone-dark.png
	@$(PY) benchmarks/site_pages.py --tops --screens build/pictures
	@cp build/pictures/anonymous-stories-*-light-1280.png docs/pictures/newsroom-story.png
	@cp build/pictures/editor-desk-stories-*-light-1280.png docs/pictures/newsroom-desk.png

lock:
	@command -v $(UV) >/dev/null || { echo "make lock: uv is not installed (https://docs.astral.sh/uv/)" >&2; exit 2; }
	$(call compile,requirements/runtime.txt,)
	$(call compile,requirements/dev.txt,--extra dev --extra site --extra postgres --constraint requirements/runtime.txt)
	$(call compile,requirements/site.txt,--extra site --extra postgres --constraint requirements/runtime.txt --constraint requirements/dev.txt)
	$(call compile,requirements/bench.txt,--extra bench --constraint requirements/runtime.txt)
	$(call compile,requirements/docs.txt,--extra docs --constraint requirements/runtime.txt --constraint requirements/dev.txt)

define compile
$(UV) pip compile --quiet pyproject.toml requirements/build.in $(2) --output-file $(1) --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
endef

clean:
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dateline-demo.html

# The environment, in steps that are made again only when what they depend on changes. A step leaves its mark last,
# so a broken installation is taken up again by the next `make`.
.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "make: Dateline needs Python 3.11 or later: make $(MAKECMDGOALS) PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv .venv || { echo "make: no virtual environment could be made in .venv" >&2; exit 2; }
	@pwd > .venv/.here
	@touch $@

.venv/.runtime: .venv/.made requirements/runtime.txt
	@echo "installing what Dateline needs into .venv (once) ..." >&2
	@$(LOCKED) --requirement requirements/runtime.txt
	@touch $@

.venv/.project: .venv/.runtime pyproject.toml
	@$(PIP) install -qq --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.site: .venv/.project requirements/site.txt
	@echo "installing what the newsroom needs into .venv (once) ..." >&2
	@$(LOCKED) --requirement requirements/site.txt
	@touch $@

.venv/.dev: .venv/.project requirements/dev.txt
	@echo "installing what the tests need into .venv (once) ..." >&2
	@$(LOCKED) --requirement requirements/dev.txt
	@touch $@

.venv/.bench: .venv/.project requirements/bench.txt
	@echo "installing the peers that benchmarks print beside ours into .venv (once) ..." >&2
	@$(LOCKED) --no-binary docopt --requirement requirements/bench.txt   # docopt has never been built as a wheel
	@touch $@

.venv/.docs: .venv/.project requirements/docs.txt
	@echo "installing what the documentation's site needs into .venv (once) ..." >&2
	@$(LOCKED) --requirement requirements/docs.txt
	@touch $@
