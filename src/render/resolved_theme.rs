//! Templates, scripts, styles, pictures and messages: the built-in ones, and a theme's over them. Knows no file system: whoever reads files hands
//! them in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::format::{Colour, Content, Document, Field, FileRole, FontChoice, ThemeFile};
use crate::source::Span;
use crate::theme::{DEFAULT, Palette, SCRIPTS, Seeds, StyleAddress, TEMPLATES, addresses, built_in, custom_properties, settled};

/// The parts of a theme; missing ones are the default's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ThemeParts {
    /// Its `theme.yaml`.
    pub file: Option<ThemeFile>,
    /// Its stylesheets by name, in the order in which they apply.
    pub styles: Vec<(String, String)>,
    /// Its templates by name, such as `components/card.html`.
    pub templates: Vec<(String, String)>,
    /// Its other files by their path in its folder: fonts and pictures.
    pub files: BTreeMap<String, Vec<u8>>,
}

/// A file that a theme names and does not contain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingFile {
    /// The file of the theme that names it.
    pub from: String,
    /// The place of the name in that file.
    pub span: Option<Span>,
    /// The file or URL that is named.
    pub file: String,
}

impl ThemeParts {
    /// The files that the theme names and does not contain, in stylesheets and in `theme.yaml`.
    #[must_use]
    pub fn missing_files(&self) -> Vec<MissingFile> {
        let missing = |from: &str, span, file: &str| {
            let is_there = !is_elsewhere(file) && self.files.contains_key(within(file));
            (!is_there).then(|| MissingFile { from: from.to_owned(), span, file: file.to_owned() })
        };
        let of_style = |(name, text): &(String, String)| {
            let place = |address: &StyleAddress<'_>| Span::new(address.start..address.start + address.url.len());
            addresses(text).iter().filter_map(|address| missing(name, Some(place(address)), address.url)).collect::<Vec<_>>()
        };
        let mut all: Vec<MissingFile> = self.styles.iter().flat_map(of_style).collect();
        let Some(file) = &self.file else { return all };
        if let Some(FontChoice::File(name)) = file.font.get() {
            all.extend(missing("theme.yaml", file.font.span(), name));
        }
        for field in [&file.logo, &file.logo_dark, &file.favicon] {
            all.extend(field.get().and_then(|name| missing("theme.yaml", field.span(), name)));
        }
        all
    }
}

/// The path of the file `name` in the folder of its theme.
fn within(name: &str) -> &str {
    name.strip_prefix("./").unwrap_or(name)
}

fn is_elsewhere(url: &str) -> bool {
    url.contains("://") || url.starts_with("//")
}

/// Everything that determines how a site looks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedTheme {
    /// Templates by name, such as `components/card.html`.
    pub templates: BTreeMap<String, String>,
    /// The paths of the files of those that are not built in, by name.
    pub origins: BTreeMap<String, String>,
    /// ES modules by name, such as `search.js`.
    pub scripts: BTreeMap<String, String>,
    /// The built-in stylesheet, with the theme's colours and measures.
    pub style: String,
    /// The theme's stylesheet, laid over the built-in one.
    pub operator_style: Option<String>,
    /// The files that stylesheets name, by the names they use.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Logo and icon.
    pub pictures: Pictures,
    /// The colour of the browser's frame: `--bg`, light and dark.
    pub frame: [Colour; 2],
    /// The operator's message files by name, such as `fr.ftl`.
    pub messages: BTreeMap<String, String>,
}

/// Logo and icon: files by name with their bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pictures {
    /// In the header; without one the icon.
    pub logo: Option<(String, Vec<u8>)>,
    /// In the header of the dark scheme; without one the logo.
    pub logo_dark: Option<(String, Vec<u8>)>,
    /// In the browser's tab.
    pub icon: (String, Vec<u8>),
}

/// A theme that refers to something it does not contain.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// A file that is named is not there.
    #[error("`{from}` of the theme names `{file}`, which is not in its folder")]
    Missing {
        /// The file that names it.
        from: String,
        /// The file or URL that is named.
        file: String,
    },
    /// A file of the web, which the policy of every page forbids.
    #[error("`{from}` of the theme names `{url}`: pages load nothing from elsewhere, so put the file into the theme's folder")]
    Elsewhere {
        /// The file that names it.
        from: String,
        /// The file or URL that is named.
        url: String,
    },
}

