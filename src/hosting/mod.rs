//! What a web server has to know about the site: headers, media types, redirects, what browsers may fetch ahead. Stated once, for the files that static
//! hosts read (`_headers`, `_redirects`), for the preview server and for the pages themselves. Knows addresses and the page plan; knows no HTML and no
//! server.

mod headers;
mod media_type;
mod pattern;
mod policy;
mod redirects;
mod speculation;

pub use headers::{Headers, NO_STORE};
pub use media_type::media_type;
pub use policy::{policy_in_header, policy_in_page};
pub use redirects::redirects;
pub use speculation::speculation;
