//! Tests of the statement.
