# The two commands of the README: `make audit` and `make test`.
SITE ?=
OUTPUT ?= oitcheck-audit
TOWN := Snapshots/nongsai/2026-11-21
OITCHECK := .build/release/oitcheck

PREFIX ?= /usr/local
DESTDIR ?=
VERSION := $(shell sed -n 's/.*static let current = "\(.*\)".*/\1/p' Sources/Pipeline/Judgement.swift)
RELEASE := oitcheck-$(VERSION)-$(shell uname -m)

.PHONY: audit test build prepare format lint rules accuracy static install uninstall release

# Without SITE: the whole pipeline, crawler included, on the town that comes with the project, offline.
# With SITE=https://www.example.go.th: the live site, at one request a second.
audit: build
ifeq ($(SITE),)
	@$(OITCHECK) audit --replay $(TOWN) --output $(OUTPUT) --overwrite; code=$$?; [ $$code -le 1 ] || exit $$code
else
	@$(OITCHECK) audit '$(SITE)' --output $(OUTPUT); code=$$?; [ $$code -le 1 ] || exit $$code
endif

# The tests of the program wait for it; in a run of their own they keep no processor from the others.
# As many at once as there are processors: begun all at once they keep the processors from each other, so that whatever
# one of them waits for comes minutes late.
test: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH := $(shell nproc)
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

# The program that needs no Swift toolchain where it runs; of system libraries those of Deploy/runtime-packages.
# Foundation's static libraries stand in a circle, which lld does not mind; they need libcurl, libxml2 and zlib.
FOUNDATION := FoundationNetworking _CFURLSessionInterface _CFXMLInterface CoreFoundation FoundationInternationalization \
  _FoundationICU FoundationEssentials _FoundationCShims _FoundationCollections curl xml2 z
STATIC := swift build -c release --product oitcheck --static-swift-stdlib -Xswiftc -use-ld=lld -Xlinker -s \
  $(addprefix -Xlinker -l,$(FOUNDATION))

static: prepare
	@$(STATIC)

# Program, rules, units and words under PREFIX (and DESTDIR, for packagers). As root: it does not start anything.
install: static
	@Deploy/install.sh "$$($(STATIC) --show-bin-path)/oitcheck" '$(PREFIX)' '$(DESTDIR)'

# Leaves /etc/oitcheck and /var/lib/oitcheck, which hold what is yours.
uninstall:
	@rm -rf '$(DESTDIR)$(PREFIX)/bin/oitcheck' '$(DESTDIR)$(PREFIX)/share/oitcheck' '$(DESTDIR)$(PREFIX)/share/doc/oitcheck'
	@rm -f '$(DESTDIR)$(PREFIX)/lib/systemd/system/oitcheck.service' '$(DESTDIR)$(PREFIX)/lib/systemd/system/oitcheck.timer'

# A tarball for machines without a toolchain, with the rules inside: unpack it and run bin/oitcheck, or ./install.sh PREFIX
release: static
	@rm -rf '.build/$(RELEASE)' && mkdir -p '.build/$(RELEASE)'
	@Deploy/install.sh "$$($(STATIC) --show-bin-path)/oitcheck" '.build/$(RELEASE)' '' /usr/local
	@tar -C .build --owner=0 --group=0 --sort=name -czf '$(RELEASE).tar.gz' '$(RELEASE)' && ls -l '$(RELEASE).tar.gz'
