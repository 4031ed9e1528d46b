//! Whole questions against foreign servers that stand in memory.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic
)]

use super::*;
use crate::api::error::ErrorKind;
use crate::api::exchange::Verb;
use crate::api::mapping::Memory;
use crate::api::mapping::served::*;
use serde_json::{Value, json};

mod caps;
mod dialer;
mod failures;
mod hostile;
mod narrowing;
mod questions;
mod walks;
