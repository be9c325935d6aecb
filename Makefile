PREFIX = /usr
DESTDIR =

.PHONY: build release install check check-explain demo bench fuzz coverage mutants sanitize clean

build:
	scripts/install-build-packages build
	swift build

# A static, stripped dist/bringup.
release:
	scripts/build-release

install: release
	scripts/install "$(DESTDIR)" "$(PREFIX)"

check:
	scripts/check

# explain beside the real cloud-init, on user-data that another run has not seen: make check-explain SEED=7 CASES=10000
check-explain: release
	scripts/check-explain $(or $(SEED),random)

# The main job on cloud-config/ examples in a scratch root, twice.
demo: release
	scripts/demo

bench: release
	scripts/bench

fuzz:
	scripts/fuzz

# Which lines of Core and Host the tests run.
coverage:
	scripts/coverage

# Whether the tests notice when the program is broken: make mutants COUNT=240 SEED=1
mutants:
	COUNT=$(or $(COUNT),240) SEED=$(or $(SEED),1) scripts/mutants

# The tests under the address sanitizer, then under the thread sanitizer.
sanitize:
	scripts/sanitize

clean:
	rm -rf .build dist
