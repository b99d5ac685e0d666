# Everything runs in .venv, on what requirements/ and package-lock.json pin. `make help` lists it.

PYTHON ?= python3
PORT ?= 8000
# More for pytest: make test ARGS="-k search"
ARGS ?=
# The rooms to test, as folders or files under tests/: make test ROOM="comparison cite/formats"
ROOM ?=
# How many mutants to test.
COUNT ?= 200
# An empty database, without the two articles: make run SEED=0
SEED ?= 1
# How many quotes to measure on.
SIZE ?= 1000000

PY := .venv/bin/python
MANAGE := $(PY) manage.py
PIP := $(PY) -m pip install --quiet --quiet --disable-pip-version-check --require-hashes
# Extras are pinned with their names: pip before 23.3 finds no hash for those it meets without.
LOCK := .venv/bin/uv pip compile --quiet --no-strip-extras --universal --python-version 3.11 --generate-hashes --custom-compile-command "make lock"
PYTEST := $(PY) -m pytest --numprocesses auto --maxprocesses 4
# These rooms do not use Django. Their tests start in less than a second, without any plugin.
PURE_ROOMS := text edtf comparison query cite extraction mutation
PURE_PYTEST := $(PY) -m pytest --disable-plugin-autoload
IS_PURE := $(and $(ROOM),$(if $(filter-out $(PURE_ROOMS) $(PURE_ROOMS:=/%),$(ROOM)),,yes))
DATA_DIR ?= data
STATIC := $(DATA_DIR)/static/staticfiles.json
FIXTURES := speakers publications articles occasions topics quotes
TEMPLATES = $(shell find templates -name '*.html' -o -name '*.txt' -o -name '*.xml')

# npm, when it installs a package that drives a browser, fetches none.
export PUPPETEER_SKIP_DOWNLOAD := true
export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD := 1
export CHROMEDRIVER_SKIP_DOWNLOAD := true

.PHONY: help install run seed test coverage mutants check format bench pictures lock upgrade clean
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help:  ## list these targets
	@sed -n 's/^\([a-z]*\):.*  ## \(.*\)/make \1|\2/p' Makefile | awk -F'|' '{ printf "%-14s %s\n", $$1, $$2 }'

# Running ------------------------------------------------------------------------------------

install: .venv/.run node_modules/.installed  ## install what the site needs, and nothing more

run: install $(STATIC)  ## install, set up a new database (SEED=0: leave it empty), serve on 127.0.0.1:8000 (PORT changes it)
	@$(PY) -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null || \
	    { echo 'Port $(PORT) is taken or not allowed; choose another: make run PORT=8001' >&2; exit 1; }
	@new=$$($(MANAGE) shell --verbosity 0 --command \
	    'from django.db import connection; print("" if connection.introspection.table_names() else "new")'); \
	$(MANAGE) migrate --verbosity 0 && \
	if [ "$$new" ] && [ "$(SEED)" != 0 ]; then $(MAKE) --no-print-directory seed; fi
	@$(MANAGE) index
	@printf '%s\n' '' \
	    'Citations:            http://127.0.0.1:$(PORT)/' \
	    'The curators'"'"' pages:  http://127.0.0.1:$(PORT)/admin/' \
	    'A curator'"'"'s account:  .venv/bin/python manage.py createsuperuser' \
	    'Ctrl-C stops the server.' ''
	@$(MANAGE) index --watch >/dev/null & watch=$$!; \
	    .venv/bin/gunicorn project.wsgi --config project/workers.py --bind 127.0.0.1:$(PORT) --workers 2 \
	        --log-level warning & \
	    server=$$!; trap "kill $$watch $$server 2>/dev/null" EXIT INT TERM HUP; wait $$server

$(STATIC): $(shell find citations/static -type f) .venv/.run node_modules/.installed
	@$(MANAGE) collectstatic --no-input --verbosity 0

seed: .venv/.run  ## load the fixtures (again) and compare them with their sources
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) loaddata $(FIXTURES)
	@$(MANAGE) verify

# Checking -----------------------------------------------------------------------------------

# On SQLite always; on PostgreSQL too when TEST_POSTGRES_URL names a server where databases can
# be made. Then each test that needs one of the two runs there, and is not counted as left out;
# those that ask no database, and those of how pages look, run once.
test: .venv/.test node_modules/.installed  ## run the tests, or those of ROOM: on SQLite, and on TEST_POSTGRES_URL if that is set
ifdef IS_PURE
	@$(PURE_PYTEST) $(ROOM:%=tests/%) $(ARGS)
