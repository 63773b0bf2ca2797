# Needs make and Python 3.11 or newer; everything else is put into .venv and build/.
# All paths are relative, so that the project may stand in a folder with spaces in its name.

PYTHON ?= python3
UV_VERSION := 0.13.9

PIP := .venv/bin/python -m pip --disable-pip-version-check --no-input
INSTALL := $(PIP) install --quiet --require-hashes -r
# flit_core comes with the lock, so this step fetches nothing.
INSTALL_SELF := $(PIP) install --quiet --no-build-isolation --no-deps --editable .
PULSEN := .venv/bin/python -m generator
BABEL := .venv/bin/python -m babel.messages.frontend --quiet
COMPILE := .venv/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-annotate --custom-compile-command "make lock" \
	$(if $(UPGRADE),--upgrade) --group build pyproject.toml

# A .venv that came only halfway would look finished the next time, so it is taken away again.
define MAKE_VENV
@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "Pulsen needs Python 3.11 or newer, and '$(PYTHON)' is not. Name one: make PYTHON=python3.12" >&2; exit 1; }
@.venv/bin/python -c 'import pip' 2>/dev/null || "$(PYTHON)" -m venv --clear .venv || { rm -rf .venv; exit 1; }
endef

.PHONY: help site build check test lint messages browser-tools lock clean

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf '%-22s %s\n' "$$name" "$$text"; done

site: .venv/site.stamp ## build the site and show it on this computer, at the address that is printed
	@$(PULSEN) build
	@$(PULSEN) serve

build: .venv/site.stamp ## build the site into build/site
	@$(PULSEN) build

check: .venv/site.stamp ## say what is wrong with the content, and build nothing
	@$(PULSEN) check

lint: .venv/test.stamp ## style, form and types of the code
	.venv/bin/python -m ruff check .
	.venv/bin/python -m ruff format --check .
	.venv/bin/python -m mypy

test: lint ## everything: style, form, types, and every test with its coverage
	.venv/bin/python -m pytest --cov --cov-report=term

messages: .venv/test.stamp ## gather the program's own messages for translation in generator/locale
	@mkdir -p build
	@$(BABEL) extract --no-default-keywords -k N_ -k translate -k _translate --add-location=file --sort-by-file --no-wrap \
		--output-file build/messages.pot generator
	@for catalogue in generator/locale/*.po; do \
		$(BABEL) update --input-file build/messages.pot --output-file "$$catalogue" --locale "$$(basename "$$catalogue" .po)" \
			--no-wrap --previous --ignore-obsolete --ignore-pot-creation-date || exit 1; done
	@rm build/messages.pot

browser-tools: tests/browser/node_modules/.installed ## fetch the two checkers of the browser tests (needs npm)

lock: ## write the lock files anew; UPGRADE=1 takes the newest versions
	$(MAKE_VENV)
	@test -x .venv/lock/bin/uv || "$(PYTHON)" -m venv .venv/lock
	@.venv/lock/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean: ## take away everything that was made here
	rm -rf build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage tests/browser/node_modules
	find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/site.stamp: requirements.lock pyproject.toml
	$(MAKE_VENV)
	@echo "Setting up: fetching what requirements.lock names (once)."
	@$(INSTALL) requirements.lock
	@$(INSTALL_SELF)
	@touch $@

.venv/test.stamp: requirements-dev.lock pyproject.toml
	$(MAKE_VENV)
	@echo "Setting up: fetching what requirements-dev.lock names (once)."
	@$(INSTALL) requirements-dev.lock
	@$(INSTALL_SELF)
	@touch $@

tests/browser/node_modules/.installed: tests/browser/package-lock.json tests/browser/package.json
	@cd tests/browser && npm ci --silent
	@touch $@
