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
FUZZ_CASES ?= 100000

.PHONY: help deps build test demo lint format fuzz sanitize sanitize-address bench clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

deps: ## Install what is missing (GLPK's library), by apt
	@.ci/install-dependencies

build: deps ## Build the command
	$(SWIFT) build $(RELEASE) --product skillmix

test: deps ## Install what is missing and pass every test
	$(SWIFT) test $(TESTED)

demo: build ## Install what is missing, build, plan a place's week and show where the plan lies
	$(SKILLMIX) allocate $(DEMO_WEEK) --time-limit $(DEMO_SECONDS)

lint: ## Check the format of all Swift sources, strictly
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests

format: ## Format all Swift sources in place
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests

fuzz: deps ## Mutate every input file many times and read it (FUZZ_CASES=100000)
	SKILLMIX_FUZZ_CASES=$(FUZZ_CASES) $(SWIFT) test $(TESTED) --filter IntakeTests

sanitize: sanitize-address deps ## Run the solver's tests under the address and thread sanitizers
	$(SWIFT) test --sanitize=thread --scratch-path .build-thread --disable-xctest --filter GLPKTests

bench: build ## Plan weeks of several sizes, audit the plans and print the table of the README (15 minutes)
	Benchmarks/measure

sanitize-address: deps ## Run the solver's tests under the address sanitizer only
	$(SWIFT) test --sanitize=address --scratch-path .build-address --disable-xctest --filter GLPKTests

clean: ## Remove what was built
	rm -rf .build .build-*
