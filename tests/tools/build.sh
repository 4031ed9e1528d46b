# The release build and the demo API's binary. Sourced after toolchain.sh.
# shellcheck shell=bash

DECODER=$CARGO_TARGET_DIR/decoder
DEMO_API=$CARGO_TARGET_DIR/debug/examples/demo_api
BUILT=$CACHE/built/$(printf %s "$ROOT" | hash_of)

# Everything that can change what the browser loads, toolchain included.
release_inputs() {
  {
    find src style public -type f -print0 | sort -z | xargs -0 sha256sum
    sha256sum index.html Cargo.toml Cargo.lock Trunk.toml tests/package-lock.json tests/tools/*.mjs tests/tools/build.sh .cargo/config.toml
    rustc --version
  } | hash_of
}

release_outputs() { find "$DIST" -type f -print0 2>/dev/null | sort -z | xargs -0 sha256sum | hash_of; }

# No path of this machine is in the module, so that the same sources are the same bytes elsewhere. Our
# own sources are compiled by relative paths; naming their folder here would have every dependency
# compiled again for each clone.
remapped() {
  local home=${CARGO_HOME:-$HOME/.cargo} folder
  cargo fetch --locked --target "$WASM_TARGET" --quiet || return
  for folder in "$home"/registry/src/*; do printf -- '--remap-path-prefix=%s=/crates ' "$folder"; done
}

# Trunk takes NO_COLOR for a flag of its own and refuses the usual value of 1.
build_release() {
  local inputs flags
  inputs=$(release_inputs)
  if [ "$(cat "$BUILT" 2>/dev/null)" = "$inputs $(release_outputs)" ]; then
    echo "The release build is up to date."
    return 0
  fi
  flags=$(remapped) || return
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$flags env -u NO_COLOR trunk build --release --cargo-profile dist --features split --dist "$DIST" || return
  mkdir -p "$(dirname "$BUILT")"
  echo "$inputs $(release_outputs)" >"$BUILT"
}

build_demo_api() { cargo build --locked --example demo_api; }

# The decoder by itself (tests/bench/decoder), compiled and shrunk as the release is.
build_decoder() {
  cargo build --locked --quiet --profile dist --target "$WASM_TARGET" --manifest-path tests/bench/decoder/Cargo.toml &&
    mkdir -p "$DECODER" && cp "$CARGO_TARGET_DIR/$WASM_TARGET/dist/decoder.wasm" "$DECODER/" &&
    node --input-type=module --eval "import { shrinkFirst } from './tests/tools/cut.mjs'; await shrinkFirst(process.argv[1]);" "$DECODER/decoder.wasm"
}

# The release and the demo API, with the tools that they need.
build_product() {
  need_build_tools
  step "Release build" build_release
  step "Demo API" build_demo_api
}

# start_demo_api FLAGS...: a server of our own on a free port, ended with the script; sets DEMO_ADDRESS.
start_demo_api() {
  local line
  exec {DEMO_OUTPUT}< <(exec "$DEMO_API" --port 0 "$@")
  DEMO_PID=$!
  trap 'kill "$DEMO_PID" 2>/dev/null || true' EXIT
  read -r -t 120 -u "$DEMO_OUTPUT" line || fail "The demo API did not start."
  DEMO_ADDRESS=${line##* }
}
