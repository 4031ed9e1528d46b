#!/usr/bin/env bash
# Tries the mutants that cargo-mutants lists of domain and api: mutants.sh PATH-PREFIX, such as
# src/domain or src/api/mapping. MINUTES, JOBS and SEED are the runner's (tests/mutation). AFTER
# names a commit of an earlier run: where only tests were added since, what was noticed then still is.
source "$(dirname "$0")/toolchain.sh"

MUTANTS_VERSION=27.1.0
MUTANTS_HOME=$CACHE/tools/cargo-mutants-$MUTANTS_VERSION
export PATH=$MUTANTS_HOME/bin:$PATH
HERE=$CACHE/mutants
CRATE=$HERE/crate
FOUND=$HERE/$(git rev-parse --short HEAD 2>/dev/null || echo here)

need_rust
[ -x "$MUTANTS_HOME/bin/cargo-mutants" ] || step "Installing cargo-mutants $MUTANTS_VERSION (about 2 min, once)" \
  install_tool 0 --locked --root "$MUTANTS_HOME" --version "$MUTANTS_VERSION" cargo-mutants

# A crate of domain and api alone, as a native build has them: it compiles in a fraction of the time.
rm -rf "$CRATE"
mkdir -p "$CRATE/src" "$FOUND"
cp -r src/domain src/domain.rs src/api src/api.rs "$CRATE/src/"
cp tests/mutation/crate.toml "$CRATE/Cargo.toml"
cp Cargo.lock "$CRATE/"
for folder in docs tests public style; do ln -s "$ROOT/$folder" "$CRATE/$folder"; done
grep -A1 'cfg(target_arch = "wasm32")' "$CRATE/src/api.rs" | sed -nE 's/^(pub )?mod (\w+);/\2/p' |
  while read -r module; do rm -rf "$CRATE/src/api/$module" "$CRATE/src/api/$module.rs"; done
sed -i '/cfg(target_arch = "wasm32")/{N;d}' "$CRATE/src/api.rs"
printf 'pub mod api;\npub mod domain;\n' >"$CRATE/src/lib.rs"

step "Building the runner" cargo build --locked --quiet --manifest-path tests/mutation/Cargo.toml
if [ -n "${AFTER:-}" ] && [ ! -e "$FOUND/outcomes.txt" ]; then
  grep -vE '^(missed|unreached) ' "$HERE/$AFTER/outcomes.txt" >"$FOUND/outcomes.txt"
  cp "$HERE/$AFTER/left_out.txt" "$FOUND/"
fi
export CARGO_INCREMENTAL=0
(cd "$CRATE" && cargo mutants --list --json >"$FOUND/mutants.json")
# Few cases of each property: a mutant that lives through them is not noticed often enough.
cd "$CRATE"
runner=$CARGO_TARGET_DIR/debug/mutation
CARGO_TARGET_DIR=$HERE/target PROPTEST_CASES=${PROPTEST_CASES:-24} "$runner" "$CRATE" "$FOUND/mutants.json" "$FOUND" "$1"
printf 'Everything that was not noticed: %s\n' "$FOUND/report.txt"
