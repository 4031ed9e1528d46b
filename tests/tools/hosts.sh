#!/usr/bin/env bash
# Serves the pages of tests/hosts with the console inside, over two demo APIs. PORT and SPEED may be set.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

PORT=${PORT:-8790}
SPEED=${SPEED:-1}

need_node
for port in "$PORT" $((PORT + 1)) $((PORT + 2)); do
  need_port "$port" "Stop what uses it, or: PORT=$((PORT + 10)) make hosts"
done
build_product
start_demo_api --speed "$SPEED" --million 0
NORTH=$DEMO_ADDRESS NORTH_PID=$DEMO_PID
start_demo_api --speed "$SPEED" --million 0 --seed 11
trap 'kill "$NORTH_PID" "$DEMO_PID" 2>/dev/null || true' EXIT
trap 'exit 130' INT TERM
PORT=$PORT node tests/hosts/serve.mjs "$DIST" "$NORTH" "$DEMO_ADDRESS"
