#!/usr/bin/env bash
# A long walk about the release while its API fails in every way (docs/testing.md). MINUTES=60 SEED=…; FROM=… and
# STEPS=… play that many from there on. SAY=1 tells every step, PICTURES=FOLDER keeps a picture of every failure.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_browser
build_product
[ -z "${PICTURES:-}" ] || mkdir -p "$PICTURES"
RINGSIDE_DEMO_API="$DEMO_API" RINGSIDE_DIST="$DIST" exec node tests/soak/soak.mjs
