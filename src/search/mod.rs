//! The search index of the catalogue, and the engine that answers queries from it. Knows the site's listings and URLs; knows no page,
//! no terminal and no file. The browser's engine reads the same index: `templates/js/search.js`.
//!
//! An index is a set of small files, its *parts*, of which a query needs a few. `core` says how the others are split; `words` maps words to
//! listings, `heads` does the same for prefixes that too many words share; `terms` is the vocabulary by first letter, for
//! typos; `texts` maps words of READMEs to listings; `facets` and `orders` are columns; `rows` contains the data shown in results.
//! `tests/search/queries.json` contains queries with the results of both engines.

mod by_word;
mod documents;
mod facets;
mod fallback;
mod filter;
mod find;
mod hits;
mod index;
mod names;
mod near;
mod part;
mod postings;
mod prefix_parts;
mod query;
mod rank;
mod reader;
mod rows;
mod texts;
mod words;

pub use documents::Documents;
pub use find::{Found, Query, Sort};
pub use index::Index;
pub use names::{CORE_PATH, is_index_path};
