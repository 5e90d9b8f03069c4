//! Templates, scripts, styles and messages: the built-in ones, and an operator's over them. Knows no file system: whoever reads an operator's files hands them in.

use std::collections::BTreeMap;

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// What a site looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// Templates by name, such as `components/card.html`.
    pub templates: BTreeMap<String, String>,
    /// ES modules by name, such as `search.js`.
    pub scripts: BTreeMap<String, String>,
    /// The built-in stylesheet.
    pub style: String,
    /// The operator's stylesheet, laid over the built-in one.
    pub operator_style: Option<String>,
    /// The operator's message files by name, such as `fr.ftl`.
    pub messages: BTreeMap<String, String>,
}

impl Default for Look {
    fn default() -> Self {
        let table = |rows: &[(&str, &str)]| rows.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
        let style = STYLES.iter().map(|&(_, text)| text).collect();
        Self { templates: table(TEMPLATES), scripts: table(SCRIPTS), style, operator_style: None, messages: BTreeMap::new() }
    }
}

impl Look {
    /// The look with an operator's templates in place of the built-in ones of the same name, and their styles over ours.
    #[must_use]
    pub fn with(
        mut self,
        templates: impl IntoIterator<Item = (String, String)>,
        styles: impl IntoIterator<Item = (String, String)>,
    ) -> Self {
        self.templates.extend(templates);
        let style: String = styles.into_iter().map(|(_, text)| text + "\n").collect();
        // The `theme` layer comes last in the built-in order of layers, so that an operator's rule wins without `!important`.
        self.operator_style = (!style.is_empty()).then(|| format!("@layer theme {{\n{style}}}\n"));
        self
    }

    /// The look with an operator's message files: texts by name, such as `fr.ftl`.
    #[must_use]
    pub fn speaking(mut self, messages: impl IntoIterator<Item = (String, String)>) -> Self {
        self.messages.extend(messages);
        self
    }
}
