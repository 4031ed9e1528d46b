# One line for each step, with the seconds it has taken. Sourced by toolchain.sh.
# shellcheck shell=bash

STEP_PID=

# The step runs in a process group of its own, so that Ctrl-C ends all that it started.
end_step() {
  [ -n "$STEP_PID" ] && kill -TERM -- "-$STEP_PID" 2>/dev/null
  STEP_PID=
}
trap 'end_step; echo; echo "Stopped."; exit 130' INT TERM

fail() {
  printf '\n%s\n' "$1" >&2
  [ -n "${2:-}" ] && printf 'To fix it:  %s\n' "$2" >&2
  exit 1
}

log_of() { printf '%s/%s.log' "$LOGS" "$(printf %s "$1" | tr -cs 'A-Za-z0-9' '-' | cut -c1-60)"; }

# timed NAME LOG COMMAND...: runs the command into the log, showing the time that passes.
timed() {
  local name=$1 log=$2 started=$SECONDS said=$SECONDS
  shift 2
  set -m
  ("$@") >"$log" 2>&1 </dev/null &
  STEP_PID=$!
  set +m
  while kill -0 "$STEP_PID" 2>/dev/null; do
    if [ -t 1 ]; then
      printf '\r\033[K  … %s  %d s  %s' "$name" $((SECONDS - started)) "$(latest_line "$log")"
    elif [ $((SECONDS - said)) -ge 30 ]; then
      said=$SECONDS
      printf '  … %s  %d s  %s\n' "$name" $((SECONDS - started)) "$(latest_line "$log")"
    fi
    sleep 0.2
  done
  local code=0
  wait "$STEP_PID" || code=$?
  STEP_PID=
  STEP_SECONDS=$((SECONDS - started))
  [ -t 1 ] && printf '\r\033[K'
  return "$code"
}

latest_line() { tail -c 400 "$1" 2>/dev/null | tr -d '\r' | grep -v '^[[:space:]]*$' | tail -n 1 | cut -c1-60 || true; }

# step NAME COMMAND...: like timed, with the result printed; ends the script when it fails.
step() {
  local name=$1 log
  shift
  log=$(log_of "$name")
  if timed "$name" "$log" "$@"; then
    printf '  ✓ %s  %d s\n' "$name" "$STEP_SECONDS"
  else
    printf '  ✗ %s  %d s\n\n' "$name" "$STEP_SECONDS"
    tail -n 60 "$log"
    fail "$name did not work. The whole log: $log"
  fi
}
