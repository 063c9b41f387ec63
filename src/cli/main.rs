//! The binary.

// Until the command that calls it is here.
#[allow(dead_code)]
mod demo;

fn main() {}
