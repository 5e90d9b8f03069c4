//! The first files of a new catalogue: one of each kind, small enough to read.

use crate::format::{ForgeKind, SettingsFile, scalar};

/// The URL in the settings of a catalogue whose own is not known yet. No site can be published there.
const PLACEHOLDER_URL: &str = "https://your-site.example/";

/// What the first files are made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Start {
    /// The title of the catalogue.
    pub(super) title: String,
    /// The words for one listing and for several.
    pub(super) noun: Noun,
    /// The URL of its repository.
    pub(super) repository: Option<String>,
    /// The kind of forge that the repository is on.
    pub(super) forge: Option<ForgeKind>,
    /// The URL of the published site.
    pub(super) base_url: Option<String>,
}

/// What listings are called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Noun {
    /// One, as within a sentence.
    pub(super) one: String,
    /// Several.
    pub(super) other: String,
}

impl Noun {
    /// The noun `one` with its plural, as English mostly forms it.
    pub(super) fn new(one: &str) -> Self {
        let ends = |endings: &[&str]| endings.iter().any(|ending| one.ends_with(ending));
        let other = match one.strip_suffix('y') {
            Some(stem) if !ends(&["ay", "ey", "oy", "uy"]) => format!("{stem}ies"),
            _ if ends(&["s", "x", "z", "ch", "sh"]) => format!("{one}es"),
            _ => format!("{one}s"),
        };
        Self { one: one.to_owned(), other }
    }

    /// The first word that begins with a capital as at the start of a sentence, though pages use the noun within one. An acronym, such as API, is written
    /// like that everywhere, and so is a name such as GitHub.
    pub(super) fn capitalised(&self) -> Option<&str> {
        let is_capitalised = |word: &&str| {
            let mut chars = word.chars();
            chars.next().is_some_and(char::is_uppercase) && chars.clone().next().is_some() && chars.all(|c| !c.is_uppercase())
        };
        self.one.split_whitespace().chain(self.other.split_whitespace()).find(is_capitalised)
    }
}

impl Default for Noun {
    fn default() -> Self {
        Self::new("connector")
    }
}

/// Whether `settings` still have the URL that [`files`] writes where none is known.
pub(super) fn has_placeholder(settings: &SettingsFile) -> bool {
    settings.base_url.get().is_some_and(|url| &*url.text == PLACEHOLDER_URL)
}

/// The paths and texts of the first files.
pub(super) fn files(start: &Start) -> Vec<(&'static str, String)> {
    let Start { title, noun, repository, forge, base_url } = start;
    let mut more = String::new();
    if *noun != Noun::default() {
        more += &format!("noun:\n  one: {}\n  other: {}\n", scalar(&noun.one), scalar(&noun.other));
    }
    if let Some(url) = repository {
        more += "repository:\n";
        more += &forge.map(|forge| format!("  forge: {}\n", forge.word())).unwrap_or_default();
        more += &format!("  url: {}\n", scalar(url));
    }
    let url = match base_url {
        Some(url) => scalar(url),
        None => format!("{PLACEHOLDER_URL}  # replace this with the URL of the published site"),
    };
    let values = [
        ("{one}", &*noun.one),
        ("{other}", &noun.other),
        ("{base_url}", &url),
        ("{more}", &more),
        ("{TITLE}", title),
        ("{title}", &scalar(title)),
    ];
    let filled = |text: &str| values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
    FILES.iter().map(|(path, text)| (*path, filled(text))).collect()
}

/// Paths, and texts with the names of values in braces.
const FILES: &[(&str, &str)] = &[
    (
        "content/catalogue.yaml",
        "title: {title}
description: The {other} that our customers use.
base_url: {base_url}
language: en
{more}regions:
  - {id: us, label: United States}
  - {id: eu, label: Europe}
auth:
  - {id: oauth2, label: OAuth 2.0}
  - {id: api-key, label: API key}
agreement: {current: \"1\"}
",
    ),
    ("content/tags.yaml", "- id: messaging\n  label: Messaging\n  description: Chats, channels and notifications.\n  aliases: [chat]\n"),
    (
        "content/apps/slack.yaml",
        "name: Slack\nwebsite: https://slack.com/\ndescription: Channels and direct messages for teams.\ndomains: [slack.com]\n",
    ),
    (
        "content/publishers/first-publisher.yaml",
        "name: First Publisher\nurl: https://publisher.example/\ndescription: Replace this with a description of yourself.\n",
    ),
    (
        "content/listings/channel-messages/listing.yaml",
        "name: Channel Messages
app: Slack                  # exactly as in apps/
summary: Posts a message to a channel for every new order.
publisher: first-publisher  # a file in publishers/
tags: [messaging]           # ids from tags.yaml
keywords: [notifications]   # up to three
source: open
source_url: https://git.example/first-publisher/channel-messages
install:
  mode: direct
  url: https://app.example/install/channel-messages
support:
  email: help@publisher.example
versions:                   # newest first
  - version: 1.0.0
    date: 2026-01-15
    notes: First release.
auth: [oauth2]
operations:
  actions:
    - {name: Post message, summary: Posts a text to a channel.}
license: MIT
agreement: {version: \"1\", accepted_by: First Publisher, accepted_on: 2026-01-10}
",
    ),
    (
        "content/listings/channel-messages/README.md",
        "Posts a message to a channel of your choice whenever an order comes in.

## Setup

1. Install it and sign in.
2. Choose the channel.

## Known limits

Messages of more than 4,000 characters are truncated.

## Troubleshooting

If nothing arrives, check that the app has been invited to the channel.
",
    ),
    ("content/agreements/1.md", "## What you promise\n\nThe {one} does what its listing says, and you answer the people who use it.\n"),
    (
        "content/pages/about.md",
        "---
title: About
description: What this catalogue is.
nav: footer
order: 2
---

Every {one} here was reviewed by a person before it was listed. To add your own, read [how to publish](./publish.md).
",
    ),
    (
        "content/pages/publish.md",
        "---
title: How to publish
description: How to add your own {one}, and what happens then.
nav: main
order: 1
---

Everything on this site comes from the files of a repository. A listing is a folder with two files: `listing.yaml` has the facts, and `README.md` \
describes the {one} to people who do not know it.

## Add your {one}

1. Get a copy of the repository, and install `pressmark`, the program that checks and builds it.
2. Run `pressmark new`. It asks one question after the other, checks every answer, and writes the folder. `pressmark new --from README.md` begins \
with what your own repository says already.
3. Run `pressmark serve --open` to see your page, and `pressmark check` after every change: it reports every problem at once, with what to do.
4. Propose the new folder as one change, which others can review.

The repository is public. Never add a key, a private share link, or other people’s e-mail addresses.

## What happens next

The same checks run for your proposal, and a person reads the listing: whether it does what it says, asks for no more than it needs, and tells people \
how to set it up and where to find help. `pressmark check --pre-submission NAME` goes through the same list beforehand.

## After that

Add a version at the top of `versions` whenever you release one. Answer people who write to your support contact, and say so in the listing when you \
can no longer maintain it.
",
    ),
    // Schemas name every listing: rewritten by each clone, two submissions never differ in them.
    // Beside the site is the working folder of its builds.
    (".gitignore", "/public\n/.public*\n/schemas\n"),
    (
        "README.md",
        "# {TITLE}

`pressmark serve` shows the catalogue on this machine, `pressmark check` reports every problem, and `pressmark build` writes the website to `public/`. `pressmark schema` regenerates the schemas for editor completion.

To add one, run `pressmark new`: it asks for all the details, writes a folder in `content/listings/` and checks it.
",
    ),
];
