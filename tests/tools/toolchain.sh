# Where the tools live and how a missing one is installed. Sourced by the other scripts.
# shellcheck shell=bash
set -euo pipefail

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cd "$ROOT"

RUST_VERSION=1.95
TRUNK_VERSION=0.21.14
NODE_MAJOR=20
WASM_TARGET=wasm32-unknown-unknown

CACHE=${RINGSIDE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/ringside}
LOGS=$CACHE/logs
DIST=$ROOT/dist
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$CACHE/target}
export CARGO_TERM_COLOR=${CARGO_TERM_COLOR:-never}
mkdir -p "$LOGS" "$CACHE/tools" "$CARGO_TARGET_DIR"

# The target folder is shared by all clones, and Cargo knows sources by their times alone: in another
# clone it would take what the last one compiled for this one's.
compiled_for=$CARGO_TARGET_DIR/compiled-for
if [ "$(cat "$compiled_for" 2>/dev/null)" != "$ROOT" ]; then
  find src tests -name '*.rs' -not -path '*/node_modules/*' -exec touch {} +
  printf %s "$ROOT" >"$compiled_for"
fi

# shellcheck source=tests/tools/progress.sh
source "$ROOT/tests/tools/progress.sh"

version_of() { awk -v name="$1" '$0 == "name = \"" name "\"" { getline; gsub(/version = |"/, ""); print; exit }' Cargo.lock; }
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }
hash_of() { sha256sum | cut -c1-16; }

WASM_BINDGEN_VERSION=$(version_of wasm-bindgen)
WASM_SPLIT_VERSION=0.2.4
WASM_SPLIT_HOME=$CACHE/tools/wasm-split-$WASM_SPLIT_VERSION
TRUNK_HOME=$CACHE/tools/trunk-$TRUNK_VERSION
WASM_BINDGEN_HOME=$CACHE/tools/wasm-bindgen-$WASM_BINDGEN_VERSION
export PATH=$TRUNK_HOME/bin:$WASM_BINDGEN_HOME/bin:$WASM_SPLIT_HOME/bin:$ROOT/tests/node_modules/.bin:$HOME/.cargo/bin:$PATH

# Debian packages, by the command that shows that they are there.
need_packages() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%:*}" >/dev/null 2>&1 || missing+=("${pair#*:}")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local packages="${missing[*]}"
  command -v apt-get >/dev/null 2>&1 || fail "Missing: $packages." "Install them with this system's package manager."
  [ "$(id -u)" = 0 ] || fail "Missing: $packages." "sudo apt-get install -y --no-install-recommends $packages"
  step "Installing $packages" install_packages "$packages"
}

install_packages() {
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq || return
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $1
}

need_rust() {
  command -v rustup >/dev/null 2>&1 && command -v cargo >/dev/null 2>&1 ||
    fail "Rust is not installed." "Install rustup from https://rustup.rs, then: rustup default $RUST_VERSION"
  if ! at_least "$(rustc_version)" "$RUST_VERSION"; then
    rustup toolchain list | grep -q "^$RUST_VERSION" || fail "Rust $RUST_VERSION or newer is needed; this is $(rustc_version)." \
      "rustup toolchain install $RUST_VERSION && rustup default $RUST_VERSION"
    RUSTUP_TOOLCHAIN=$(rustup toolchain list | grep "^$RUST_VERSION" | head -n 1 | cut -d' ' -f1)
    export RUSTUP_TOOLCHAIN
  fi
  need_packages cc:gcc cc:libc6-dev
  rustup target list --installed | grep -qx "$WASM_TARGET" ||
    step "Adding the $WASM_TARGET target" rustup target add "$WASM_TARGET"
}

rustc_version() { rustc --version 2>/dev/null | awk '{ print $2 }'; }

need_lints() {
  local component
  for component in rustfmt clippy; do
    rustup component list --installed | grep -q "^$component" ||
      step "Adding $component" rustup component add "$component"
  done
}