else
	env -u DATABASE_URL $(PYTEST) $(if $(TEST_POSTGRES_URL),-m "not postgres") $(MEASURE) $(ROOM:%=tests/%) $(ARGS)
ifdef TEST_POSTGRES_URL
	@DATABASE_URL="$(TEST_POSTGRES_URL)" $(PYTEST) -m "not sqlite" $(ROOM:%=tests/%) $(ARGS)
endif
endif

coverage: .venv/.test  ## run the tests and require 95 % of all branches
	@rm -rf .cache/coverage && mkdir -p .cache/coverage
	@$(MAKE) --no-print-directory test MEASURE="--cov --cov-report= --cov-fail-under=0"
	$(PY) -m coverage report

# A mutant is the code with one decision changed; tests that do not notice it check too little.
mutants: .venv/.test  ## change COUNT decisions (200; LISTS=1: only words of lists) of a pure ROOM, and list what no test notices
	@$(PY) -m tests.mutation.run $(ROOM) --count $(COUNT) $(if $(LISTS),--lists)

check: .venv/.test node_modules/.installed  ## check style, types, templates, migrations, settings and locks
	.venv/bin/ruff check
	.venv/bin/ruff format --check --output-format concise
	.venv/bin/mypy
	.venv/bin/djade --check --target-version 5.2 $(TEMPLATES)
	.venv/bin/djlint --lint --quiet templates
	env DATABASE_URL=sqlite://:memory: $(MANAGE) makemigrations --check --dry-run
	env SECURE=1 ALLOWED_HOSTS=citations.example $(MANAGE) check --deploy --fail-level WARNING
	@! grep -nE '://|--(extra-)?index|--find-links' requirements/*.txt  # locks name no place
	@! grep -n '"resolved"' package-lock.json

format: .venv/.test  ## put the code and the templates in form
	.venv/bin/ruff check --fix
	.venv/bin/ruff format
	.venv/bin/djade --target-version 5.2 $(TEMPLATES)

# On SQLite in .cache/bench, or in the empty PostgreSQL database that DATABASE_URL names. KEEP=1
# measures again what is loaded already; ONLY=word takes the pages that are named so; TIMES=10 asks
# for each page ten times and not a hundred.
bench: .venv/.test node_modules/.installed  ## measure the site on SIZE quotes (1000000); RESULTS names the file
	@$(PY) -m tests.benchmarks.hostile_text
	@$(PY) -m tests.benchmarks.run --size $(SIZE) $(if $(RESULTS),--results "$(RESULTS)") \
	    $(if $(KEEP),--keep) $(if $(ONLY),--only "$(ONLY)") $(if $(TIMES),--times $(TIMES))

pictures: .venv/.test node_modules/.installed  ## take the pictures of docs/ from the running site
	@$(PY) -m tests.browser.pictures

# Installing ---------------------------------------------------------------------------------

lock: .venv/.test  ## pin again what pyproject.toml and package.json ask for
	$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements/run.txt
	$(LOCK) $(UPGRADE) pyproject.toml --group test --constraints requirements/run.txt --output-file requirements/test.txt
	$(LOCK) $(UPGRADE) --group node --output-file requirements/node.txt
	@sed -i 's/^lxml\[html-clean\]/lxml[html_clean]/' requirements/*.txt  # as justext asks for it: pip takes the two for two
	.ci/npm install --package-lock-only

upgrade:  ## pin the newest versions of everything that pyproject.toml allows
	$(MAKE) lock UPGRADE=--upgrade

clean:  ## remove what was installed, but not data/
	rm -rf .venv .cache node_modules

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo 'Python 3.11 or newer is needed: make PYTHON=python3.11 ...' >&2; exit 1; }
	@$(PYTHON) -m venv .venv || \
	    { echo 'Python lacks its venv module: on Debian, apt-get install python3-venv' >&2; exit 1; }
	@touch $@

.venv/.run: requirements/run.txt .venv/.made
	@echo 'Installing $< ...'
	@$(PIP) --requirement $<
	@touch $@

.venv/.test: requirements/test.txt .venv/.made
	@echo 'Installing $< ...'
	@$(PIP) --requirement $<
	@touch $@ .venv/.run

node_modules/.installed: package-lock.json .npmrc .venv/.made
	@echo 'Installing package-lock.json ...'
	@.ci/npm ci --loglevel error
	@touch $@
