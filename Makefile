PREFIX = /usr
DESTDIR =

.PHONY: build release install check demo bench fuzz clean

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

# The main job on cloud-config/ examples in a scratch root, twice.
demo: release
	scripts/demo

bench: release
	scripts/bench

fuzz:
	scripts/fuzz

clean:
	rm -rf .build dist
