//! Two states of a catalogue compared: which files and listings are not as they were, and field by field how. Knows no git, no rule and no verdict.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use super::fields::{Leaf, fields};
use super::{RawCatalogue, RawListing};
use crate::format::{AccountEntry, Document, Field, FileRole, listing_folder};
use crate::source::{ContentPath, Span, Spanned};

/// A change of a catalogue: two states, and who proposes the second one.
#[derive(Debug)]
pub struct Change<'raw> {
    /// The catalogue as it is. Its owners and policies apply.
    pub base: &'raw RawCatalogue,
    /// The catalogue as it would be.
    pub head: &'raw RawCatalogue,
    /// The files that are not the same.
    pub files: &'raw ChangedFiles,
    /// The listings that are not the same, by slug.
    pub listings: Vec<ListingChange<'raw>>,
    /// The people who propose and approve it.
    pub people: People,
    /// The slugs that listings have now, by those that they had.
    renamed: BTreeMap<&'raw str, &'raw str>,
}

/// The participants in a change, as the forge knows them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// The author; `None` when unknown.
    pub author: Option<Account>,
    /// The accounts that have approved it so far.
    pub consenting: Vec<Account>,
}

/// An account of a forge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// The forge's word, such as `github`.
    pub forge: Box<str>,
    /// Its number there, which survives a change of name and is never given to anyone else.
    pub id: Box<str>,
    /// Its name there, for people.
    pub login: Option<Box<str>>,
}

/// The files that are not the same in two states of a repository. Every one of them is in `content` or in `outside`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChangedFiles {
    /// Those of the content folder, by path.
    pub content: BTreeMap<ContentPath, FileChange>,
    /// Those outside of it, by a readable path from the root of the repository, in order. What is in a folder of a tool, whose name begins with a dot,
    /// at the top of the content folder is outside, too.
    pub outside: Vec<String>,
    /// Those among both that are more or less than a file which is read like any other, by the path that they have there, in order.
    pub unusual: Vec<(String, Unusual)>,
    /// A key for the bytes of each file of `content`, before and after: equal bytes have equal keys.
    pub bytes: BTreeMap<ContentPath, [Option<Box<str>>; 2]>,
    /// The new READMEs among them that say what one that was there before says, word for word or nearly: the path of that one.
    pub copies: BTreeMap<ContentPath, ContentPath>,
}

/// Why a file of a repository is not read like any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unusual {
    /// It makes a checkout contain other bytes than the repository: `.gitattributes`, or the list of submodules.
    AltersCheckouts,
    /// It is a symbolic link, or was one.
    Link,
    /// It is another repository's commit, or was one.
    Submodule,
    /// It can be executed, or could be.
    Executable,
    /// Its name, or that of a folder that it is in, begins with a dot.
    Hidden,
    /// Its name is not UTF-8.
    NameNotUtf8,
}

impl Unusual {
    /// A property that the path of a file alone shows.
    #[must_use]
    pub fn of_path(path: &str) -> Vec<Self> {
        let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
        let alters = matches!(&*name, ".gitattributes" | ".gitmodules").then_some(Self::AltersCheckouts);
        alters.into_iter().chain(path.split('/').any(|part| part.starts_with('.')).then_some(Self::Hidden)).collect()
    }

    /// Returns the noun for a file, to be printed after its path.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::AltersCheckouts => "can make a checkout differ from what was reviewed",
            Self::Link => "is a symbolic link",
            Self::Submodule => "is a submodule",
            Self::Executable => "is a file that can be executed",
            Self::Hidden => "is hidden: its name, or that of its folder, begins with a dot",
            Self::NameNotUtf8 => "has a name that is not UTF-8",
        }
    }
}

/// The change of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileChange {
    /// It is new.
    Added,
    /// It has other bytes.
    Altered,
    /// It has the same bytes and another mode.
    Mode,
    /// It is gone.
    Gone,
}

