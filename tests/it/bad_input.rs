//! Whatever is wrong, peil says what, where and what to do about it, and ends with the right code.

mod command_line;
mod files;
mod outputs;