impl Default for ResolvedTheme {
    fn default() -> Self {
        match Self::new(ThemeParts::default()) {
            Ok(theme) => theme,
            Err(error) => unreachable!("the default theme holds what it names: {error}"),
        }
    }
}

impl ResolvedTheme {
    /// The theme of `theme` over the default one.
    ///
    /// # Errors
    /// When the theme refers to a file that it does not contain.
    pub fn new(theme: ThemeParts) -> Result<Self, ThemeError> {
        if let Some(MissingFile { from, file, .. }) = theme.missing_files().into_iter().next() {
            return Err(if is_elsewhere(&file) { ThemeError::Elsewhere { from, url: file } } else { ThemeError::Missing { from, file } });
        }
        let ThemeParts { file, styles, templates, files: held } = theme;
        let table = |rows: &[(&str, &str)]| rows.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
        let seeds = seeds(file.as_ref());
        let palette = Palette::new(&seeds);
        let tokens = custom_properties(&seeds);

        let urls = styles.iter().flat_map(|(_, text)| addresses(text)).chain(addresses(&tokens));
        let files = urls.filter_map(|address| Some((within(address.url).to_owned(), held.get(within(address.url))?.clone()))).collect();
        let picture = |field: &Field<Box<str>>| {
            let name = field.get()?;
            Some((name.to_string(), held.get(within(name))?.clone()))
        };
        let file = file.unwrap_or_default();
        let pictures = Pictures {
            logo: picture(&file.logo),
            logo_dark: picture(&file.logo_dark),
            icon: picture(&file.favicon)
                .unwrap_or_else(|| ("icon.svg".to_owned(), icon_in(palette.light.accent, palette.light.on_accent).into_bytes())),
        };

        // The colours and measures come right after the order of the layers: what is written by hand may refine them.
        let mut sheets = built_in(DEFAULT).filter(|(name, _)| name.ends_with(".css")).map(|(_, text)| text);
        let first = sheets.next().unwrap_or_default();
        let style = [first, &tokens].into_iter().chain(sheets).collect();
        let over: String = styles.into_iter().map(|(_, text)| text + "\n").collect();
        let mut theme = Self {
            templates: table(TEMPLATES),
            origins: BTreeMap::new(),
            scripts: table(SCRIPTS),
            style,
            // The layer `theme` is the last of all, so that a theme's rule wins without `!important`.
            operator_style: (!over.is_empty()).then(|| format!("@layer theme {{\n{over}}}\n")),
            files,
            pictures,
            frame: [palette.light.bg, palette.dark.bg],
            messages: BTreeMap::new(),
        };
        match seeds.scheme {
            crate::format::SchemeChoice::Auto => {}
            crate::format::SchemeChoice::Light => theme.frame[1] = theme.frame[0],
            crate::format::SchemeChoice::Dark => theme.frame[0] = theme.frame[1],
        }
        theme.templates.extend(templates);
        Ok(theme)
    }

    /// The theme with an operator's message files: texts by name, such as `fr.ftl`.
    #[must_use]
    pub fn with_messages(mut self, messages: impl IntoIterator<Item = (String, String)>) -> Self {
        self.messages.extend(messages);
        self
    }

    /// Whether pages in this theme and in `other` differ in nothing but their stylesheets, the colour of the browser's frame and the built-in icon:
    /// an open page can take those on as it is.
    #[must_use]
    pub fn differs_only_in_style(&self, other: &Self) -> bool {
        let pictures = |theme: &Self| (theme.pictures.logo.clone(), theme.pictures.logo_dark.clone(), theme.pictures.icon.0.clone());
        self.templates == other.templates
            && self.scripts == other.scripts
            && self.messages == other.messages
            && self.operator_style.is_some() == other.operator_style.is_some()
            && pictures(self) == pictures(other)
    }
}

/// The seeds of `file`, or those of the default theme.
fn seeds(file: Option<&ThemeFile>) -> Seeds {
    settled(file.and_then(Seeds::from_file).unwrap_or_else(|| DEFAULT_SEEDS.clone()))
}

static DEFAULT_SEEDS: LazyLock<Seeds> = LazyLock::new(|| {
    let document = built_in_document(DEFAULT);
    match document.map(|document| document.content) {
        Some(Content::Theme(file)) => Seeds::from_file(&file),
        _ => None,
    }
    .unwrap_or_else(|| unreachable!("the default theme has an accent"))
});

