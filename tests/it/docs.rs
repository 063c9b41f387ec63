//! Holds the pages under `docs/` to what the program does.

mod format;
mod page;
mod scoring;
