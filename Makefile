# One build for the binary and for the tests, so that every dependency compiles once: optimised, as it is run, with the
# tests let in.
CONFIGURATION ?= release
SWIFT_FLAGS   ?= -c $(CONFIGURATION) -Xswiftc -enable-testing
GANTRY        ?= $(CURDIR)/.build/$(CONFIGURATION)/gantry
PYTHON        := $(CURDIR)/.venv/bin/python
PYTEST_FLAGS  ?=
RUN_FLAGS     ?=

export GANTRY
.DEFAULT_GOAL := help
.PHONY: help deps deps-run deps-test deps-bench build run test test-swift test-interop faults fuzz bench gallery lint format clean

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

deps: deps-run deps-test ## Install everything that building and testing need

deps-run: ## Install the C libraries that the build needs
	@Scripts/install-packages run

deps-test: deps-run ## Install the peers and the Python environment that the tests need
	@Scripts/install-packages test
	@Scripts/make-venv

deps-bench: deps-test ## Install what the benchmarks measure beside
	@Scripts/install-packages bench

build: deps-run ## Build the gantry command
	swift build $(SWIFT_FLAGS) --product gantry

run: build ## Build, then run Gantry in front of its own demo archive
	$(GANTRY) demo $(RUN_FLAGS)

test: test-swift test-interop ## Run every test: Swift's, then the interop suites against real peers

test-swift: deps-run ## Run the Swift tests only
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build --disable-xctest

test-interop: deps-test build ## Run the interop suites only (PYTEST_FLAGS="-k frames")
	$(PYTHON) -m pytest Tests/Interop $(PYTEST_FLAGS)

faults: deps-run ## Run the fault tests with their full counts, and print the table (GANTRY_SEED repeats a run)
	swift build $(SWIFT_FLAGS) --build-tests
	GANTRY_FAULTS=full swift test $(SWIFT_FLAGS) --skip-build --disable-xctest --filter 'Faults|UpperLayerTests'

fuzz: deps-run ## Run the fuzzers for long (GANTRY_FUZZ mutations of each)
	swift build $(SWIFT_FLAGS) --build-tests
	GANTRY_FUZZ=$${GANTRY_FUZZ:-1000000} swift test $(SWIFT_FLAGS) --skip-build --disable-xctest --filter FuzzTests

bench: deps-bench build ## Measure retrieval beside DCMTK's getscu, a full cache, pictures and codec workers beside their parts and Orthanc; print the ratios
	$(PYTHON) Tests/Benchmarks/bench.py
	$(PYTHON) Tests/Benchmarks/rendering.py
	$(PYTHON) Tests/Benchmarks/rendered.py
	swift build $(SWIFT_FLAGS) --build-tests
	GANTRY_BENCH_CACHE=1 swift test $(SWIFT_FLAGS) --skip-build --disable-xctest --filter CacheBenchmarks | grep BENCH
	SWIFT_FLAGS="$(SWIFT_FLAGS)" $(PYTHON) Tests/Benchmarks/codecs.py

gallery: deps-test build ## Draw every image of the demo and of pydicom onto contact sheets in .build/gallery
	$(PYTHON) Tests/Gallery/gallery.py

lint: ## Check formatting and that every script compiles; changes nothing
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
	python3 -m compileall -q Tests Scripts
	@for script in Scripts/* .ci/run; do [ -f "$$script" ] || continue; case "$$(head -n 1 $$script)" in *bash*) bash -n $$script || exit 1;; esac; done

format: ## Format the Swift sources in place
	swift format --in-place --parallel --recursive Package.swift Sources Tests

clean: ## Remove what was built (the Python environment stays)
	rm -rf .build
