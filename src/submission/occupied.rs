//! A folder that is there already: whose it is, and whether it may be written over. Knows no answer but the publisher's.

use super::Topic;
use super::{Answers, shown};
use crate::catalogue::Draft;

/// Why the listing cannot be written to `listings/<slug>/`. What somebody else published is never written over.
pub(super) fn objection(slug: &str, answers: &Answers, draft: &Draft, may_overwrite: bool) -> Option<String> {
    let folder = format!("listings/{slug}/");
    draft.below(&folder).next()?;
    let other = "choose another name, or another folder with --slug";
    let owner = draft.listing(slug).and_then(|listing| listing.file.publisher.get());
    match (owner, answers.text(Topic::Publisher)) {
        (Some(owner), Some(own)) if **owner == *own => {
            let yours = format!("`{folder}` is taken by a listing of `{}`", shown(owner));
            (!may_overwrite).then(|| format!("{yours}: {other}, or write over it with --force"))
        }
        // Who publishes it has not been said yet; it is looked at again then.
        (_, None) | (None, _) if may_overwrite => None,
        (Some(owner), _) => {
            let name = draft.publisher(owner).and_then(|publisher| publisher.name.get());
            let name = name.map(|name| format!(" ({})", shown(name))).unwrap_or_default();
            Some(format!("`{folder}` is taken by a listing of `{}`{name}: {other}", shown(owner)))
        }
        (None, _) => Some(format!("`{folder}` is taken: {other}")),
    }
}
