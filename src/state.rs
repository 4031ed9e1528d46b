//! Signals: what has been asked of the API, where the operator is, what they
//! prefer. Knows nothing of how anything looks.

pub mod acting;
pub mod around;
pub mod browser_locale;
pub mod clock;
pub mod commands;
pub mod door;
pub mod faults;
pub mod live;
pub mod live_ops;
pub mod navigation;
pub mod new_build;
pub mod once;
pub mod part;
pub mod polling;
pub mod preferences;
pub mod presentation;
pub mod provision;
pub mod remote;
pub mod report;
pub mod retrying;
pub mod saved_views;
pub mod sending;
pub mod session;
pub mod signing_in;
pub mod telling;
