#!/usr/bin/env bash
# Throws odd input at one target or at all, for so many minutes each: fuzz.sh all|TARGET MINUTES SEED.
source "$(dirname "$0")/toolchain.sh"

PAGES=" figures_early origins addresses "
target=$1 minutes=$2 seed=$3

need_rust
need_node
wrong=$CACHE/fuzz
code=0
if [[ $PAGES != *" $target "* ]]; then
  # Optimized, with the checks of a debug build: an overflow is a panic.
  CARGO_PROFILE_DEV_OPT_LEVEL=2 step "Building the fuzzer" cargo build --locked --example fuzz
  "$CARGO_TARGET_DIR/debug/examples/fuzz" "$target" "$minutes" "$seed" "$wrong" || code=1
fi
for page in $PAGES; do
  if [ "$target" = all ] || [ "$target" = "$page" ]; then
    node tests/fuzz/pages.mjs "$(awk "BEGIN { print $minutes * 60 }")" "$seed" "$page" || code=1
  fi
done
[ "$code" = 0 ] || printf 'Inputs at which something went wrong are in %s.\n' "$wrong"
exit "$code"