/// The `theme.yaml` of the built-in theme `name`.
#[must_use]
pub fn built_in_document(name: &str) -> Option<Document> {
    let (_, text) = built_in(name).find(|(file, _)| *file == "theme.yaml")?;
    let path = FileRole::Theme.path(name)?;
    Some(Document::read(path, Ok(text.as_bytes().to_vec())))
}

/// `css` with each address that `renamed` has another name for under that name.
pub(super) fn with_addresses<'a>(css: &str, renamed: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut text = String::with_capacity(css.len());
    let mut at = 0;
    for StyleAddress { url, start, is_quoted } in addresses(css) {
        let Some(name) = renamed(within(url)) else { continue };
        text.push_str(css.get(at..start).unwrap_or_default());
        let mark = if is_quoted { "" } else { "\"" };
        text.extend([mark, name, mark]);
        at = start + url.len();
    }
    text.push_str(css.get(at..).unwrap_or_default());
    text
}

/// The mark of the site until a theme brings its own: two spines with a label, as on a shelf.
fn icon_in(ground: Colour, ink: Colour) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\"><rect width=\"32\" height=\"32\" rx=\"7\" fill=\"{ground}\"/>\
         <path d=\"M9 7h6v18H9zM17 7h6v18h-6z\" fill=\"{ink}\"/><path d=\"M9 11h6v4H9zM17 17h6v4h-6z\" fill=\"{ground}\"/></svg>\n"
    )
}

#[cfg(test)]
mod tests {
    use super::{ResolvedTheme, ThemeError, ThemeParts};
    use crate::format::{Content, Document};
    use crate::source::ContentPath;

    fn parts(yaml: &str, css: &str) -> ThemeParts {
        let path = ContentPath::new("themes/harbour/theme.yaml").expect("a valid path");
        let file = match Document::read(path, Ok(yaml.as_bytes().to_vec())).content {
            Content::Theme(file) => Some(*file),
            _ => None,
        };
        let styles = vec![("theme.css".to_owned(), css.to_owned())];
        let files = [("fonts/a.woff2".to_owned(), vec![1]), ("logo.svg".to_owned(), vec![2])].into();
        ThemeParts { file, styles, files, ..ThemeParts::default() }
    }

    #[test]
    fn a_theme_of_css_alone_keeps_the_colours_of_the_default() {
        let theme = ResolvedTheme::new(ThemeParts { file: None, ..parts("", "h1 { color: var(--accent); }") }).expect("a look");
        assert_eq!(theme.style, ResolvedTheme::default().style);
        assert!(theme.operator_style.is_some_and(|css| css.starts_with("@layer theme {")));
    }

    #[test]
    fn the_tab_takes_the_accent_until_a_theme_brings_its_own_icon() {
        let theme = ResolvedTheme::new(parts("accent: '#0a5a49'\n", "")).expect("a look");
        assert!(String::from_utf8_lossy(&theme.pictures.icon.1).contains("#0a5a49"));
        let own = ResolvedTheme::new(parts("accent: '#0a5a49'\nfavicon: logo.svg\n", "")).expect("a look");
        assert_eq!(own.pictures.icon, ("logo.svg".to_owned(), vec![2]));
    }

    #[test]
    fn a_file_named_by_a_theme_must_be_in_its_folder() {
        let wrong = |yaml, css| ResolvedTheme::new(parts(yaml, css)).expect_err("something is missing");
        let missing = |from: &str, file: &str| ThemeError::Missing { from: from.to_owned(), file: file.to_owned() };
        assert_eq!(wrong("accent: '#0a5a49'\nlogo: lgo.svg\n", ""), missing("theme.yaml", "lgo.svg"));
        assert_eq!(wrong("accent: '#0a5a49'\nfont: b.woff2\n", ""), missing("theme.yaml", "b.woff2"));
        assert_eq!(wrong("accent: '#0a5a49'\n", "a { background: url( 'x.png' ) }"), missing("theme.css", "x.png"));
        assert!(matches!(wrong("accent: '#0a5a49'\n", "a { background: url(https://a.example/x.png) }"), ThemeError::Elsewhere { .. }));
        let valid = "@font-face { src: url(\"./fonts/a.woff2\") } a { mask: url(#m); background: url(data:image/png;base64,AA) }";
        assert_eq!(ResolvedTheme::new(parts("accent: '#0a5a49'\n", valid)).expect("a look").files.len(), 1);
    }
}
