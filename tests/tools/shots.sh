#!/usr/bin/env bash
# Screenshots into look/. Takes addresses (`#/campaigns/cmp_8f3k2q`) or shoots the main screens.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_browser
build_product
start_demo_api --speed 0 --million 0 --dist "$DIST"
node tests/tools/shots.mjs "$DEMO_ADDRESS" "$@"
