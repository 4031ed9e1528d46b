#!/usr/bin/env bash
# Main-thread work in the list of 10,000 campaigns, on the release.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_browser
build_product
RINGSIDE_DEMO_API="$DEMO_API" exec node tests/bench/campaign_list.mjs "$DIST"
