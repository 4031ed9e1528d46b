#!/usr/bin/env bash
# Every check there is. With arguments: only those steps, for example `tests/tools/test.sh lint_native browser`.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

STEPS=(format lint_native lint_wasm native_tests component_tests release bytes demo_api contract browser)
PASSED=0
FAILED=0
REPORT=()
declare -A BROKEN=()

format() { cargo fmt --all --check; }
lint_native() { cargo clippy --locked --all-targets -- -D warnings; }
lint_wasm() { cargo clippy --locked --target "$WASM_TARGET" --lib --bins --test ui -- -D warnings; }

native_tests() {
  cargo test --locked --no-fail-fast --lib --tests --example demo_api &&
    cargo test --locked --doc
}

component_tests() {
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner \
    CHROMEDRIVER=$(command -v chromedriver) \
    WASM_BINDGEN_TEST_WEBDRIVER_JSON=$ROOT/tests/tools/webdriver.json \
    WASM_BINDGEN_TEST_TIMEOUT=120 \
    cargo test --locked --target "$WASM_TARGET" --test ui
}

# Linking takes one core for most of the release build's time, so it is started first and goes on
# beside the lints and the native tests; its own step waits for what is left of it.
RELEASE_PID=
RELEASE_LOG=$LOGS/release-build.log
RELEASE_CODE=$LOGS/release-build.code

start_release() {
  rm -f "$RELEASE_CODE"
  set -m
  (
    code=0
    build_release || code=$?
    echo "$code" >"$RELEASE_CODE"
  ) >"$RELEASE_LOG" 2>&1 </dev/null &
  RELEASE_PID=$!
  set +m
  trap 'kill -TERM -- "-$RELEASE_PID" 2>/dev/null || true' EXIT
}

release() {
  tail -n +1 -f "$RELEASE_LOG" --pid="$RELEASE_PID"
  return "$(cat "$RELEASE_CODE")"
}

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

needs_of() {
  case $1 in
    bytes) echo release ;;
    contract) echo demo_api ;;
    browser) echo release demo_api ;;
  esac
}

# Sums what the runners say of themselves: cargo test, the contract check, Playwright.
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
  timed "$name" "$log" "$name" || code=$?
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
need_packages python3:python3
python3 -c 'import ensurepip' 2>/dev/null || step "Installing python3-venv" install_packages python3-venv
case " ${chosen[*]} " in *" release "*) start_release ;; esac
for chosen_step in "${chosen[@]}"; do run_step "$chosen_step"; done

echo
printf '%s\n' "${REPORT[@]}"
printf '%-18s %6s\n\n' "all" "$((SECONDS - started)) s"
echo "$PASSED passed, $FAILED failed"
[ "$FAILED" = 0 ]
