//! `setup-section-missing`

use std::sync::LazyLock;

use super::readme::{readme_of, speaks_of};
use crate::diagnostic::Findings;
use crate::rules::ProseDraft;
use crate::rules::rule::rule;
use crate::rules::words::Words;

/// Shorter texts are spoken of as a whole.
const MIN_WORDS: usize = 25;
/// Beginnings of words that head such a part. English, then German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish, Arabic,
/// Hebrew, Chinese, Japanese and Korean, where the beginning is another one.
#[rustfmt::skip]
const WORDS: [&str; 66] = [
    "setup", "set up", "set-up", "setting up", "install", "getting started", "get started", "quick start", "quickstart", "quick-start",
    "configur", "authenti", "authori", "credential", "prerequisite", "requirement", "before you", "connect", "deploy", "enabl",
    "how to use", "how to connect", "einricht", "konfigur", "voraussetzung", "erste schritte", "anmeld", "inbetriebnahme", "verbind",
    "mise en", "prérequis", "pré-requis", "démarr", "instal", "requisit", "primeros pasos", "autentic", "pré-requisito",
    "primeiros passos", "prerequisit", "primi passi", "autenticaz", "instell", "aan de slag", "vereist", "konfigurac", "wymagan",
    "установ", "настрой", "начало работы", "kurulum", "yapılandır", "الإعداد", "إعداد", "التثبيت", "התקנה", "הגדר", "安装", "安裝", "配置",
    "设置", "設定", "セットアップ", "インストール", "설치", "설정",
];
static HEADINGS: LazyLock<Words> = LazyLock::new(|| Words::new(&[&WORDS], false));

rule! {
    /// A README does not say how to set the listing up.
    ///
    /// Whoever has installed a listing needs to know where to sign in and what to enter. Without a part about that they ask the
    /// publisher, or give up. A heading with a word such as "Setup", "Installation", "Getting started", "Configuration",
    /// "Authentication" or "Prerequisites" is what is looked for, in any of a dozen languages. A listing that names a command to
    /// install with, or its documentation, has said enough.
    ///
    /// ```markdown,fails
    /// Posts a line for every new order, to a channel that you choose, with the number and the sum of the order and a link that leads to it. Works with any plan.
    ///
    /// ## Usage
    ///
    /// Use it.
    /// ```
    /// ```markdown,passes
    /// Posts a line for every new order.
    ///
    /// ## Einrichtung
    ///
    /// Install it.
    /// ```
    /// ```markdown,passes
    /// Posts a line.
    ///
    /// ## 1. Setting up
    ///
    /// Install it.
    /// ```
    SETUP_SECTION_MISSING = { id: "P011", name: "setup-section-missing", level: Warn, since: "0.1", check: Prose(check) }
}

fn check(prose: &ProseDraft<'_>, findings: &mut Findings<'_>) {
    let Some(listing) = readme_of(prose) else { return };
    let file = listing.file;
    let has_command = file.install.get().is_some_and(|install| install.command.get().is_some());
    let has_docs = file.docs_url.get().is_some() || file.support.get().is_some_and(|support| support.docs.get().is_some());
    let is_text = prose.outline.n_words >= MIN_WORDS;
    if is_text && !has_command && !has_docs && !speaks_of(prose, &HEADINGS) {
        findings
            .whole("no part of the README is about setting the listing up")
            .help("add a part with the heading `## Setup`: where to sign in, what to enter, what has to be there before");
    }
}
