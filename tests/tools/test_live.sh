#!/usr/bin/env bash
# The console over a real Apache Airflow: installs it once into the cache, starts it on this machine,
# lets it work through a few runs, and drives the built page in a browser. Ends with a report in docs/live-test.md.
source "$(dirname "$0")/toolchain.sh"
source tests/tools/build.sh

AIRFLOW_PYTHON=$CACHE/python/$(hash_of <tests/live/requirements.txt)
WORK=$(mktemp -d)
PASSWORD=$(node -e 'process.stdout.write(require("crypto").randomUUID())')
PIDS=()

end_live() {
  local pid
  disown -a
  for pid in "${PIDS[@]}"; do kill -TERM -- "-$pid" 2>/dev/null || true; done
  sleep 3
  for pid in "${PIDS[@]}"; do kill -KILL -- "-$pid" 2>/dev/null || true; done
  rm -rf "$WORK"
}
trap end_live EXIT

install_airflow() {
  python3 -m venv --clear "$AIRFLOW_PYTHON" || return
  "$AIRFLOW_PYTHON/bin/pip" install --quiet --disable-pip-version-check -r tests/live/requirements.txt || return
  touch "$AIRFLOW_PYTHON/installed"
}

# background NAME COMMAND...: in a process group of its own, with its output in the work folder.
background() {
  set -m
  "${@:2}" >"$WORK/$1.log" 2>&1 </dev/null &
  set +m
  PIDS+=($!)
}

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }

# Until the command succeeds, at most so many seconds.
until_true() {
  local left=$1
  until "${@:2}" >/dev/null 2>&1; do
    left=$((left - 1))
    [ "$left" -gt 0 ] || return 1
    sleep 1
  done
}

AIRFLOW_PORT=$(free_port)
AIRFLOW=http://127.0.0.1:$AIRFLOW_PORT
export AIRFLOW_HOME=$WORK/airflow
export AIRFLOW__CORE__DAGS_FOLDER=$ROOT/tests/live/dags AIRFLOW__CORE__LOAD_EXAMPLES=False
export AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS=operator:admin
export AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE=$WORK/passwords.json
export AIRFLOW__CORE__EXECUTION_API_SERVER_URL=$AIRFLOW/execution/ AIRFLOW__CORE__PARALLELISM=2
export AIRFLOW__API__HOST=127.0.0.1 AIRFLOW__API__PORT=$AIRFLOW_PORT AIRFLOW__API__WORKERS=1
# What `short/` signs in with lasts for seconds, so that a test sees it end.
export AIRFLOW__API_AUTH__JWT_CLI_EXPIRATION_TIME=12 AIRFLOW__API_AUTH__JWT_LEEWAY=0
export AIRFLOW__DAG_PROCESSOR__PARSING_PROCESSES=1 AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL=600
export PYTHONDONTWRITEBYTECODE=1

start_airflow() {
  mkdir -p "$AIRFLOW_HOME"
  printf '{"operator": "%s"}' "$PASSWORD" >"$WORK/passwords.json"
  airflow db migrate >"$WORK/migrate.log" 2>&1 || return
  background api airflow api-server
  background scheduler airflow scheduler
  SCHEDULER=${PIDS[-1]}
  background processor airflow dag-processor
  until_true 90 curl -fsS "$AIRFLOW/api/v2/version" || { tail -n 30 "$WORK"/*.log; return 1; }
}

need_build_tools
need_browser
need_packages python3:python3 curl:curl
python3 -c 'import ensurepip' 2>/dev/null || step "Installing python3-venv" install_packages python3-venv
[ -e "$AIRFLOW_PYTHON/installed" ] || step "Installing Apache Airflow (about 2 min, once)" install_airflow
if [ -z "${RINGSIDE_DIST:-}" ]; then
  step "Release build" build_release
  RINGSIDE_DIST=$DIST
fi
started=$SECONDS
echo "  Starting Apache Airflow $("$AIRFLOW_PYTHON/bin/airflow" version 2>/dev/null | tail -n 1)"
PATH=$AIRFLOW_PYTHON/bin:$PATH start_airflow
background serve node tests/live/serve.mjs "$RINGSIDE_DIST" "$AIRFLOW"
until_true 20 grep -q http "$WORK/serve.log" || fail "The console is not served." "$(cat "$WORK/serve.log")"
code=0
RINGSIDE_LIVE=$(cat "$WORK/serve.log") RINGSIDE_AIRFLOW=$AIRFLOW RINGSIDE_PASSWORD=$PASSWORD RINGSIDE_SCHEDULER=$SCHEDULER \
  RINGSIDE_PICTURES=${PICTURES:+$ROOT/docs/pictures} \
  playwright test --config tests/live/playwright.config.js "$@" | tee "$LOGS/test-live.log" || code=$?
[ "$code" = 0 ] || { cp "$WORK"/*.log "$LOGS/"; fail "The live test failed." "The logs of Airflow are in $LOGS."; }
node tests/live/report.mjs "$LOGS/test-live.log" "$AIRFLOW" "$((SECONDS - started))" >docs/live-test.md
