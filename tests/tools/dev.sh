#!/usr/bin/env bash
# A debug build that reloads on change, with the demo API behind it. SPEED may be set.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_node
for port in 8787 8080; do need_port "$port" "Stop what uses it; Trunk.toml names both ports of make dev."; done
need_build_tools
step "Demo API" build_demo_api
"$DEMO_API" --port 8787 --speed "${SPEED:-1}" &
API=$!
trap 'kill "$API" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
env -u NO_COLOR trunk serve --dist "$CARGO_TARGET_DIR/dev-dist"
