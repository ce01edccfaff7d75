# SPDX-License-Identifier: GPL-3.0-or-later
# skillmix: everything a newcomer, a developer and the build machine need. `make help` lists it.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

SWIFT ?= swift
RELEASE := -c release
# Tests run optimised, because they search; they see internals, so they are built apart from the command.
TESTED := -c release --scratch-path .build-test -Xswiftc -enable-testing
SKILLMIX := .build/release/skillmix
DEMO_WEEK := Rosters/place-week
DEMO_SECONDS ?= 30
# What `make serve` keeps.
SERVED ?= .served
FUZZ_CASES ?= 100000
# Options of `make bench`: Benchmarks/compare.py --help lists them.
BENCH ?=
# Options of `make bench-replan`: Benchmarks/replan.py --help lists them.
REPLAN ?=
# Options of `make bench-scenarios`: Benchmarks/scenarios.py --help lists them.
BENCH_SCENARIOS ?=
# Options of `make slurm` and `make kills`: Tests/Slurm/slurm.py and Tests/Signals/kills.py --help list them.
SLURM ?=
KILLS ?=
# Options of `make browser`: Tests/Browser/check.py --help lists them.
LOOK ?=
# Options of `make signals`: Tests/Signals/signals.py --help lists them.
SIGNALS ?=
# Options of `make mutants`: Tests/Mutants/run.py --help lists them.
MUTANTS ?=
PYTHON ?= python3
SOLVERS := Benchmarks/.venv/installed
BROWSER := Tests/Browser/.venv/installed
SPREADSHEETS := Tests/Spreadsheets/.venv/installed
CALENDARS := Tests/Calendars/.venv/installed

.PHONY: help deps build test demo serve lint format fuzz sanitize sanitize-address browser pictures spreadsheets calendars signals kills stress proxy slurm mutants bench bench-quick bench-replan bench-scenarios bench-inner clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

deps: ## Install what is missing (GLPK, SQLite, and the libraries of workbooks), by apt
	@.ci/install-dependencies

build: deps ## Build the command
	$(SWIFT) build $(RELEASE) --product skillmix

test: deps ## Install what is missing and pass every test
	$(SWIFT) test $(TESTED)

demo: build ## Install what is missing, build, plan a place's week and show where the plan lies
	$(SKILLMIX) allocate $(DEMO_WEEK) --time-limit $(DEMO_SECONDS)

serve: build ## Serve skillmix to browsers on this machine, with a framework to bring weeks with (Ctrl-C ends it)
	$(SKILLMIX) serve --data $(SERVED) --framework Competencies/intermediate-care.yaml --week $(DEMO_WEEK)

lint: ## Check the format of all Swift sources, strictly, and that no switch over an enum has a default
	$(PYTHON) .ci/forbid-defaults
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Benchmarks

format: ## Format all Swift sources in place
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Benchmarks

fuzz: deps ## Mutate every input file many times and read it (FUZZ_CASES=100000)
	SKILLMIX_FUZZ_CASES=$(FUZZ_CASES) $(SWIFT) test $(TESTED) --filter "IntakeTests|RotationIntakeTests|WorkbooksTests|CaseloadReaderTests|ChangeFileFuzzTests|ImportFuzzTests|PrivacyTests"

sanitize: sanitize-address deps ## Run the solver's tests under the address and thread sanitizers
	SKILLMIX_TESTS=GLPKTests $(SWIFT) test --sanitize=thread --scratch-path .build-thread --disable-xctest --filter GLPKTests

browser: build $(BROWSER) ## Open reports in Chromium: errors, overflow, barriers of WCAG 2.2 (installs Chromium)
	@.ci/install-dependencies browser
	Tests/Browser/.venv/bin/python Tests/Browser/check.py $(LOOK)

pictures: build $(BROWSER) ## Make the pictures of docs/web-*.md anew (installs Chromium)
	@.ci/install-dependencies browser
	Tests/Browser/.venv/bin/python Tests/Browser/pictures.py

