# Each goal installs what it misses, then does its job. More words for a job: make render ARGS="--lang ja"
PYTHON ?= python3
ARGS ?=
BIN := .venv/bin
# `make lock` keeps what is pinned; `make lock UPGRADE=1` takes the newest
UPGRADE ?=
# Where byte code is not kept, each of a hundred processes would compile all it imports anew
unexport PYTHONDONTWRITEBYTECODE
UV := build/uv
# By its own name, not as a part of nnmath, whose import takes what is yet to be installed
INSTALL := PYTHONPATH=nnmath $(PYTHON) -m installation
LOCKS := nnmath/installation
# One more than there are processors: tests in a browser wait half of their time
WORKERS := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

define check-style
$(BIN)/ruff check .
$(BIN)/ruff format --check .
$(BIN)/mypy
endef

# Settings of both locks: Python 3.11 and later, Linux and macOS, the same versions for everyone.
# uv does not know where pip finds more files
define compile-lock
UV_FIND_LINKS="$${UV_FIND_LINKS:-$$PIP_FIND_LINKS}" $(UV)/bin/uv pip compile --quiet \
	--universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-annotate \
	$(if $(UPGRADE),--upgrade) \
	--custom-compile-command 'make lock (make lock UPGRADE=1 for the newest versions)'
endef

.PHONY: help site serve render test mutants frameworks lint verify bench lock clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile | expand -t 18

site: ## films, widgets and both languages, into site/
	@$(INSTALL) $@
	$(BIN)/nnmath site $(ARGS)

serve: ## the site on this machine, built again when a source changes
	@$(INSTALL) $@
	$(BIN)/nnmath serve $(ARGS)

render: ## the films alone
	@$(INSTALL) $@
	$(BIN)/nnmath render $(ARGS)

test: ## style, types, doctests, every proof, a sample of mutants, and the site in a browser
	@$(INSTALL) $@
	$(check-style)
	$(BIN)/nnmath verify
	$(BIN)/python -m pytest --doctest-modules -n $(WORKERS) --maxprocesses 4 --dist loadgroup -m "not full" nnmath tests $(ARGS)

mutants: ## every mutant of every claim and step, and whatever else takes long (ARGS="--portion 2/10": a tenth; ARGS=--record: keep the outcome)
	@$(INSTALL) test
	$(BIN)/python -m pytest -n auto --maxprocesses 4 -m "full and not frameworks" tests $(ARGS)

frameworks: ## every convention beside the real PyTorch, Optax and Keras (ARGS=--record: keep what they say)
	@$(INSTALL) $@
	$(BIN)/python -m pytest -m frameworks tests/frameworks $(ARGS)

lint: ## style and types alone
	@$(INSTALL) $@
	$(check-style)

verify: ## each formula proved, as a table
	@$(INSTALL) $@
	$(BIN)/nnmath verify $(ARGS)

bench: ## time of proofs, rendering, the site and a training step; weight of a page
	@$(INSTALL) $@
	$(BIN)/python tests/bench.py $(ARGS)

lock: ## pin again what pyproject.toml and package.json ask for (UPGRADE=1: the newest)
	@$(INSTALL) lint
	$(PYTHON) -m venv $(UV)
	$(UV)/bin/python -m pip install --quiet 'uv>=0.13,<0.14'
	$(compile-lock) --all-extras --output-file $(LOCKS)/requirements.lock pyproject.toml
	$(compile-lock) --group frameworks --output-file $(LOCKS)/frameworks.lock
	cd docs/_widgets && PATH="$(CURDIR)/$(BIN):$$PATH" npm $(if $(UPGRADE),update,install) --package-lock-only

clean: ## away with what was made, but not with what was installed
	rm -rf site media build .cache/verdicts .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv/*' -not -path '*/node_modules/*' -prune -exec rm -rf {} +
