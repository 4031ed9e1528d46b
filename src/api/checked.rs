//! Documents that people write: read with every mistake told at once.

pub mod fault;
pub mod nearest;
pub mod reading;