/// The change of a listing.
#[derive(Debug)]
pub struct ListingChange<'raw> {
    /// Its slug; after a rename the new one.
    pub slug: &'raw str,
    /// As it was: `None` when it is new, or could not be read.
    pub was: Option<RawListing<'raw>>,
    /// As it would be: `None` when it is gone, or cannot be read.
    pub is: Option<RawListing<'raw>>,
    /// Whether it was there at all.
    pub existed: bool,
    /// Whether it would be there at all.
    pub exists: bool,
    /// The fields of `listing.yaml` that are not the same, in the order of the file.
    pub fields: Vec<FieldChange>,
    /// Its files that are not the same, by their path below its folder.
    pub files: Vec<(&'raw str, FileChange)>,
}

/// A field with another value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its path, such as `install.url` or `versions[1.4.0].date`.
    pub path: String,
    /// The same without what names an entry of a list, as in `versions[].date`: what tables of keys know it by.
    pub pattern: String,
    /// The value it had and its place.
    pub before: Option<(String, Span)>,
    /// The value it would have and its place.
    pub after: Option<(String, Span)>,
}

impl Account {
    /// The account that an entry with these fields names; `None` when it does not say which.
    #[must_use]
    pub fn from_fields(forge: &Field<Box<str>>, id: &Field<Box<str>>, login: &Field<Box<str>>) -> Option<Self> {
        Some(Self { forge: forge.get()?.clone(), id: id.get()?.clone(), login: login.get().cloned() })
    }

    /// Whether a file that names the account `id` of `forge` means this one: the same forge and exactly the same number. A login proves nothing.
    #[must_use]
    pub fn is(&self, forge: &Field<Box<str>>, id: &Field<Box<str>>) -> bool {
        forge.get().is_some_and(|forge| **forge == *self.forge) && id.get().is_some_and(|id| **id == *self.id)
    }
}

impl<'raw> Change<'raw> {
    /// The change from `base` to `head`, in which `files` are not the same.
    #[must_use]
    pub fn new(base: &'raw RawCatalogue, head: &'raw RawCatalogue, files: &'raw ChangedFiles, people: People) -> Self {
        let slugs: BTreeSet<&'raw str> = files.content.keys().filter_map(ContentPath::listing_slug).collect();
        // Only one can have the place of another.
        let renamed: BTreeMap<&'raw str, &'raw str> = slugs.iter().filter_map(|slug| Some((former(base, head, slug)?, *slug))).collect();
        let former: BTreeMap<&str, &str> = renamed.iter().map(|(old, new)| (*new, *old)).collect();
        let kept = slugs.iter().filter(|slug| !renamed.contains_key(**slug));
        let listings = kept.map(|slug| ListingChange::new(base, head, former.get(slug).copied().unwrap_or(slug), slug, files)).collect();
        Self { base, head, files, listings, people, renamed }
    }

    /// The listings that were there and would be there, with both of their states, as far as both can be read.
    pub fn edited(&self) -> impl Iterator<Item = (&ListingChange<'raw>, RawListing<'raw>, RawListing<'raw>)> {
        self.listings.iter().filter_map(|listing| Some((listing, listing.was?, listing.is?)))
    }

    /// Whether the file at `path` has the same lines in both states, and ends some of them in another way.
    #[must_use]
    pub fn is_in_line_ends_only(&self, path: &ContentPath) -> bool {
        let [old, new] = [self.base, self.head].map(|raw| raw.text(path));
        old.zip(new).is_some_and(|(old, new)| old != new && lines(old).eq(lines(new)))
    }

