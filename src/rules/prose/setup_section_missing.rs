//! `setup-section-missing`

use std::sync::LazyLock;

use super::readme::{readme_of, speaks_of};
use crate::catalogue::RawCatalogue;
use crate::diagnostic::Findings;
use crate::rules::RawProse;
use crate::rules::rule::rule;
use crate::rules::words::Words;

/// Shorter texts are judged as a whole.
const MIN_WORDS: usize = 25;
/// Beginnings of words in the heading of such a section. English, then German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian, Turkish, Arabic,
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
    /// A README does not say how to set up the listing.
    ///
    /// Anyone who has installed a listing needs to know where to sign in and what to enter. Without a section about that, they ask the
    /// publisher, or give up. The rule looks for a heading with a word such as "Setup", "Installation", "Getting started", "Configuration",
    /// "Authentication" or "Prerequisites", in any of a dozen languages. A listing that names an install
    /// command, or its documentation, needs no such section.
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
    SETUP_SECTION_MISSING = { id: "P011", name: "setup-section-missing", level: Warn, since: "0.1", check: Placed(check) }
}

fn check(prose: &RawProse<'_>, raw: &RawCatalogue, findings: &mut Findings<'_>) {
    let Some(listing) = readme_of(prose, raw) else { return };
    let file = listing.file;
    let has_command = file.install.get().is_some_and(|install| install.command.get().is_some());
    let has_docs = file.docs_url.get().is_some() || file.support.get().is_some_and(|support| support.docs.get().is_some());
    let is_text = prose.outline.n_words >= MIN_WORDS;
    if is_text && !has_command && !has_docs && !speaks_of(prose, &HEADINGS) {
        findings
            .whole("the README has no section about setup")
            .help("add a section `## Setup`: where to sign in, what to enter, and what is needed first");
    }
}
