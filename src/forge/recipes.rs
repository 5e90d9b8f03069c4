//! The files that are the same for every catalogue, as they are in `templates/forge/`.

use crate::format::ForgeKind;

/// A forge that recipes exist for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forge {
    /// github.com and GitHub Enterprise.
    Github,
    /// gitlab.com and own instances.
    Gitlab,
    /// Forgejo, such as codeberg.org.
    Forgejo,
}

/// A file by its place in the repository, and its text.
type Recipe = (&'static str, &'static str);

macro_rules! recipes {
    ($folder:literal: $($path:literal),+ $(,)?) => {
        &[
            ("ci/pressmark.env", include_str!("../../templates/forge/common/ci/pressmark.env")),
            ("ci/install-pressmark.sh", include_str!("../../templates/forge/common/ci/install-pressmark.sh")),
            ("ci/guard.sh", include_str!("../../templates/forge/common/ci/guard.sh")),
            $(($path, include_str!(concat!("../../templates/forge/", $folder, "/", $path)))),+
        ]
    };
}

const GITHUB: &[Recipe] = recipes!("github":
    ".github/workflows/pressmark-review.yml",
    ".github/workflows/pressmark-publish.yml",
    ".github/workflows/pressmark-health.yml",
    ".github/workflows/pressmark-form.yml",
    ".github/ISSUE_TEMPLATE/pressmark-intent.yml",
    ".github/PULL_REQUEST_TEMPLATE.md",
    ".github/CODEOWNERS",
);

const GITLAB: &[Recipe] = recipes!("gitlab":
    ".gitlab-ci.yml",
    ".gitlab/issue_templates/Declaration of intent.md",
    ".gitlab/merge_request_templates/Default.md",
    ".gitlab/CODEOWNERS",
);

const FORGEJO: &[Recipe] = recipes!("forgejo":
    ".forgejo/workflows/pressmark-review.yml",
    ".forgejo/workflows/pressmark-publish.yml",
    ".forgejo/workflows/pressmark-health.yml",
    ".forgejo/issue_template/pressmark-intent.yml",
    ".forgejo/PULL_REQUEST_TEMPLATE.md",
    ".forgejo/CODEOWNERS",
);

impl Forge {
    /// Every forge, by name.
    pub const ALL: [Self; 3] = [Self::Github, Self::Gitlab, Self::Forgejo];

    /// Its name, as the command line takes it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Forgejo => "forgejo",
        }
    }

    /// The kind of forge that the settings of a catalogue name.
    #[must_use]
    pub fn kind(self) -> ForgeKind {
        match self {
            Self::Github => ForgeKind::Github,
            Self::Gitlab => ForgeKind::Gitlab,
            Self::Forgejo => ForgeKind::Forgejo,
        }
    }

    /// The forge of this kind, if recipes exist for it.
    #[must_use]
    pub fn for_kind(kind: ForgeKind) -> Option<Self> {
        Self::ALL.into_iter().find(|forge| forge.kind() == kind)
    }

    /// The recipe for a publisher's own repository, which proposes every release to a catalogue.
    #[must_use]
    pub fn release_recipe(self) -> &'static str {
        match self {
            Self::Github => include_str!("../../templates/forge/release/github.yml"),
            Self::Gitlab => include_str!("../../templates/forge/release/gitlab.yml"),
            Self::Forgejo => include_str!("../../templates/forge/release/forgejo.yml"),
        }
    }

    pub(super) fn recipes(self) -> &'static [Recipe] {
        match self {
            Self::Github => GITHUB,
            Self::Gitlab => GITLAB,
            Self::Forgejo => FORGEJO,
        }
    }
}
