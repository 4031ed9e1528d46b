#!/usr/bin/env bash
# Builds the release and packs what the hosts of it need into release/ringside-VERSION.tar.gz.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh
source tests/tools/pack.sh

need_build_tools
step "Release build" build_release
step "Release archive" pack_release "$ROOT/release"
[ -z "$(git status --porcelain 2>/dev/null)" ] || echo "  The tree differs from its commit, and so does the archive."
(cd release && sha256sum "$(basename "$ARCHIVE")")
