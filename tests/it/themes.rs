//! The themes that ship keep the promises that an operator's theme is judged by, and an operator's folder does what the manual says.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pressmark::format::{Colour, Content};
use pressmark::render::{ResolvedTheme, ThemeParts, built_in_document};
use pressmark::theme::{ROLES, Seeds, built_in, built_in_names, faults};
use serde_json::Value;

use crate::support::{demo_copy, pressmark, printed, root};

/// The built-in theme `name`.
fn look(name: &str) -> ResolvedTheme {
    let file = match built_in_document(name).map(|document| document.content) {
        Some(Content::Theme(file)) => Some(*file),
        _ => None,
    };
    let own = built_in(name).filter(|(file, _)| file.ends_with(".css") && name != "default");
    let styles = own.map(|(file, text)| (file.to_owned(), text.to_owned())).collect();
    ResolvedTheme::new(ThemeParts { file, styles, ..ThemeParts::default() }).expect("a theme that ships")
}

/// All of its CSS without comments.
fn css(look: &ResolvedTheme) -> String {
    let all = format!("{}{}", look.style, look.operator_style.as_deref().unwrap_or_default());
    all.split("/*")
        .enumerate()
        .map(|(n, part)| if n == 0 { part } else { part.split_once("*/").map_or("", |(_, behind)| behind) })
        .collect()
}

/// Every file of `folder` whose name ends in `ending`.
fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The words at the beginning of each part of `text` behind `mark`.
fn names_behind<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let name = |part: &'a str| part.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default();
    text.split(mark).skip(1).map(name).filter(|name| !name.is_empty()).collect()
}

#[test]
fn every_shipped_theme_describes_itself_and_can_be_read_in_both_schemes() {
    assert!(built_in_names().len() > 1, "{:?}", built_in_names());
    for name in built_in_names() {
        let document = built_in_document(name).unwrap_or_else(|| panic!("{name} has no theme.yaml"));
        assert_eq!(document.problems, [], "{name}");
        let Content::Theme(file) = &document.content else { panic!("{name} is no theme") };
        assert!(file.description.get().is_some(), "{name} does not say what it looks like");
        assert_eq!(faults(&Seeds::from_file(file).expect("an accent")), [], "{name}");
    }
}

#[test]
fn every_role_is_defined_for_both_schemes_in_every_shipped_theme() {
    for name in built_in_names() {
        let css = css(&look(name));
        let hues = (0..16).map(|n| format!("hue-{n}"));
        for role in ROLES.iter().map(|role| role.name.to_owned()).chain(hues).filter(|role| role != "focus") {
            let value = css.split(&format!("--{role}: ")).nth(1).unwrap_or_else(|| panic!("{name} does not define --{role}"));
            assert!(value.starts_with("light-dark(#"), "{name}: --{role}: {}", value.lines().next().unwrap_or_default());
        }
    }
}

#[test]
fn every_property_that_a_rule_takes_is_defined_somewhere() {
    for name in built_in_names() {
        let css = css(&look(name));
        let defined: BTreeSet<&str> =
            css.split([';', '{', '}']).filter_map(|part| Some(part.trim().strip_prefix("--")?.split_once(':')?.0)).collect();
        // `var(--edge, …)` brings its own value.
        let taken = css.split("var(--").skip(1).filter_map(|part| part.split(')').next()).filter(|part| !part.contains(','));
        let missing: BTreeSet<&str> = taken.filter(|property| !defined.contains(property)).collect();
        assert_eq!(missing, BTreeSet::new(), "{name}");
    }
}

