//! The promises of the whole program, one file a kind.

mod architecture;
mod bad_input;
mod commands;
mod demo;
mod real_data;
mod support;
