#!/usr/bin/env bash
# Checks a mapping against recorded answers: check_mapping.sh FILE [PART=SAMPLE ...].
source "$(dirname "$0")/toolchain.sh"

[ -n "${1:-}" ] || fail "Which mapping?" \
  'make check-mapping FILE=public/mappings/dograh.json SAMPLE="lists.campaigns=answer.json"'
need_rust
step "Building the checker" cargo build --locked --example check_mapping
exec "$CARGO_TARGET_DIR/debug/examples/check_mapping" "$@"
