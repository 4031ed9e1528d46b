#!/usr/bin/env bash
# The release against a page written by hand (docs/performance.md). ONLY=start,refresh measures only those,
# TIMES=3 repeats less often, OUT=FILE names the result, DOCS=1 puts the table into the docs.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

need_browser
build_product
# Only the row of the decoder needs it.
if [[ ,${ONLY:-decode}, == *,decode,* ]]; then
  step "Decoder" build_decoder
  export RINGSIDE_DECODER=$DECODER
fi
RINGSIDE_DEMO_API="$DEMO_API" exec node tests/bench/bench.mjs "$DIST" ${ONLY:+--only "$ONLY"} ${TIMES:+--times "$TIMES"} \
  --out "${OUT:-$CARGO_TARGET_DIR/bench.json}" ${DOCS:+--docs}
