//! Pressmark turns a folder of approved listings into a marketplace catalogue: a fast, searchable, fully static website.
//!
//! ```text
//!            read              rules             resolve            plan              render            write │ serve
//!  folder ─────────▶ RawCatalogue ────▶ Report ───────────▶ Catalogue ──────▶ Site ────────────▶ pages ─────────▶ public/, browser
//! ```
//!
//! A stage is a function from one value to the next. Content that is wrong is data: it becomes a finding in the [`diagnostic::Report`], the value
//! or, where nothing else will do, the page is left out, and the rest goes on. Only the edges (`source::disk`, `output::write`, `workspace`, `serve`, `cli`) touch the world and return `Result`.
//! A program that builds a site on its own starts with a [`workspace::Workspace`].
//!
//! The modules in reading order; each names only modules above it.

pub mod text;

mod diff;

pub mod inputs;

pub mod fault;

pub mod contract;

pub mod http;

pub mod source;

mod xml;

pub mod vocabulary;

pub mod diagnostic;

pub mod language;

pub mod parse;

pub mod format;

pub mod theme;

pub mod catalogue;

pub mod rules;

pub mod submission;

pub mod package;

pub mod lifecycle;

pub mod picture;

pub mod site;

pub mod hosting;

pub mod search;

pub mod render;

pub mod output;

pub mod pipeline;

pub mod workspace;

pub mod autofix;

pub mod recheck;

pub mod last_good;

pub mod self_review;

pub mod review;

pub mod forge;

pub mod health;

pub mod updates;

pub mod mirror;

pub mod queue;

pub mod serve;

pub mod cli;
