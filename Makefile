.PHONY: help demo hosts dev dist test test-live size shots bench bench-list bench-mapping check-mapping soak faults fuzz mutants coverage

help:
	@echo "make demo    build the release, start the demo API, print the address (PORT=8787 SPEED=1)"
	@echo "make hosts   pages of other people with the console inside: plain, React, a portal, two consoles, an iframe (PORT=8790)"
	@echo "make dev     the same with a debug build that reloads when a source file changes"
	@echo "make dist    the release archive: release/ringside-VERSION.tar.gz"
	@echo "make test    every check: format, lints, tests, contract, browser, accessibility, bytes"
	@echo "make test-live   the console over a real Apache Airflow, installed into the cache (PICTURES=1: the docs' too)"
	@echo "make size    what a browser loads before the first figures show, against the budget"
	@echo "make check-mapping FILE=… [SAMPLE=…]  what is wrong with a mapping, and what it makes of answers (docs/mapping.md)"
	@echo "make bench   the release against a page written by hand (ONLY=start,refresh TIMES=3 DOCS=1; docs/performance.md)"
	@echo "make bench-list  main-thread work in the list of 10,000 campaigns"
	@echo "make bench-mapping  a page of a mapped API against the same page of the contract"
	@echo "make faults  every operation of the contract × every way to fail (docs/sentinels.md)"
	@echo "make soak    an hour about the release while its API fails in every way (MINUTES=60 SEED=7; docs/testing.md)"
	@echo "make fuzz    odd input for every reader (TARGET=mapping MINUTES=10 SEED=1; docs/testing.md)"
	@echo "make mutants ONLY=src/domain  every mutant of the domain or of the API: which do the tests notice? (MINUTES=60 JOBS=2)"
	@echo "make coverage  lines and regions of domain and api that the native tests run"
	@echo "make shots   screenshots of the main screens into look/ (PICTURES=1: the README's too)"

demo:
	@tests/tools/demo.sh

hosts:
	@tests/tools/hosts.sh

dev:
	@tests/tools/dev.sh

dist:
	@tests/tools/dist.sh

test:
	@tests/tools/test.sh

test-live:
	@tests/tools/test_live.sh

size:
	@tests/tools/size.sh

shots:
	@tests/tools/shots.sh

bench:
	@tests/tools/bench.sh

bench-list:
	@tests/tools/bench_list.sh

bench-mapping:
	@tests/tools/bench_mapping.sh

check-mapping:
	@tests/tools/check_mapping.sh "$(FILE)" $(SAMPLE)

soak:
	@tests/tools/soak.sh

faults:
	@tests/tools/faults.sh

fuzz:
	@tests/tools/fuzz.sh "$(or $(TARGET),all)" "$(or $(MINUTES),10)" "$(or $(SEED),1)"

mutants:
	@tests/tools/mutants.sh "$(or $(ONLY),src/domain)"

coverage:
	@tests/tools/coverage.sh
