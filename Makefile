# The two commands of the README: `make audit` and `make test`.
SITE ?=
OUTPUT ?= oitcheck-audit
TOWN := Snapshots/nongsai/2026-11-21
OITCHECK := .build/release/oitcheck

.PHONY: audit test build prepare format lint rules accuracy

# Without SITE: the whole pipeline, crawler included, on the town that comes with the project, offline.
# With SITE=https://www.example.go.th: the live site, at one request a second.
audit: build
ifeq ($(SITE),)
	@$(OITCHECK) audit --replay $(TOWN) --output $(OUTPUT) --overwrite; code=$$?; [ $$code -le 1 ] || exit $$code
else
	@$(OITCHECK) audit '$(SITE)' --output $(OUTPUT); code=$$?; [ $$code -le 1 ] || exit $$code
endif

# The tests of the program wait for it; in a run of their own they keep no processor from the others.
test: prepare
	@swift build --build-tests
	@swift test --skip-build --skip CLITests
	@swift test --skip-build --filter CLITests

build: prepare
	@swift build -c release --product oitcheck

prepare:
	@Deploy/prepare.sh

format:
	@swift format -i -r Package.swift Sources Tests

lint:
	@swift format lint --strict -r Package.swift Sources Tests

rules: build
	@$(OITCHECK) rules check

# How right the rules are, on labelled lists (and LIST=more.jsonl) and whole synthetic sites: Benchmarks/accuracy*.txt
accuracy: build
	@Benchmarks/accuracy.py $(OITCHECK) $(LIST)