#[test]
fn no_stylesheet_contains_a_colour() {
    let mut wrong = Vec::new();
    for path in files(&root().join("themes"), "css") {
        let text = fs::read_to_string(&path).expect("a stylesheet");
        for (n, line) in text.lines().enumerate() {
            // What is before a brace is a selector, where `#` names an element.
            let values = line.split(['{', ';']).skip(usize::from(line.contains('{'))).collect::<String>();
            let is_hex = names_behind(&values, "#").iter().any(|name| name.len() >= 3 && name.bytes().all(|byte| byte.is_ascii_hexdigit()));
            let functions = ["rgb(", "rgba(", "hsl(", "hwb(", "lab(", "lch(", "light-dark("];
            let names = [": white", ": black", " white;", " black;", " red;", " gray", " grey"];
            if is_hex || functions.iter().chain(&names).any(|word| values.contains(word)) {
                wrong.push(format!("{}:{}: {}", path.display(), n + 1, line.trim()));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "take a role: `var(--accent)`");
}

/// The parts of `text` between `open` and `close`, and what is around them with `stand_in` in their places.
fn without(text: &str, open: &str, close: &str, stand_in: &str) -> String {
    let mut parts = text.split(open);
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |out, part| out + stand_in + part.split_once(close).map_or("", |(_, behind)| behind))
}

#[test]
fn every_class_in_templates_and_scripts_is_styled() {
    let css = css(&look("default"));
    let styled = names_behind(&css, ".");
    let mut unknown = BTreeMap::new();
    let mut meet = |word: &str, path: &Path| {
        let known = match word.split_once('*') {
            Some((start, end)) => styled.iter().any(|name| name.starts_with(start) && name.ends_with(end) && name.len() > start.len()),
            None => styled.contains(word),
        };
        if !known && !HOOKS.contains(&word) {
            unknown.insert(word.to_owned(), path.display().to_string());
        }
    };
    for path in files(&root().join("templates"), "html") {
        let text = fs::read_to_string(&path).expect("a template");
        let text = without(&without(&without(&text, "{#", "#}", ""), "{%", "%}", " "), "{{", "}}", "*");
        let classes = text.split("class=\"").skip(1).filter_map(|part| part.split('"').next());
        classes.flat_map(str::split_whitespace).for_each(|word| meet(word, &path));
    }
    for path in files(&root().join("templates/js"), "js") {
        let text = fs::read_to_string(&path).expect("a script");
        // `h("a.chip", …)`, where a value in a template string can be any.
        let is_call = |at: usize| !text[..at].ends_with(|c: char| c.is_alphanumeric());
        let made = text.match_indices("h(").filter(|(at, _)| is_call(*at)).filter_map(|(at, call)| {
            let part = &text[at + call.len()..];
            let quote = part.chars().next().filter(|c| matches!(c, '"' | '`'))?;
            part[1..].split(quote).next()
        });
        for name in made.filter(|name| !name.contains([' ', '\n'])) {
            // What a class ends with may be added after the string.
            let name = without(name, "${", "}", "*");
            name.split('.').skip(1).for_each(|word| meet(&if word.ends_with('-') { format!("{word}*") } else { word.to_owned() }, &path));
        }
    }
    assert_eq!(unknown, BTreeMap::new(), "style it, or list it as a hook");
}

/// Classes that no rule of the default theme needs: a theme or a script may.
const HOOKS: [&str; 1] = ["failed"];

#[test]
fn theme_check_prints_every_pair_and_says_so_by_its_exit_code() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    for name in built_in_names() {
        let output = pressmark(scratch.path(), &["theme", "check", name]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", printed(&output));
    }
    theme(scratch.path(), "pale", &[("theme.yaml", "accent: \"#2bb59b\"\n")]);
    let output = pressmark(scratch.path(), &["theme", "check", "pale", "--json"]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    let table: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let rows = table["pairs"].as_array().expect("pairs");
    let failing: Vec<_> = rows.iter().filter(|row| row["passes"] == false).collect();
    assert!(rows.len() > 80 && failing.len() > 3 && table["passes"] == false, "{} of {}", failing.len(), rows.len());
    assert!(failing.iter().all(|row| row["scheme"] == "light" && row["ratio"].as_f64() < row["bound"].as_f64()));

    let text = printed(&pressmark(scratch.path(), &["theme", "check", "pale"]));
    assert!(text.contains("FAIL") && text.contains("pairs fail") && text.contains("themes/pale/theme.yaml:1:9"), "{text}");
}

#[test]
fn theme_check_ends_with_a_verdict_about_everything() {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    theme(scratch.path(), "harbour", &[("theme.yaml", "accent: \"#0a5a49\"\nlogo: logo.svg\n")]);
    let output = pressmark(scratch.path(), &["theme", "check", "harbour"]);
    let text = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{text}");
    assert!(text.find("`logo.svg` is not in the theme's folder") < text.find("Contrast of the theme"), "{text}");
    assert!(text.ends_with("\nevery pair passes, but the theme has 1 error, which would stop a build\n"), "{text}");
}

/// Writes a theme beside the content folder in `folder`.
fn theme(folder: &Path, name: &str, files: &[(&str, &str)]) {
    for (file, text) in files {
        let path = folder.join("themes").join(name).join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    }
}

/// Builds the demo in `folder` with `args`: its exit code, what was printed, and the text of the page and of its stylesheets.
fn build(folder: &Path, args: &[&str]) -> (Option<i32>, String, String) {
    let output = pressmark(folder, &[&["build", "--today", "2026-12-01"], args].concat());
    let page = fs::read_to_string(folder.join("public/index.html")).unwrap_or_default();
    let assets = folder.join("public/assets");
    let sheets: String = match assets.is_dir() {
        true => files(&assets, "css").iter().map(|path| fs::read_to_string(path).expect("a stylesheet")).collect(),
        false => String::new(),
    };
    (output.status.code(), printed(&output), page + &sheets)
}

#[test]
fn a_build_refuses_a_theme_that_cannot_be_read_and_names_the_nearest_colour_that_can() {
    let (scratch, _) = demo_copy();
    theme(scratch.path(), "pale", &[("theme.yaml", "accent: \"#2bb59b\"\n")]);
    let (code, said, _) = build(scratch.path(), &["--theme", "pale"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("`accent` `#2bb59b` gives `--accent` on the panel of a listing a contrast of 2.")
            && said.contains("which needs 7 to 1"),
        "{said}"
    );
    let nearest = said.split("the nearest value that passes is `").nth(1).and_then(|rest| rest.split('`').next()).expect("a colour");
    assert!(Colour::parse(nearest).is_some() && !scratch.path().join("public").exists(), "{said}");

    theme(scratch.path(), "pale", &[("theme.yaml", &format!("accent: \"{nearest}\"\n"))]);
    let (code, said, _) = build(scratch.path(), &["--theme", "pale"]);
    assert_eq!(code, Some(0), "{said}");

    theme(scratch.path(), "pale", &[("theme.yaml", "accent: \"#2bb59b\"\ncontrast: fix\n")]);
    let (code, said, site) = build(scratch.path(), &["--theme", "pale"]);
    assert!(code == Some(0) && said.contains("contrast-adjusted") && said.contains(&format!("`{nearest}` is used instead")), "{said}");
    assert!(site.contains(&format!("--accent: light-dark({nearest}, ")), "the site is in the colour that was named");
}

#[test]
fn a_theme_may_be_css_alone_or_seeds_alone_and_keeps_the_rest() {
    let (scratch, content) = demo_copy();
    theme(scratch.path(), "plain", &[("theme.css", "h1 { color: var(--accent); }\n")]);
    let (code, said, site) = build(scratch.path(), &["--theme", "plain"]);
    assert!(code == Some(0) && site.contains("@layer theme {\nh1 {") && site.contains("--bg: light-dark(#ffffff,"), "{said}");

    theme(scratch.path(), "paper", &[("theme.yaml", "accent: \"#004d3c\"\nneutral_chroma: 0.03\nneutral_hue: 85\nscheme: light\n")]);
    let settings = content.join("catalogue.yaml");
    fs::write(&settings, fs::read_to_string(&settings).expect("settings") + "theme: paper\n").expect("a file");
    let (code, said, site) = build(scratch.path(), &[]);
    assert!(code == Some(0) && !site.contains("@layer theme {"), "{said}");
    assert!(site.contains("color-scheme: light;") && site.contains(".theme-button { display: none; }"));
    let bg = site.split("--bg: light-dark(").nth(1).and_then(|rest| rest.split(',').next()).expect("the page's colour");
    assert_ne!(bg, "#ffffff");
    assert_eq!(
        site.matches(&format!("<meta name=\"theme-color\" content=\"{bg}\"")).count(),
        2,
        "the browser's frame has the colour of the page"
    );
}

#[test]
fn a_theme_in_the_content_folder_is_checked_with_the_content() {
    let (scratch, content) = demo_copy();
    fs::create_dir_all(content.join("themes/reef")).expect("a folder");
    fs::write(content.join("themes/reef/theme.yaml"), "accent: #0a5a49\nradis: 3\n").expect("a file");
    let said = printed(&pressmark(scratch.path(), &["check", "--today", "2026-12-01"]));
    assert!(said.contains("content/themes/reef/theme.yaml:1:9") && said.contains("what follows it is a comment"), "{said}");
    assert!(said.contains("did you mean `radius`?"), "{said}");
    fs::write(content.join("themes/reef/theme.yaml"), "accent: \"#0a5a49\"\n").expect("a file");
    let (code, said, site) = build(scratch.path(), &["--theme", "reef"]);
    assert!(code == Some(0) && site.contains("light-dark(#0a5a49"), "{said}");
}

#[test]
fn fonts_and_pictures_of_a_theme_are_published_under_names_that_change_with_their_bytes() {
    let (scratch, _) = demo_copy();
    let logo = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 60 20\"><path d=\"M0 0h60v20H0z\"/></svg>";
    let yaml = "accent: \"#0a5a49\"\nlogo: logo.svg\nfavicon: icons/tab.svg\nfont: fonts/a.woff2\n";
    let css = ".hero { background: url(paper.svg); } .call { background: url('./paper.svg'); }\n";
    theme(
        scratch.path(),
        "harbour",
        &[
            ("theme.yaml", yaml),
            ("theme.css", css),
            ("logo.svg", logo),
            ("icons/tab.svg", logo),
            ("paper.svg", logo),
            ("fonts/a.woff2", "a font"),
            ("unused.svg", logo),
        ],
    );
    let (code, said, site) = build(scratch.path(), &["--theme", "harbour"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(site.contains("width=\"84\" height=\"28\""), "the logo has the shape of its file");
    for (before, behind) in [
        ("url(\"paper.", ".svg\")"),
        ("url(\"a.", ".woff2\")"),
        ("/assets/logo.", ".svg\""),
        ("rel=\"icon\" href=\"/assets/icon.", ".svg\""),
    ] {
        let name = site.split(before).nth(1).and_then(|rest| rest.split(behind).next()).unwrap_or_else(|| panic!("{before}"));
        assert_eq!(name.len(), 10, "{before}{name}{behind}");
        let file = format!("{}{name}{}", before.rsplit(['"', '/']).next().unwrap_or_default(), behind.trim_end_matches(['"', ')']));
        assert!(scratch.path().join("public/assets").join(&file).is_file(), "{file}");
    }
    assert!(!said.contains("unused") && site.matches("paper.").count() == 2);
    theme(scratch.path(), "harbour", &[("theme.css", ".hero { background: url(papr.svg); }\n")]);
    let (code, said, _) = build(scratch.path(), &["--theme", "harbour"]);
    assert!(code == Some(1) && said.contains("`papr.svg` is not in the theme's folder"), "{said}");
    assert!(said.contains("themes/harbour/theme.css:1:25") && said.contains("did you mean `paper.svg`?"), "{said}");
}

#[test]
fn a_single_template_is_replaced_and_a_broken_one_is_named_with_its_file_and_line() {
    let (scratch, _) = demo_copy();
    let badge = |text: &str| format!("{{% component badge(badge) -%}}\n{text}\n{{%- endcomponent badge %}}\n");
    let part = "templates/components/badge.html";
    theme(scratch.path(), "harbour", &[(part, &badge("<em class=\"mine\">{{ badge.label }}</em>"))]);
    let (code, said, site) = build(scratch.path(), &["--theme", "harbour"]);
    assert!(code == Some(0) && site.contains("<em class=\"mine\">On request</em>") && site.contains("class=\"site-header\""), "{said}");

    theme(scratch.path(), "harbour", &[(part, &badge("<em>{{ badge.label </em>"))]);
    for args in [["build", "--theme", "harbour"], ["theme", "check", "harbour"]] {
        let output = pressmark(scratch.path(), &args);
        assert_eq!(output.status.code(), Some(1));
        assert!(printed(&output).contains("themes/harbour/templates/components/badge.html:2:"), "{}", printed(&output));
    }
    theme(scratch.path(), "harbour", &[(part, &badge("<em>{{ badge.labl }}</em>")), ("templates/hoem.html", "x")]);
    let (code, said, _) = build(scratch.path(), &["--theme", "harbour"]);
    assert!(code == Some(1) && said.contains("themes/harbour/templates/components/badge.html:2:") && said.contains("labl"), "{said}");

    fs::remove_file(scratch.path().join("themes/harbour").join(part)).expect("a file");
    let (code, said, _) = build(scratch.path(), &["--theme", "harbour"]);
    assert!(code == Some(0) && said.contains("themes/harbour/templates/hoem.html") && said.contains("did you mean `home.html`?"), "{said}");
}

#[test]
fn a_shipped_template_is_printed_or_written_into_a_theme() {
    let (scratch, _) = demo_copy();
    let name = "components/badge.html";
    let shipped = fs::read(root().join("templates").join(name)).expect("a template");
    let eject = |args: &[&str]| pressmark(scratch.path(), &[&["theme", "eject"], args].concat());
    assert_eq!(eject(&[name]).stdout, shipped);
    for args in [&[][..], &["hoem.html"], &["../home.html"]] {
        let output = eject(args);
        assert!(output.status.code() == Some(2) && printed(&output).contains("apps.html, base.html"), "{}", printed(&output));
    }
    assert!(printed(&eject(&["hoem.html"])).contains("there is no template `hoem.html`; did you mean `home.html`?"));

    theme(scratch.path(), "harbour", &[("theme.css", "h1 { margin: 0; }\n")]);
    let output = eject(&[name, "--theme", "harbour"]);
    assert_eq!(output.status.code(), Some(0), "{}", printed(&output));
    assert!(printed(&output).contains("wrote themes/harbour/templates/components/badge.html"), "{}", printed(&output));
    assert_eq!(fs::read(scratch.path().join("themes/harbour/templates").join(name)).expect("the template"), shipped);
    let (code, said, _) = build(scratch.path(), &["--theme", "harbour", "--strict"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(printed(&eject(&[name, "--theme", "harbour"])).contains("is there already"), "no work is lost");
    for theme in ["habour", "ledger", "themes/habour"] {
        let output = eject(&[name, "--theme", theme]);
        assert!(output.status.code() == Some(2) && printed(&output).contains(theme), "{}", printed(&output));
    }
}

#[test]
fn a_variable_that_no_page_has_is_named_with_its_file_and_line() {
    let (scratch, content) = demo_copy();
    let check = |args: &[&str]| pressmark(scratch.path(), &[&["theme", "check", "harbour"], args].concat());
    let tile = "{% component tile(item, eager: bool = false) %}{{ item.title }}{% endcomponent tile %}\n";
    let home = "{% extends \"base.html\" %}\n{% block main %}{% if home.tag %}{{ page.heading }}{% endif %}{% endblock main %}\n";
    theme(scratch.path(), "harbour", &[("templates/home.html", home), ("templates/components/tile.html", tile)]);
    let beside = content.parent().expect("a folder").join("templates");
    fs::create_dir_all(&beside).expect("a folder");
    fs::write(beside.join("rule.html"), "{{ rule.idd }}{{ site.title }}\n").expect("a file");
    let output = check(&[]);
    let said = printed(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    for told in [
        "no page has a variable `home.tag`\n",
        "themes/harbour/templates/home.html:2:28\n",
        "did you mean `home.tags`?",
        "no page has a variable `item.title`\n",
        "themes/harbour/templates/components/tile.html:1:56\n",
        "no page has a variable `rule.idd`\n",
        "templates/rule.html:1:9\n",
        "did you mean `rule.id`?",
    ] {
        assert!(said.contains(told), "{told}\n{said}");
    }
    let table: Value = serde_json::from_slice(&check(&["--json"]).stdout).expect("JSON");
    assert_eq!((table["unknown_variables"][1]["variable"].as_str(), &table["passes"]), (Some("home.tag"), &Value::Bool(false)));

    theme(
        scratch.path(),
        "harbour",
        &[
            ("templates/home.html", &home.replace("home.tag ", "home.tags ")),
            ("templates/components/tile.html", &tile.replace("title", "name")),
        ],
    );
    fs::remove_file(beside.join("rule.html")).expect("a file");
    assert_eq!(check(&[]).status.code(), Some(0), "{}", printed(&check(&[])));
}

#[test]
fn an_unknown_theme_is_reported_with_the_nearest_name() {
    let (scratch, content) = demo_copy();
    let (code, said, _) = build(scratch.path(), &["--theme", "leger"]);
    assert!(code == Some(2) && said.contains("unknown theme `leger`: did you mean `ledger`?"), "{said}");
    theme(scratch.path(), "harbour", &[("theme.css", "h1 { margin: 0; }\n")]);
    let settings = content.join("catalogue.yaml");
    fs::write(&settings, fs::read_to_string(&settings).expect("settings") + "theme: ../themes/harbour\n").expect("a file");
    let (code, said, _) = build(scratch.path(), &[]);
    assert!(code == Some(1) && said.contains("unknown theme `../themes/harbour`"), "{said}");
    // A person may name a folder. The settings are still wrong.
    let (code, said, _) = build(scratch.path(), &["--theme", "themes/harbour"]);
    assert!(code == Some(1) && said.contains("built 50 listings"), "{said}");
}

#[test]
fn a_new_theme_builds_unchanged_and_is_listed() {
    let (scratch, _) = demo_copy();
    let new = |name| pressmark(scratch.path(), &["theme", "new", name]);
    assert_eq!(new("reef").status.code(), Some(0));
    let (code, said, site) = build(scratch.path(), &["--theme", "reef", "--strict"]);
    assert!(code == Some(0) && site.contains("@layer theme {"), "{said}");
    let listed = printed(&pressmark(scratch.path(), &["theme", "list"]));
    for name in ["default ", "ledger ", "reef "] {
        assert!(listed.lines().any(|line| line.starts_with(name)), "{listed}");
    }
    for name in ["reef", "ledger", "Reef", "../reef"] {
        assert_eq!(new(name).status.code(), Some(2), "{name}");
    }
}

#[test]
fn the_manual_lists_every_role_with_its_task() {
    let page = fs::read_to_string(root().join("content/pages/manual-themes.md")).expect("the manual");
    for role in ROLES {
        let row = format!("| `--{}` | {} |", role.name, role.purpose);
        assert!(page.contains(&row), "the manual lacks `{row}`");
    }
}