    /// The listing that has `slug` after the change, if the change touches it.
    #[must_use]
    pub fn listing(&self, slug: &str) -> Option<&ListingChange<'raw>> {
        self.listings.binary_search_by_key(&slug, |listing| listing.slug).ok().map(|at| &self.listings[at])
    }

    /// Whether the file at `path` is the same in a folder by another name, or is gone with a listing that is merged into another one.
    #[must_use]
    pub fn moves_along(&self, path: &ContentPath) -> bool {
        let (Some(slug), Some(name)) = (path.listing_slug(), path.name_in_listing()) else { return false };
        let Some(listing) = self.listing(self.renamed.get(slug).copied().unwrap_or(slug)) else { return false };
        let is_same = || path.role() != FileRole::Listing && listing.files.iter().all(|(own, _)| *own != name);
        (listing.renamed_from().is_some() && is_same()) || self.heir(listing).is_some()
    }

    /// The listing that takes the place of `listing`, which is gone after the change: of the same publisher, or of any when a maintainer proposes it.
    #[must_use]
    pub fn heir(&self, listing: &ListingChange<'raw>) -> Option<RawListing<'raw>> {
        if !listing.existed || listing.exists {
            return None;
        }
        let heir = self.head.followed(listing.slug).and_then(|slug| self.head.listing(slug)).filter(|heir| !heir.is_gone())?;
        let publisher = heir.file.publisher.get()?;
        (self.is_by_maintainer() || listing.former_publisher() == Some(&**publisher)).then_some(heir)
    }

    /// Whether the author is one of the maintainers that the base names.
    #[must_use]
    pub fn is_by_maintainer(&self) -> bool {
        self.people.author.as_ref().is_some_and(|author| self.is_maintainer(author))
    }

    /// Whether `account` is one of the maintainers that the base names.
    #[must_use]
    pub fn is_maintainer(&self, account: &Account) -> bool {
        let review = self.base.settings().review.get();
        review.is_some_and(|review| review.maintainers.items().iter().any(|entry| account.is(&entry.forge, &entry.id)))
    }

    /// The accounts of the publisher `slug` at the base.
    #[must_use]
    pub fn accounts(&self, slug: &str) -> &'raw [Spanned<AccountEntry>] {
        self.base.publisher(slug).map_or(&[], |publisher| publisher.accounts.items())
    }

    /// Whether the author has an account of the publisher `slug`, by the base, or someone who has one approves of the change.
    #[must_use]
    pub fn has_consent_of(&self, slug: &str) -> bool {
        self.accounts(slug).iter().any(|entry| self.is_wanted_by(entry))
    }

    /// Whether `account` proposes the change or approves of it.
    #[must_use]
    pub fn is_wanted_by(&self, account: &AccountEntry) -> bool {
        self.people.author.iter().chain(&self.people.consenting).any(|person| person.is(&account.forge, &account.id))
    }
}

impl<'raw> ListingChange<'raw> {
    fn new(base: &'raw RawCatalogue, head: &'raw RawCatalogue, before: &str, slug: &'raw str, files: &'raw ChangedFiles) -> Self {
        let (was, is) = (base.listing(before), head.listing(slug));
        let document = |listing: Option<RawListing<'raw>>| listing.map(|listing| listing.document);
        Self {
            slug,
            was,
            is,
            existed: base.has_listing(before),
            exists: head.has_listing(slug),
            fields: compare(document(was), document(is)),
            files: own_files(before, slug, files),
        }
    }

    /// The slug it had, if it has another one now.
    #[must_use]
    pub fn renamed_from(&self) -> Option<&'raw str> {
        self.was.map(|was| was.slug).filter(|slug| *slug != self.slug && self.is.is_some())
    }

    /// The change of the field `path`.
    #[must_use]
    pub fn field(&self, path: &str) -> Option<&FieldChange> {
        self.fields.iter().find(|field| field.path == path)
    }

    /// The publisher it had, if it could be read.
    #[must_use]
    pub fn former_publisher(&self) -> Option<&'raw str> {
        self.was.and_then(|was| was.file.publisher.get()).map(|slug| &**slug)
    }

    /// Whether it goes to another publisher, and was no longer maintained before: then the former publisher is not asked.
    #[must_use]
    pub fn is_adoption(&self) -> bool {
        let is_other = self.former_publisher().zip(self.publisher()).is_some_and(|(from, to)| from != to);
        is_other && self.was.is_some_and(|was| was.is_unmaintained())
    }

    /// The publisher it would have.
    #[must_use]
    pub fn publisher(&self) -> Option<&'raw str> {
        self.is.and_then(|is| is.file.publisher.get()).map(|slug| &**slug)
    }
}

