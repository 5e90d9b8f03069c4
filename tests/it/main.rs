//! The promises of the whole program, one file a kind.
#![allow(
    clippy::expect_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "tests fail by panicking and stand outside of the program"
)]

mod api;
mod architecture;
mod bad_input;
mod broken_yaml;
mod commands;
mod data;
mod demo;
mod embedding;
mod explain;
mod feeds;
mod fixing;
mod forge;
mod forge_steps;
mod formats;
mod hosting;
mod images;
mod init;
mod judge;
mod language;
mod last_changes;
mod layouts;
mod lifecycle;
mod mirror;
mod modules;
mod new;
mod packages;
mod packages_hostile;
mod preview;
mod proportion;
mod proposals;
mod prose;
mod publishing;
mod real_data;
mod reference;
mod release;
mod repository;
mod review;
mod review_hostile;
mod review_intents;
mod review_offers;
mod review_routine;
mod samples;
mod schema;
mod search;
mod self_review;
mod seniority;
mod serve;
mod settings;
mod site_words;
mod stated;
mod stoppers;
mod submit;
mod support;
mod themes;
mod unreadable;
mod updates;
mod upkeep;
mod warm_builds;
mod web;
mod words;
