#!/usr/bin/env bash
# Every check there is. With arguments: only those steps, for example `tests/tools/test.sh lint_native browser`.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh
source tests/tools/pack.sh

STEPS=(format declarations lint_native native_tests demo_api lint_wasm component_tests release bytes browser browsers faults hosting contract)
PASSED=0
FAILED=0
REPORT=()
declare -A BROKEN=()

format() { cargo fmt --all --check; }
declarations() { tsc -p tests/declarations; }
lint_native() { cargo clippy --locked --all-targets -- -D warnings; }
lint_wasm() { wasm_cargo clippy --locked --target "$WASM_TARGET" --lib --bins --test ui -- -D warnings; }

# Ours is compiled without optimization where compiling would take longer than the tests do. The
# demo API's own tests dial through hours. There are no examples in the docs that could be run.
native_tests() {
  CARGO_PROFILE_DEV_OPT_LEVEL=0 cargo test --locked --no-fail-fast --lib --tests &&
    cargo test --locked --no-fail-fast --example demo_api --example check_mapping --example fuzz &&
    node tests/fuzz/pages.mjs
}

component_tests() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    CHROMEDRIVER=$(command -v chromedriver) \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/tests/tools/webdriver.json \
    WASM_BINDGEN_TEST_TIMEOUT=120 \
    CARGO_PROFILE_DEV_OPT_LEVEL=0 \
    wasm_cargo test --locked --target "$WASM_TARGET" --test ui
}

# In a folder of its own: cargo would let these builds and the native ones wait for each other.
wasm_cargo() { CARGO_TARGET_DIR=$CARGO_TARGET_DIR/wasm cargo "$@"; }

release() { build_release; }
bytes() { node tests/tools/size.mjs "$DIST"; }
demo_api() { build_demo_api; }

# The check has a server to itself: it sends thousands of odd requests and real actions.
contract() {
  local venv
  venv=$(contract_python) || return
  start_demo_api --speed 0 --million 2000
  "$venv/bin/python" tests/contract/check.py --base "${DEMO_ADDRESS}api"
}

contract_python() {
  local venv
  venv=$CACHE/python/$(hash_of <tests/contract/requirements.txt)
  if [ ! -e "$venv/installed" ]; then
    python3 -m venv --clear "$venv" >&2 || return
    "$venv/bin/pip" install --quiet --disable-pip-version-check -r tests/contract/requirements.txt >&2 || return
    touch "$venv/installed"
  fi
  echo "$venv"
}

browser() {
  RINGSIDE_DEMO_API=$DEMO_API RINGSIDE_DIST=$DIST playwright test --config tests/e2e/playwright.config.js
}

# A sixth of the fault matrix, the same each time, with every row and every kind in it; make faults has all of it.
faults() {
  RINGSIDE_DEMO_API=$DEMO_API RINGSIDE_DIST=$DIST playwright test --config tests/faults/playwright.config.js
}

# The archive as a real nginx and a real Caddy serve it. Which time it bears does not matter here.
hosting() {
  export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(date +%s)}
  pack_release "$LOGS/archive" || return
  RINGSIDE_ARCHIVE=$LOGS/archive/$RELEASE.tar.gz RINGSIDE_DEMO_API=$DEMO_API RINGSIDE_DIST=$DIST \
    playwright test --config tests/hosting/playwright.config.js
}

browsers() {
  need_other_browsers || return
  RINGSIDE_DEMO_API=$DEMO_API RINGSIDE_DIST=$DIST node tests/browsers/run.mjs
}

# Compiling and linking one crate takes one core for most of its time, so what does not need each
# other goes on side by side. A step that was started ahead then only waits for what is left of it.
declare -A LANE=()