/// The files of the listing `slug`, which was `before`, that are not the same, by their path below its folder, without `listing.yaml`.
fn own_files<'raw>(before: &str, slug: &str, files: &'raw ChangedFiles) -> Vec<(&'raw str, FileChange)> {
    let below = |slug: &str| -> BTreeMap<&'raw str, (&'raw ContentPath, FileChange)> {
        let folder = format!("{}/", listing_folder(slug));
        let from = files.content.range::<str, _>((Bound::Included(folder.as_str()), Bound::Unbounded));
        let own = from.map_while(|(path, what)| Some((path.as_str().strip_prefix(&folder)?, (path, *what))));
        own.filter(|(_, (path, _))| path.role() != FileRole::Listing).collect()
    };
    let mut own = below(slug);
    if before != slug {
        // After a rename a file is gone at one place and new at the other.
        for (name, (old, what)) in below(before) {
            let bytes = |path: &ContentPath, side: usize| files.bytes.get(path).and_then(|sides| sides[side].as_deref());
            match own.get(name) {
                Some((new, _)) if bytes(old, 0).is_some() && bytes(old, 0) == bytes(new, 1) => drop(own.remove(name)),
                Some(&(new, _)) => drop(own.insert(name, (new, FileChange::Altered))),
                None => drop(own.insert(name, (old, what))),
            }
        }
    }
    own.into_iter().map(|(name, (_, what))| (name, what)).collect()
}

/// The slug that the listing `slug`, which is new at the head, says it had, if that listing is gone.
fn former<'raw>(base: &'raw RawCatalogue, head: &'raw RawCatalogue, slug: &str) -> Option<&'raw str> {
    if base.has_listing(slug) {
        return None;
    }
    let listing = head.listing(slug)?;
    let former = listing.file.former_slugs.items().iter().map(|slug| &*slug.value);
    former.into_iter().find(|old| base.has_listing(old) && !head.has_listing(old))
}

/// The fields that are not the same in two YAML files: in the order of the new file, and what is gone after it. When there are none, the files say the
/// same, in another order or with other comments.
#[must_use]
pub fn compare(old: Option<&Document>, new: Option<&Document>) -> Vec<FieldChange> {
    let of = |document: Option<&Document>| -> Vec<Leaf> { document.and_then(Document::tree).map(fields).unwrap_or_default() };
    let (old, new) = (of(old), of(new));
    let mut before: BTreeMap<&str, &Leaf> = old.iter().map(|field| (&*field.path, field)).collect();
    let mut changes = Vec::new();
    let change = |field: &Leaf, before: Option<&Leaf>, after: Option<&Leaf>| {
        let value = |leaf: Option<&Leaf>| leaf.map(|leaf| (leaf.text.clone(), leaf.span));
        FieldChange { path: field.path.clone(), pattern: field.pattern.clone(), before: value(before), after: value(after) }
    };
    for field in &new {
        let was = before.remove(&*field.path);
        if was.is_none_or(|was| (was.kind, &was.text) != (field.kind, &field.text)) {
            changes.push(change(field, was, Some(field)));
        }
    }
    for field in &old {
        if let Some(was) = before.remove(&*field.path) {
            changes.push(change(field, Some(was), None));
        }
    }
    changes
}

/// The lines of `text`, whatever ends them.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split('\r'))
}

/// Whether a change of the file at `path` is one of the marketplace's own business: not of a listing, an app, a publisher or an intent.
#[must_use]
pub fn is_maintainer_owned(path: &ContentPath) -> bool {
    match path.role() {
        FileRole::App | FileRole::AppIcon | FileRole::Publisher | FileRole::Intent => false,
        FileRole::Review => true,
        _ => path.listing_slug().is_none(),
    }
}
