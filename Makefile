# What a person types here. `make help` lists it; every target makes .venv first if it has to.

PYTHON ?= python3
BIN := .venv/bin
# Newer than what it was installed from, so that `make run` has nothing to do when nothing changed.
STAMP := .venv/installed
OFFSCREEN := QT_QPA_PLATFORM=offscreen
COVERAGE := --cov --cov-report= --cov-fail-under=0

.DEFAULT_GOAL := help
.PHONY: help setup run test lint bench screenshots translations

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: $(STAMP) ## Make .venv with what is pinned, and check the libraries and fonts of the system

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("LazyGUI needs Python 3.11 or newer: make setup PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m lazygui.doctor --setup --install
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -c constraints.txt -e '.[dev]'
	@touch $@

run: setup ## Open the program; FILE=network.lazygui.json opens a document
	@$(BIN)/lazygui $(FILE)

test: lint ## Lint, types, contracts, translations, all tests offscreen and in a real window
	@$(BIN)/python -m lazygui.doctor --tests --install
	$(BIN)/python -m coverage erase
	$(OFFSCREEN) $(BIN)/python -m pytest -n 2 -m 'not xvfb' $(COVERAGE)
	QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1920x1200x24' $(BIN)/python -m pytest -m xvfb $(COVERAGE) --cov-append
	$(BIN)/python -m coverage report

lint: setup ## Style, types, contracts between the rooms, translations complete
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/translations.py --check

bench: setup ## Measure against the peers, one script after the other; fails where a target is missed
	@$(BIN)/python -m pip install -q -c constraints.txt -e '.[bench]'
	@missed=0; for script in benchmarks/bench_*.py; do echo "== $$script"; $(BIN)/python $$script || missed=1; done; exit $$missed

screenshots: setup ## Take the pictures of the documentation
	$(OFFSCREEN) $(BIN)/python docs/screenshots.py

translations: setup ## Collect the sentences and compile the catalogues
	$(BIN)/python scripts/translations.py
