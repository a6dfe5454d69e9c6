# Everything runs in .venv, which the first target that needs it makes.

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready

.PHONY: report test check validate rules bench lock clean

report: $(READY)  ## print the boomerangs report
	$(VENV)/bin/moves report boomerangs

test: $(READY)  ## run the tests
	$(VENV)/bin/python -m pytest -n auto --dist loadfile

check: $(READY)  ## format, lint and types
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(VENV)/bin/mypy

validate: $(READY)  ## check the data against the rules
	$(VENV)/bin/moves validate

rules: $(READY)  ## write the pages of the rules, after a change of shapes or cases
	REGENERATE=1 $(VENV)/bin/python -m pytest -q tests/test_rules.py
	$(VENV)/bin/python -m talentmoves.validation.rules.pages

bench: $(READY)  ## measure the quick ones: start-up, validation from cold start, the Turtle reader
	$(VENV)/bin/python bench/start_up.py
	$(VENV)/bin/python bench/cold_start.py
	$(VENV)/bin/python bench/turtle_reader.py

lock:  ## resolve the versions in requirements-dev.txt again (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --python-version 3.11 \
	  --no-emit-index-url --no-annotate --no-header --upgrade -o requirements-dev.txt

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis

$(READY): requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up $(VENV) ..." >&2
	@$(PYTHON) -m venv --clear $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
