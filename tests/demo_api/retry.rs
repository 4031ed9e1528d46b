//! Contacts that failed, tried again on request: a sample first, the rest when
//! the sample has gone well and a person has released it.
//!
//! A retry belongs to the campaign or the run whose contacts it tries again,
//! which dispatches it in simulated time; here is what both have in common, and
//! the addresses.

mod answer;
pub mod book;
pub mod chosen;
pub mod reason;
pub mod routes;
pub mod run;
mod starting;
mod tasks;
pub mod wish;

/// What the next dispatches of retries come to, for tests and demonstrations.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ordered {
    Errors,
    Good,
}
