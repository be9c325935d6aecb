PREFIX = /usr
DESTDIR =

.PHONY: build release install check check-explain faults demo bench fuzz clean

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

# apply, rollback, preflight and bootstrap with each of their system calls failing in every way, and being the last.
faults: release
	scripts/install-build-packages check
	Tests/FaultTests/run --whole

# The main job on cloud-config/ examples in a scratch root, twice.
demo: release
	scripts/demo

bench: release
	scripts/bench

fuzz:
	scripts/fuzz

clean:
	rm -rf .build dist
