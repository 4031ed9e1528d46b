//! Every recorded answer of another system through the mapping that is shipped
//! for it: what comes out, value by value, and a test for each trap that a
//! recording names. Nothing of our own stands in between: the question is the
//! contract's, the answer is read as the screens read it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs
)]

#[path = "mappings"]
mod mappings {
    mod airflow;
    mod arbitrary;
    mod bolna;
    mod bull_board;
    mod documented;
    mod dograh;
    mod dograh_acting;
    mod dograh_lists;
    mod dograh_runs;
    mod next_pages;
    mod refusals;
    pub mod server;
    mod traps;
    mod vapi;
}
