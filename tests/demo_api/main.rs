//! The demo API: a simulated dialer that serves Ringside's contract, and the
//! built console beside it.
//!
//! ```text
//! cargo run --example demo_api -- --dist dist
//! ```
//!
//! It prints `Ringside demo: http://127.0.0.1:8787/` when it is ready, then the addresses of
//! the consoles that read other systems' APIs through a mapping. `--help` lists the options; the most useful are `--port 0` (a free
//! port), `--speed 0` (time stands still until a test moves it), `--million 0`
//! (without the campaign of a million tasks, which takes most of the start) and
//! `--seed N` (another world; the same seed always makes the same one).
//!
//! Addresses: `/api` is the contract (`docs/openapi.yaml`, also served as
//! `/api/openapi.yaml`); `/foreign` is other companies' APIs, each with a console
//! beside it; `/portal/` is a page that embeds the console; `/hostile/console/` reads an API that
//! means harm; everything else is the console. The demo itself is controlled at
//!
//! - `GET /demo/clock`: the simulated time and its speed;
//! - `POST /demo/advance?seconds=N`: skips up to six hours ahead, living through them;
//! - `POST /demo/reset`: puts everything back to the start;
//! - `GET /demo/campaigns`: the campaigns, with what each shows, and the scenarios;
//! - `POST /demo/scenario?campaign=ID&name=NAME`: makes trouble for a running campaign, which
//!   shows after a minute or two of simulated time and ends with a reset. NAME is
//!   `pool_exhausted` (numbers are flagged until a third of the lines is left, all taken, while
//!   contacts keep coming in), `carrier_burst` (70% of the dials fail with SIP 503 for 20 minutes, and no breaker opens) or
//!   `answer_rate_collapse` (phones reject the calls from two numbers of the pool), or one of the
//!   incidents of `docs/sentinels.md`: `permits_taken`, `carrier_outage`, `bad_numbers`;
//! - `POST /demo/scenario?job=ID&name=NAME`, `POST /demo/runtime?status=down|running` and
//!   `POST /demo/plan?used=N`: trouble for a job, the runtime and the plan (`docs/sentinels.md`);
//! - `POST /demo/retry?outcome=errors|good|usual`: what the next dispatches of retries come to;
//! - `GET /demo/jobs`: the jobs, and the scenarios for them;
//! - `POST /demo/expire`: ends every session of the consoles behind a sign-in, `/auth/MODE/console/` (user `dana`,
//!   password `open-sesame-7`, key `key-5ecre7`; MODE is cookie, login, basic, key, host or proxy);
//! - `POST /demo/fail?path=PREFIX&kind=fault-503`: everything under that path of the API, or of one
//!   below `/foreign`, fails in that way (`docs/sentinels.md`), until it is healed or reset;
//! - `POST /demo/heal`: ends those failures and leaves the world as it is;
//! - `POST /demo/spare`: reports little from now on, as a small dialer would, and says so, until a reset;
//! - `GET /demo/violations`: what browsers reported of pages that broke their policy (a reset forgets none);
//! - `GET /demo/uploads/ID/skipped.csv`: the rows of an upload that became no contact.
//!
//! The world begins on Thursday 2026-11-12 at 14:30 in Chicago. What happened
//! before that was dialed by the same simulation. Every figure is computed from
//! the rows of tasks and attempts in an SQLite database. Worker bc-03 is silent from 14:22 to 15:10.

mod acting;
mod agenda;
mod answer;
mod answers;
mod api;
mod archive;
mod arguments;
mod asked;
mod attempt_report;
mod attempt_state;
mod audience;
mod call_log;
mod campaign;
mod carrier;
mod clock;
mod console;
mod control;
mod csv;
mod cursor;
mod dialer;
mod etag;
mod fault;
mod find;
mod fleet;
mod foreign;
mod gate;
mod guarded;
mod hostile;
mod idempotency;
mod ids;
mod jobs;
mod live;
mod number_list;
mod outcome;
mod people;
mod plan;
mod policy;
mod pool;
mod portal;
mod problem;
mod provenance;
mod random;
mod recorded;
mod retry;
mod scenario;
mod site;
mod skipped_rows;
mod sleepers;
mod spare;
mod store;
mod task;
mod task_list;
mod task_state;
#[cfg(test)]
mod tests;
mod triage;
mod upkeep;
mod violations;
mod window;
mod wish;
mod wording;
mod world;
mod zone;

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::ExitCode;
use std::sync::{Arc, PoisonError};

use axum::Router;
use axum::extract::Request;
use axum::http::header;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tokio::net::TcpListener;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};

use api::Shared;
use arguments::{Arguments, Command};

fn main() -> ExitCode {
    match arguments::parse(std::env::args().skip(1)) {
        Ok(Command::Help) => say(arguments::USAGE),
        Ok(Command::Serve(arguments)) => match serve(&arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(reason) => {
                eprintln!("{reason}");
                ExitCode::FAILURE
            }
        },
        Err(mistake) => {
            eprintln!("{mistake}\n\n{}", arguments::USAGE);
            ExitCode::from(2)
        }
    }
}

