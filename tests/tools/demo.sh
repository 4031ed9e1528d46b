#!/usr/bin/env bash
# Builds the release and serves it with the demo API on one address. PORT, SPEED and ANSWERS may be set.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

PORT=${PORT:-8787}
SPEED=${SPEED:-1}

echo "Ringside demo: tools and builds are kept in $CACHE"
need_node
need_port "$PORT" "Stop what uses it, or: PORT=$((PORT + 1)) make demo"
build_product
echo "  Starting. Ctrl-C stops it."
trap - INT TERM
exec "$DEMO_API" --port "$PORT" --speed "$SPEED" --dist "$DIST" ${ANSWERS:+--answers "$ANSWERS"}
