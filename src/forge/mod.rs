//! The files by which a forge reviews, publishes and looks after a catalogue: recipes for its CI, templates, forms. Knows which files a forge gets and what
//! is in the form that is made of the catalogue; writes nothing and speaks to no forge.

mod issue_form;
mod recipes;

pub use recipes::Forge;

use crate::catalogue::RawCatalogue;

/// A file of a forge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForgeFile {
    /// Its place in the repository.
    pub path: &'static str,
    /// The content.
    pub text: String,
    /// Whether it is a program.
    pub is_program: bool,
    /// Whether it is made of the catalogue, so that it grows old with it.
    pub is_made: bool,
}

/// The branch that the recipes are written for.
const BRANCH: &str = "branches: [main]\n";

/// The content folder that the recipes are written for.
const CONTENT: &str = "CONTENT: content\n";

/// The version that the recipes are written for.
const NEEDS: &str = "needs=0.0.0\n";

/// Every file of `forge` for the catalogue `raw`, in the order of their paths. The content folder is `folder`, a path of letters that mean nothing to
/// a shell, from the top of the repository with `/` at its end; empty for the top itself.
#[must_use]
pub fn files(forge: Forge, raw: &RawCatalogue, folder: &str) -> Vec<ForgeFile> {
    let branch = raw.settings().repository.or_default().branch();
    let published = format!("branches: [{}]\n", crate::format::scalar(&branch));
    let content = format!("CONTENT: {}\n", if folder.is_empty() { "." } else { folder.trim_end_matches('/') });
    // A regular expression, in which a dot would stand for any letter.
    let [plain, escaped] = [folder, &folder.replace('.', "[.]")].map(|folder| format!("WITHIN: ^{folder}\n"));
    let needs = format!("needs={}\n", env!("CARGO_PKG_VERSION"));
    let placed = |text: &str| {
        let text = text.replace(BRANCH, &published).replace(CONTENT, &content).replace(NEEDS, &needs);
        text.replace("content/", folder).replace(&plain, &escaped)
    };
    let given = forge.recipes().iter().map(|&(path, text)| ForgeFile {
        path,
        text: placed(text),
        is_program: text.starts_with("#!"),
        is_made: false,
    });
    let (path, text) = issue_form::listing(forge, raw);
    let made = ForgeFile { path, text, is_program: false, is_made: true };
    let mut files: Vec<ForgeFile> = given.chain([made]).collect();
    files.sort_by_key(|file| file.path);
    files
}