# ahead STEP...: starts those of the steps that were chosen, one after the other.
ahead() {
  local name row=()
  for name in "$@"; do
    case " ${chosen[*]} " in *" $name "*) row+=("$name") ;; esac
    rm -f "$LOGS/ahead-$name.code"
  done
  [ ${#row[@]} -gt 0 ] || return 0
  set -m
  (for name in "${row[@]}"; do go_ahead "$name"; done) </dev/null >/dev/null 2>&1 &
  for name in "${row[@]}"; do LANE[$name]=$!; done
  set +m
  trap end_lanes EXIT
}

go_ahead() {
  local code=0
  ("$1") >"$LOGS/ahead-$1.log" 2>&1 || code=$?
  echo "$code" >"$LOGS/ahead-$1.code"
}

end_lanes() {
  local lane
  for lane in "${LANE[@]}"; do kill -TERM -- "-$lane" 2>/dev/null || true; done
}

# A lane that was ended from outside leaves no code.
awaited() {
  while [ ! -e "$LOGS/ahead-$1.code" ] && kill -0 "${LANE[$1]}" 2>/dev/null; do sleep 0.2; done
  cat "$LOGS/ahead-$1.log"
  return "$(cat "$LOGS/ahead-$1.code" 2>/dev/null || echo 1)"
}

needs_of() {
  case $1 in
    bytes) echo release ;;
    contract) echo demo_api ;;
    browser | faults | browsers | hosting) echo release demo_api ;;
  esac
}

# Sums what the runners say of themselves: cargo test, the contract check, the other browsers, Playwright.
counts_of() {
  awk '
    /^test result: / { for (i = 1; i < NF; i++) { if ($(i+1) ~ /^passed/) p += $i; if ($(i+1) ~ /^failed/) f += $i } }
    /^[0-9]+ passed, [0-9]+ failed$/ { p += $1; f += $3 }
    /^ +[0-9]+ passed( \(|$)/ { p += $1 }
    /^ +[0-9]+ (failed|interrupted|did not run)$/ { f += $1 }
    END { print p + 0, f + 0 }' "$1"
}

note() { REPORT+=("$(printf '%-18s %6s  %s' "$1" "$2" "$3")"); }

run_step() {
  local name=$1 log need passed failed
  log=$LOGS/test-$name.log
  for need in $(needs_of "$name"); do
    if [ -n "${BROKEN[$need]:-}" ]; then
      BROKEN[$name]=1
      FAILED=$((FAILED + 1))
      note "$name" "" "not run: $need failed"
      return 0
    fi
  done
  local code=0
  if [ -n "${LANE[$name]:-}" ]; then
    timed "$name" "$log" awaited "$name" || code=$?
  else
    timed "$name" "$log" "$name" || code=$?
  fi
  read -r passed failed < <(counts_of "$log")
  if [ "$code" = 0 ] && [ $((passed + failed)) = 0 ]; then passed=1; fi
  if [ "$code" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
  PASSED=$((PASSED + passed))
  FAILED=$((FAILED + failed))
  note "$name" "$STEP_SECONDS s" "$passed passed, $failed failed"
  if [ "$code" = 0 ] && [ "$failed" = 0 ]; then
    printf '  ✓ %-18s %4d s  %s passed\n' "$name" "$STEP_SECONDS" "$passed"
    [ "$name" != bytes ] || cat "$log"
  else
    BROKEN[$name]=1
    printf '  ✗ %-18s %4d s  %s failed\n' "$name" "$STEP_SECONDS" "$failed"
    tail -n 250 "$log" | sed 's/^/    /'
    printf '    The whole log: %s\n' "$log"
  fi
}

chosen=("$@")
[ $# -gt 0 ] || chosen=("${STEPS[@]}")
started=$SECONDS
need_build_tools
need_lints
need_browser
need_web_servers
need_packages python3:python3
python3 -c 'import ensurepip' 2>/dev/null || step "Installing python3-venv" install_packages python3-venv
# A machine that builds once gains nothing from what the next build could use again.
[ -z "${CI:-}" ] || export CARGO_INCREMENTAL=0
ahead release
# The release takes one core for longest, and the browser waits for it: it goes first.
renice -n 10 -p $$ >/dev/null
ahead lint_wasm component_tests
for chosen_step in "${chosen[@]}"; do
  if [ "$chosen_step" = browser ] && [ -z "${BROKEN[demo_api]:-}" ]; then ahead contract; fi
  run_step "$chosen_step"
done

echo
printf '%s\n' "${REPORT[@]}"
printf '%-18s %6s\n\n' "all" "$((SECONDS - started)) s"
echo "$PASSED passed, $FAILED failed"
[ "$FAILED" = 0 ]
