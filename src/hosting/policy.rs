//! The Content Security Policy: nothing but the site's own files, no inline code, no inline style.

/// The content security policy of a page, directive by directive.
const DIRECTIVES: [&str; 10] = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "require-trusted-types-for 'script'",
];

/// The directive that browsers ignore in a `meta` element ([CSP 3](https://www.w3.org/TR/CSP3/#meta-element)), and say so in the console.
const HEADER_ONLY: &str = "frame-ancestors 'none'";

/// A policy that lets every site frame a page, and says nothing else. A second policy can only forbid more, so it undoes no `frame-ancestors`; but a page
/// with any is one of which browsers ignore `X-Frame-Options` ([HTML](https://html.spec.whatwg.org/multipage/document-lifecycle.html#the-x-frame-options-header)).
pub(super) const FRAMED_BY_ANYBODY: &str = "frame-ancestors *";

/// The policy as a page states it, for hosts that send no headers.
#[must_use]
pub fn policy_in_page() -> String {
    DIRECTIVES.join("; ")
}

/// The policy as a header.
#[must_use]
pub fn policy_in_header() -> String {
    format!("{}; {HEADER_ONLY}", policy_in_page())
}
