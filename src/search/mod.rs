//! The catalogue as a search index, and the engine that answers queries from it. Knows the site's listings and addresses; knows no page,
//! no terminal and no file. The browser's engine reads the same index: `templates/js/search.js`.
//!
//! An index is a set of small files, its *parts*, of which a query needs a few. `core` says how the others are cut; `words` leads from words to
//! listings, `heads` does the same for beginnings that too many words share; `terms` is the vocabulary by first letter, for what is
//! misspelt; `texts` leads from words of READMEs to listings; `facets` and `orders` are columns; `rows` is what is shown of a listing.
//! `tests/search/queries.json` holds what both engines must answer.

mod burst;
mod choose;
mod documents;
mod facets;
mod find;
mod hits;
mod index;
mod little;
mod near;
mod part;
mod postings;
mod query;
mod rank;
mod reader;
mod rows;
mod texts;
mod words;

pub use documents::Documents;
pub use find::{Found, Query, Sort};
pub use index::Index;
