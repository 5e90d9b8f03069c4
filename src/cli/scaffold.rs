//! The first files of a new catalogue: one of each kind, small enough to read.

/// Paths and texts.
pub(super) const FILES: &[(&str, &str)] = &[
    (
        "content/catalogue.yaml",
        "title: Our connectors
description: Connectors for the apps our customers use.
base_url: https://connectors.example/
language: en
regions:
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

1. Install the connector and sign in.
2. Choose the channel.

## Known limits

Messages of more than 4,000 characters are truncated.

## Troubleshooting

If nothing arrives, check that the app has been invited to the channel.
",
    ),
    ("content/agreements/1.md", "## What you promise\n\nThe connector does what its listing says, and you answer the people who use it.\n"),
    (
        "content/pages/about.md",
        "---
title: About
description: What this catalogue is.
nav: footer
order: 1
---

Every connector here was reviewed by a person before it was listed.
",
    ),
    // Schemas name every listing: rewritten by each clone, two submissions never differ in them.
    (".gitignore", "/public\n/schemas\n"),
    (
        "README.md",
        "# Our connectors

`pressmark serve` shows the catalogue on this machine, `pressmark check` reports every problem, and `pressmark build` writes the website to `public/`. `pressmark schema` regenerates the schemas for editor completion.

To add a connector, run `pressmark new`: it asks for all the details, writes a folder in `content/listings/` and checks it.
",
    ),
];
