//! Holds the table of allowed imports.