signals: build ## Send 200 signals to allocate at random moments and count lost plans (ten minutes; SIGNALS=options)
	$(PYTHON) Tests/Signals/signals.py $(SKILLMIX) $(SIGNALS)

kills: build ## Kill scenarios 50 times at random moments and hold what comes of them against an unbroken run (KILLS=options)
	$(PYTHON) Tests/Signals/kills.py $(SKILLMIX) $(KILLS)

stress: build ## A server with 50 people at once, with connections that drip, and killed 50 times while people write
	$(PYTHON) Tests/Server/stress.py

proxy: build ## A server behind nginx on this machine, with the settings of docs/server.md (installs nginx)
	@.ci/install-dependencies proxy
	$(PYTHON) Tests/Server/proxy.py $(SKILLMIX)

slurm: build ## Set a Slurm up on this machine and have scenarios run by it, as root (installs slurm-wlm and munge; SLURM=--short)
	@.ci/install-dependencies slurm
	$(PYTHON) Tests/Slurm/slurm.py $(SKILLMIX) $(SLURM)

spreadsheets: build $(SPREADSHEETS) ## Open workbooks with openpyxl, and with LibreOffice where it is installed, and read what they save
	Tests/Spreadsheets/.venv/bin/python Tests/Spreadsheets/check.py

$(SPREADSHEETS): Tests/Spreadsheets/requirements.txt
	$(PYTHON) -m venv Tests/Spreadsheets/.venv Tests/Calendars/.venv
	Tests/Spreadsheets/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

calendars: build $(CALENDARS) ## Read calendars that were handed out with a library of others
	Tests/Calendars/.venv/bin/python Tests/Calendars/check.py

$(CALENDARS): Tests/Calendars/requirements.txt
	$(PYTHON) -m venv Tests/Calendars/.venv
	Tests/Calendars/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

$(BROWSER): Tests/Browser/requirements.txt
	$(PYTHON) -m venv Tests/Browser/.venv
	Tests/Browser/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

mutants: deps ## Switch off one thing at a time and ask whether a test notices (an hour; MUTANTS=options)
	$(PYTHON) Tests/Mutants/run.py $(MUTANTS)

bench: build $(SOLVERS) ## Measure skillmix beside other solvers and print the table of docs/search.md (hours; BENCH=options)
	$(PYTHON) Benchmarks/compare.py $(BENCH)

bench-quick: build $(SOLVERS) ## The same in two minutes, a week a size
	$(PYTHON) Benchmarks/compare.py --quick $(BENCH)

bench-replan: build ## Somebody rings in sick, ten times: a short re-plan beside a long search (REPLAN=options)
	$(SWIFT) build $(RELEASE) --product SearchSpeed
	$(PYTHON) Benchmarks/replan.py $(REPLAN)

bench-scenarios: build ## A hundred scenarios of a place's week beside each alone for five times as long (BENCH_SCENARIOS=options)
	$(PYTHON) Benchmarks/scenarios.py $(BENCH_SCENARIOS)

bench-inner: build ## Measure the moves a second of the search alone (half a minute)
	$(SWIFT) build $(RELEASE) --product SearchSpeed
	$(PYTHON) Benchmarks/inner.py

$(SOLVERS): Benchmarks/requirements.txt
	$(PYTHON) -m venv Benchmarks/.venv
	Benchmarks/.venv/bin/pip install --quiet --disable-pip-version-check --requirement $<
	touch $@

sanitize-address: deps ## Run the solver's tests under the address sanitizer only
	SKILLMIX_TESTS=GLPKTests $(SWIFT) test --sanitize=address --scratch-path .build-address --disable-xctest --filter GLPKTests

clean: ## Remove what was built
	rm -rf .build .build-* Benchmarks/.venv Tests/Browser/.venv Tests/Spreadsheets/.venv Tests/Calendars/.venv
