#!/usr/bin/env bash
# Lines and regions of src/domain and src/api that the native tests run.
source "$(dirname "$0")/toolchain.sh"

need_rust
rustup component list --installed | grep -q '^llvm-tools' || step "Adding llvm-tools" rustup component add llvm-tools
TOOLS=$(dirname "$(find "$(rustc --print sysroot)" -name llvm-profdata -print -quit)")
FOLDER=$CACHE/coverage
rm -rf "$FOLDER"
mkdir -p "$FOLDER"

# Only ours is counted, so only ours is built for counting.
build() {
  CARGO_PROFILE_DEV_OPT_LEVEL=0 cargo rustc --locked --quiet --profile test --message-format json "$@" -- -C instrument-coverage |
    sed -nE 's/.*"executable":"([^"]+)".*/\1/p' >>"$FOLDER/programs"
}
for target in --lib "--test mappings" "--test contract"; do
  # shellcheck disable=SC2086
  step "Building the tests with counters ($target)" build $target
done
while read -r program; do
  LLVM_PROFILE_FILE=$FOLDER/%p-%m.profraw "$program" --quiet >>"$FOLDER/tests.log"
done <"$FOLDER/programs"
"$TOOLS/llvm-profdata" merge -sparse "$FOLDER"/*.profraw -o "$FOLDER/all.profdata"
mapfile -t programs <"$FOLDER/programs"
objects=()
for program in "${programs[@]:1}"; do objects+=(-object "$program"); done

for room in domain api; do
  mapfile -t sources < <(find "src/$room" "src/$room.rs" -name '*.rs')
  "$TOOLS/llvm-cov" export -summary-only -instr-profile "$FOLDER/all.profdata" "${programs[0]}" "${objects[@]}" \
    -ignore-filename-regex '(/tests/|/tests\.rs|_tests\.rs|/mock|served\.rs|rustc/)' -sources "${sources[@]}" |
    node -e 'const { lines, regions } = JSON.parse(require("fs").readFileSync(0)).data[0].totals;
      const share = ({ covered, count }) => `${((100 * covered) / count).toFixed(1)} % of ${count}`;
      console.log(`${process.argv[1]}: lines ${share(lines)}, regions ${share(regions)}`);' "$room"
done
