# The release archive: the same bytes for the same content. Sourced after build.sh.
# shellcheck shell=bash

RELEASE=ringside-$(version_of ringside)
ARCHIVE=$ROOT/release/$RELEASE.tar.gz

# Of the commit, not of all times: hosts make an ETag of a file's time and size, and index.html is
# of the same size in every release.
release_time() {
  if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
    echo "$SOURCE_DATE_EPOCH"
  else
    git log -1 --format=%ct 2>/dev/null || fail "The time of this release is not known." "SOURCE_DATE_EPOCH=\$(date +%s) make dist"
  fi
}

# packed FOLDER NAME FILE: folder as FILE, in which it has that name.
packed() {
  local time
  time=$(release_time) || return
  tar --create --directory "$1" --transform "s,^\.,$2," --sort=name --format=ustar --mtime="@$time" \
    --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX . | gzip -n -9 >"$3"
}

# pack_release FOLDER: puts the archive there, and nothing else of it.
pack_release() {
  local work code=0
  work=$(mktemp -d)
  mkdir -p "$1"
  { node tests/tools/dist.mjs "$DIST" "$work" && packed "$work" "$RELEASE" "$1/$RELEASE.tar.gz"; } || code=$?
  rm -rf "$work"
  return "$code"
}
