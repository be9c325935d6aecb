PREFIX = /usr
DESTDIR =

.PHONY: build release install check check-explain repeat demo bench faults fuzz hostile coverage mutants sanitize clean

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

# All of that ten times in a row, each time in another order: make repeat TIMES=20 SEED=7
repeat:
	scripts/repeat $(or $(TIMES),10) $(or $(SEED),1)

# explain beside the real cloud-init, on user-data that another run has not seen: make check-explain SEED=7 CASES=10000
check-explain: release
	scripts/check-explain $(or $(SEED),random)

# Each system call of apply, rollback, preflight and bootstrap failing in every way, and being the last; then power losses,
# full disks, races, a service manager in trouble: all of it. make faults SEED=7
faults: release
	scripts/install-build-packages check
	Tests/FaultTests/run --whole
	SEED=$(or $(SEED),1) Tests/FaultTests/run-trouble --all

# The main job on cloud-config/ examples in a scratch root, twice.
demo: release
	scripts/demo

bench: release
	scripts/bench

fuzz:
	scripts/fuzz

# Mutated user-data and bombs for the release program: make hostile SEED=7 BLOBS=100000
hostile: release
	scripts/check-hostile $(or $(SEED),random) $(or $(BLOBS),20000)

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
