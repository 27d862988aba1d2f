# What is needed: Python 3.11 or newer, and make. Everything else goes into .venv.

PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11 python,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
CASES := $(wildcard specs/*/specpress.toml)
STATIC := templates/python/static
OURS := generator templates tests docs

.DEFAULT_GOAL := help
.PHONY: help demo test check corpus pages prose bench regenerate lift-scores lift-styles lift-mutations conformance roundtrip prism mutants format lint types stale clean

help: ## Show what each target does.
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' Makefile

demo: $(VENV)/.base ## Generate the client of specs/twilio-call and make one call through it.
	$(BIN)/python docs/examples/demo.py build/demo

test: $(VENV)/.dev ## Run all tests.
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup

check: format lint types stale test ## Run what CI runs: format, lint, types, staleness, tests, the wheel.

format: $(VENV)/.dev ## Tell whether black would change anything.
	$(BIN)/black --check --quiet $(OURS) || $(BIN)/black --check $(OURS)

lint: $(VENV)/.dev ## Run ruff over everything but generated/.
	$(BIN)/ruff check $(OURS)

types: $(VENV)/.dev ## Run mypy --strict and pyright over the generator and the runtime of clients.
	$(BIN)/mypy
	cd $(STATIC)/.. && $(CURDIR)/$(BIN)/mypy --strict --config-file= --cache-dir $(CURDIR)/.mypy_cache -p static._runtime -m static.errors
	$(BIN)/pyright --pythonpath $(BIN)/python generator $(STATIC)/_runtime $(STATIC)/errors.py

stale: $(VENV)/.dev ## Tell whether generated/ is what specs/ generates.
	@for case in $(CASES); do $(BIN)/specpress check --full --config $$case || exit 1; done

regenerate: $(VENV)/.dev ## Generate generated/ anew from specs/.
	@for case in $(CASES); do $(BIN)/specpress generate --config $$case || exit 1; done

bench: $(VENV)/.dev ## Measure time, memory and size; ratios are taken in one run.
	$(BIN)/python tests/bench/run.py

corpus: $(VENV)/.dev ## Run every real description: ONLY=part of a path, LIMIT=n, QUICK=1, JOBS=n.
	PYTHONPATH=generator:tests $(BIN)/python -m corpus.run --jobs $(or $(JOBS),2) \
		$(if $(ONLY),--only '$(ONLY)') $(if $(LIMIT),--limit $(LIMIT)) $(if $(QUICK),--quick)

pages: $(VENV)/.dev ## Hold clients of documentation pages to the bar: ONLY=part of a name, MINUTES=n.
	PYTHONPATH=generator:tests $(BIN)/python -m corpus.pages --jobs $(or $(JOBS),2) \
		$(if $(ONLY),--only '$(ONLY)') $(if $(MINUTES),--minutes $(MINUTES))

lift-styles: $(VENV)/.dev ## Score hand-made pages of seven styles: ONLY=a description, SEEDS=n, SHOW=n wrong facts.
	PYTHONPATH=generator:tests $(BIN)/python -m lift_styles.run $(if $(ONLY),--only '$(ONLY)') \
		$(if $(SEEDS),--seeds $(SEEDS)) $(if $(SHOW),--show $(SHOW))

lift-mutations: $(VENV)/.dev ## Change pages at random, count what lifters lose: ONLY=a lifter, SEEDS=n.
	PYTHONPATH=generator:tests $(BIN)/python -m lift_mutations.run $(if $(ONLY),--only '$(ONLY)') \
		$(if $(SEEDS),--seeds $(SEEDS))

lift-scores: $(VENV)/.dev ## Score what real documentation pages give: ONLY=part of a path, SHOW=n wrong facts.
	PYTHONPATH=generator:tests $(BIN)/python -m lift_scores.run $(if $(ONLY),--only '$(ONLY)') $(if $(SHOW),--show $(SHOW))

prose: $(VENV)/.dev ## Measure what is mined from descriptions; LIMIT=n descriptions.
	PYTHONPATH=generator:tests $(BIN)/python -m prose.measure $(if $(LIMIT),--limit $(LIMIT))

conformance: $(VENV)/.dev ## Drive Microsoft's HTTP specs (needs Node and npm): ONLY=part of a path, SHOW=n faults.
	PYTHONPATH=generator:tests $(BIN)/python -m conformance.run $(if $(ONLY),--only '$(ONLY)') $(if $(SHOW),--show $(SHOW))

roundtrip: $(VENV)/.dev ## Read back the requests of every real description: ONLY=part of a path, LIMIT=n, JOBS=n.
	PYTHONPATH=generator:tests $(BIN)/python -m roundtrip.run --jobs $(or $(JOBS),2) \
		$(if $(ONLY),--only '$(ONLY)') $(if $(LIMIT),--limit $(LIMIT))

prism: $(VENV)/.dev ## Run the emitted tests of ten descriptions live against Prism (needs Node and npm): ONLY=part of a path.
	$(BIN)/python tests/prism/run.py $(ONLY)

mutants: $(VENV)/.dev ## Measure how many faults in the seed's client its own tests find; OF=three (or paths): in other clients.
	$(BIN)/python tests/mutants/$(if $(OF),sampled.py $(filter-out three,$(OF)),run.py)

clean: ## Remove the virtual environment and what was built.
	rm -rf $(VENV) build dist mutants

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "no Python 3.11 or newer found; set PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"

$(VENV)/.base: pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --editable . --group client
	@touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.base
	$(BIN)/python -m pip install --quiet --group dev
	@touch $@
