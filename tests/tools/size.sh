#!/usr/bin/env bash
# Builds the release when it is out of date and weighs it.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_build_tools
step "Release build" build_release
exec node tests/tools/size.mjs "$DIST"
