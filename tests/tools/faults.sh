#!/usr/bin/env bash
# Every operation of the contract × every way to fail (docs/sentinels.md). DOCS=1 puts the table into the docs.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_browser
build_product
FAULTS=all RINGSIDE_DEMO_API="$DEMO_API" RINGSIDE_DIST="$DIST" exec playwright test --config tests/faults/playwright.config.js "$@"