need_node() {
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 ||
    fail "Node is not installed." "Install Node $NODE_MAJOR or newer (it brings npm)."
  at_least "$(node --version | tr -d v)" "$NODE_MAJOR" ||
    fail "Node $NODE_MAJOR or newer is needed; this is $(node --version)." "Install a newer Node."
}

# need_port PORT FIX
need_port() {
  node -e 'require("net").createServer().once("error", () => process.exit(1)).listen(+process.argv[1], "127.0.0.1", () => process.exit(0))' "$1" ||
    fail "Port $1 is in use." "$2"
}

# Builds in a folder of its own, so that its flags never disturb ours; without the link-time
# optimization that takes most of the minutes and that a tool run for seconds does not need.
install_tool() {
  env -u CARGO_TARGET_DIR CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    CARGO_PROFILE_RELEASE_OPT_LEVEL="$1" cargo install "${@:2}"
}

# It copies files and starts other tools: its own speed does not count.
need_trunk() {
  [ -x "$TRUNK_HOME/bin/trunk" ] || step "Installing trunk $TRUNK_VERSION (about 3 min, once)" \
    install_tool 0 --locked --root "$TRUNK_HOME" --version "$TRUNK_VERSION" --no-default-features --features rustls trunk
}

# Not --locked: its lock file names a release that the registry no longer offers.
need_wasm_bindgen() {
  [ -x "$WASM_BINDGEN_HOME/bin/wasm-bindgen" ] || step "Installing wasm-bindgen $WASM_BINDGEN_VERSION (about 2 min, once)" \
    install_tool 2 --root "$WASM_BINDGEN_HOME" --version "$WASM_BINDGEN_VERSION" wasm-bindgen-cli
}

need_wasm_split() {
  [ -x "$WASM_SPLIT_HOME/bin/wasm-split-cli" ] || step "Installing wasm-split $WASM_SPLIT_VERSION (about 1 min, once)" \
    install_tool 2 --locked --root "$WASM_SPLIT_HOME" --version "$WASM_SPLIT_VERSION" \
    --features build-binary wasm_split_cli_support
}

# The npm tools live in the cache under the hash of their lock file; tests/node_modules links there.
need_npm_tools() {
  local home
  home=$CACHE/npm/$(cat tests/package.json tests/package-lock.json | hash_of)
  [ -e "$home/installed" ] || step "Installing the npm tools" install_npm_tools "$home"
  [ "$(readlink tests/node_modules || true)" = "$home/node_modules" ] && return 0
  rm -rf tests/node_modules
  ln -s "$home/node_modules" tests/node_modules
}

install_npm_tools() {
  mkdir -p "$1" && cp tests/package.json tests/package-lock.json "$1/" || return
  (cd "$1" && PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 SCARF_ANALYTICS=false npm ci --no-audit --no-fund) || return
  touch "$1/installed"
}

# The headless shell draws the same pages in about half the time; where it cannot be had, Chromium itself does.
need_browser() {
  need_packages chromium:chromium chromedriver:chromium-driver fc-list:fontconfig
  if ! command -v chromium-headless-shell >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    timed "Installing chromium-headless-shell" "$LOGS/headless-shell.log" install_packages chromium-headless-shell || true
  fi
  CHROMIUM=$(command -v chromium-headless-shell || command -v chromium)
  export CHROMIUM
  fc-list | grep -qiE 'dejavu|liberation|noto' || step "Installing fonts" install_packages "fonts-liberation fonts-dejavu-core"
}

# The servers that the archive is tried with.
need_web_servers() {
  export PATH=$PATH:/usr/sbin
  need_packages nginx:nginx-light caddy:caddy
  [ -e /usr/lib/nginx/modules/ngx_http_brotli_static_module.so ] ||
    step "Installing nginx's module for brotli" install_packages libnginx-mod-http-brotli-static
}

# What the console is opened in beside Chromium. WebKit's needs a screen, which nobody has to see.
need_other_browsers() {
  need_packages firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb
  FIREFOX=$(command -v firefox-esr)
  export FIREFOX
}

need_build_tools() {
  need_rust
  need_node
  need_npm_tools
  need_wasm_bindgen
  need_wasm_split
  need_trunk
}
