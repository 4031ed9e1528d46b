#!/usr/bin/env bash
# Tries the mutants that cargo-mutants lists of domain and api: mutants.sh PATH-PREFIX, such as
# src/domain or src/api/mapping. MINUTES, JOBS and SEED are the runner's (tests/mutation). AFTER
# names a commit of an earlier run: what was noticed then still is, but in files whose code has changed since.
source "$(dirname "$0")/toolchain.sh"

MUTANTS_VERSION=27.1.0
MUTANTS_HOME=$CACHE/tools/cargo-mutants-$MUTANTS_VERSION
export PATH=$MUTANTS_HOME/bin:$PATH
HERE=$CACHE/mutants
CRATE=$HERE/crate
FOUND=$HERE/$(git rev-parse --short HEAD 2>/dev/null || echo here)

if [ -n "${AFTER:-}" ] && [ ! -e "$HERE/$AFTER/outcomes.txt" ]; then
  echo "AFTER=$AFTER names no earlier run on this machine: $HERE/$AFTER has no outcomes." >&2
  exit 1
fi

# A file without its tests: adding some takes nothing from what an earlier run noticed.
code() { awk '/^#\[cfg\(test\)\]/ {skip = 1; next} skip {if (/^}/ || /^[a-z].*;$/) skip = 0; next} {print}'; }

# The files whose code is no longer what it was at a commit. A mutant goes by its line, which may
# be another one's by now.
changed_since() {
  git diff --name-only --no-renames "$1" -- src/domain src/domain.rs src/api src/api.rs | while read -r file; do
    [ "$(git show "$1:$file" 2>/dev/null | code)" = "$(code 2>/dev/null <"$file")" ] || printf '%s\n' "$file"
  done
}

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
  changed_since "$AFTER" >"$FOUND/changed.txt"
  awk 'FILENAME == ARGV[1] {changed[$0]; next} $1 !~ /^(missed|unreached)$/ {split($2, at, ":"); if (!(at[1] in changed)) print}' \
    "$FOUND/changed.txt" "$HERE/$AFTER/outcomes.txt" >"$FOUND/outcomes.txt"
  cp "$HERE/$AFTER/left_out.txt" "$FOUND/"
fi
export CARGO_INCREMENTAL=0
(cd "$CRATE" && cargo mutants --list --json >"$FOUND/mutants.json")
# Few cases of each property: a mutant that lives through them is not noticed often enough.
cd "$CRATE"
runner=$CARGO_TARGET_DIR/debug/mutation
CARGO_TARGET_DIR=$HERE/target PROPTEST_CASES=${PROPTEST_CASES:-24} "$runner" "$CRATE" "$FOUND/mutants.json" "$FOUND" "$1"
printf 'Everything that was not noticed: %s\n' "$FOUND/report.txt"
