//! A folder that is there already: whose it is, and whether it may be written over. Knows no answer but the publisher's.

use super::objection::Way;
use super::{Answers, Objection, Topic, shown};
use crate::catalogue::Draft;

/// Why the listing cannot be written to `listings/<slug>/`, said of the answer to `topic`. What somebody else published is never written over.
pub(super) fn objection(topic: Topic, slug: &str, answers: &Answers, draft: &Draft, may_overwrite: bool) -> Option<Objection> {
    let folder = format!("listings/{slug}/");
    draft.below(&folder).next()?;
    let other = [Way::Text("choose another name".to_owned()), Way::Answer(Topic::Slug, None, "with another folder".to_owned())];
    let taken = |message| Objection::error(topic, message);
    let owner = draft.listing(slug).and_then(|listing| listing.file.publisher.get());
    match (owner, answers.text(Topic::Publisher)) {
        (Some(owner), Some(own)) if **owner == *own => {
            let yours = format!("`{folder}` is taken by a listing of `{}`", shown(owner));
            (!may_overwrite).then(|| taken(yours).help(other.into_iter().chain([Way::Overwrite])))
        }
        // Who publishes it has not been said yet; it is looked at again then.
        (_, None) | (None, _) if may_overwrite => None,
        (Some(owner), _) => {
            let name = draft.publisher(owner).and_then(|publisher| publisher.name.get());
            let name = name.map(|name| format!(" ({})", shown(name))).unwrap_or_default();
            Some(taken(format!("`{folder}` is taken by a listing of `{}`{name}", shown(owner))).help(other))
        }
        (None, _) => Some(taken(format!("`{folder}` is taken")).help(other)),
    }
}
