//! A folder that is there already: whose it is, and whether it may be written over. Knows no answer but the publisher's.

use super::answer_problem::Way;
use super::{AnswerProblem, Answers, Topic, shown};
use crate::catalogue::RawCatalogue;
use crate::format::listing_folder;

/// Why the listing cannot be written to `listings/<slug>/`, said of the answer to `topic`. What someone else published is never written over.
pub(super) fn problem(topic: Topic, slug: &str, answers: &Answers, raw: &RawCatalogue, may_overwrite: bool) -> Option<AnswerProblem> {
    let folder = format!("{}/", listing_folder(slug));
    raw.below(&folder).next()?;
    let other = [Way::Text("choose another name".to_owned()), Way::Answer(Topic::Slug, None, "with another folder".to_owned())];
    let taken = |message| AnswerProblem::error(topic, message);
    let owner = raw.listing(slug).and_then(|listing| listing.file.publisher.get());
    match (owner, answers.text(Topic::Publisher)) {
        (Some(owner), Some(own)) if **owner == *own => {
            let yours = format!("`{folder}` is taken by a listing of `{}`", shown(owner));
            (!may_overwrite).then(|| taken(yours).help(other.into_iter().chain([Way::Overwrite])))
        }
        // Who publishes it has not been said yet; it is looked at again then.
        (_, None) | (None, _) if may_overwrite => None,
        (Some(owner), _) => {
            let name = raw.publisher(owner).and_then(|publisher| publisher.name.get());
            let name = name.map(|name| format!(" ({})", shown(name))).unwrap_or_default();
            Some(taken(format!("`{folder}` is taken by a listing of `{}`{name}", shown(owner))).help(other))
        }
        (None, _) => Some(taken(format!("`{folder}` is taken")).help(other)),
    }
}