/// Writes a line to standard output, on which nothing else is written.
fn say(line: &str) -> ExitCode {
    let mut output = io::stdout();
    match writeln!(output, "{line}").and_then(|()| output.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

fn serve(arguments: &Arguments) -> Result<(), String> {
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("No threads: {error}."))?;
    let served = runtime.block_on(listen_and_serve(arguments));
    if served.is_ok() {
        // At once: without waiting for answers that hang on purpose, or for a million rows to be freed.
        std::process::exit(0);
    }
    served
}

async fn listen_and_serve(arguments: &Arguments) -> Result<(), String> {
    let address = SocketAddr::new(arguments.host, arguments.port);
    let listener = TcpListener::bind(address).await.map_err(|error| {
        if error.kind() == io::ErrorKind::AddrInUse {
            format!(
                "Port {} is in use. Stop what listens there, or choose another with --port.",
                arguments.port
            )
        } else {
            format!("Cannot listen on {address}: {error}.")
        }
    })?;
    let address = listener
        .local_addr()
        .map_err(|error| format!("Cannot tell the address: {error}."))?;
    check_dist(arguments.dist.as_deref())?;
    check_answers(arguments.answers.as_deref())?;
    let world = upkeep::make_world(arguments)?;
    let mut app = app(&world, arguments.dist.as_deref());
    let guard = guarded::Guard::default();
    let elsewhere = TcpListener::bind(SocketAddr::new(arguments.host, 0)).await;
    let elsewhere = elsewhere.map_err(|error| format!("Cannot listen beside: {error}."))?;
    let away = elsewhere
        .local_addr()
        .map_err(|error| format!("Cannot tell the address: {error}."))?;
    let api = api::router(Arc::clone(&world), recorded::router());
    let dist = arguments.dist.as_deref();
    app = app.merge(guarded::router(
        &guard,
        &api,
        &format!("http://{away}/"),
        dist,
    ));
    tokio::spawn(axum::serve(elsewhere, guarded::elsewhere(guard)).into_future());
    if let Some(folder) = &arguments.answers {
        app = app.merge(answers::router(folder, arguments.dist.as_deref()));
    }
    tokio::spawn(upkeep::keep_time(world));
    say(&format!("Ringside demo: http://{address}/"));
    if arguments.answers.is_some() {
        say(&format!(
            "  The answers of that folder: http://{address}{}",
            answers::ADDRESS
        ));
    }
    if arguments.dist.is_some() {
        for (what, path) in foreign::CONSOLES {
            say(&format!("  {what}: http://{address}/{path}"));
        }
    }
    tokio::select! {
        served = axum::serve(listener, app) => served.map_err(|error| format!("Serving ended: {error}.")),
        () = asked_to_stop() => Ok(()),
    }
}

fn check_dist(dist: Option<&Path>) -> Result<(), String> {
    match dist {
        Some(dist) if !dist.join("index.html").is_file() => Err(format!(
            "There is no index.html in {}. Build the console first.",
            dist.display()
        )),
        _ => Ok(()),
    }
}

fn check_answers(folder: Option<&Path>) -> Result<(), String> {
    match folder {
        Some(folder) if !folder.is_dir() => Err(format!(
            "There is no folder {}. Put the recorded answers and mapping.json there.",
            folder.display()
        )),
        _ => Ok(()),
    }
}

/// The API with its sentinels, the hostile one, the controls, and the console.
fn app(world: &Shared, dist: Option<&Path>) -> Router {
    let api = fault::around(
        spare::around(
            api::router(Arc::clone(world), recorded::router()),
            control::spare(world),
            Arc::clone(world),
        ),
        control::outages(world),
    );
    Router::new()
        .nest_service(hostile::PREFIX, hostile::router(api.clone(), dist))
        .nest_service("/api", api)
        .merge(violations::router())
        .nest_service("/demo", control::router(Arc::clone(world)))
        .nest_service(foreign::PREFIX, foreign_systems(world, dist))
        .merge(portal::router(dist))
        .merge(console::renewed(dist))
        .fallback_service(site::router(dist))
        .layer(
            CompressionLayer::new()
                .br(true)
                .gzip(true)
                .compress_when(but_files()),
        )
        .layer(from_fn(spare_the_sentinels))
}

fn foreign_systems(world: &Shared, dist: Option<&Path>) -> Router {
    let dograh = {
        let world = world.lock().unwrap_or_else(PoisonError::into_inner);
        world.dograh.clone()
    };
    foreign::router(&dograh, control::outages(world), dist)
}

/// Files may be hundreds of megabytes, which would be squeezed for minutes.
fn but_files() -> impl Predicate {
    DefaultPredicate::new().and(NotForContentType::const_new("text/csv"))
}

/// Sentinels send broken bodies byte for byte, so theirs are never compressed.
async fn spare_the_sentinels(mut request: Request, next: Next) -> Response {
    let uri = request.uri().to_string();
    let is_sentinel = ["fault-", "flaky-", "refuse-"]
        .iter()
        .any(|prefix| uri.contains(prefix));
    if is_sentinel {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.run(request).await
}

/// Rows of the list that are not simulated.
fn recorded_rows() -> Vec<serde_json::Value> {
    recorded::summaries()
}

/// Ctrl-C, or the signal that service managers send.
async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupt => {}
                _ = terminate.recv() => {}
            }
            return;
        }
    }
    let _ = interrupt.await;
}
