//! Whatever keeps a site from being built is found by `check`, all at once.

use std::fs;
use std::path::Path;

use crate::support::{demo_copy, pressmark, printed};

/// A fault: the files that make it, or a setting, and what both commands say of it.
struct Fault {
    files: &'static [(&'static str, &'static str)],
    settings: &'static str,
    said: &'static [&'static str],
}

const HARBOUR: &str = "theme: harbour\n";
const COLOURS: &str = "accent: \"#0a5a49\"\n";

const FAULTS: [Fault; 14] = [
    Fault { files: &[], settings: "theme: leger\n", said: &["unknown theme `leger`", "content/catalogue.yaml:", "did you mean `ledger`?"] },
    Fault { files: &[("themes/harbour/notes.txt", "")], settings: HARBOUR, said: &["unknown theme `harbour`"] },
    Fault {
        files: &[("themes/harbour/theme.yaml", "accent: \"#0a5a49\"\nlogo: lgo.svg\nfont: a.woff2\n")],
        settings: HARBOUR,
        said: &["`lgo.svg` is not in the theme's folder", "themes/harbour/theme.yaml:2:7", "`a.woff2` is not"],
    },
    Fault {
        files: &[("themes/harbour/theme.css", "a { background: url(x.png) }\nb { background: url(https://a.example/y.png) }\n")],
        settings: HARBOUR,
        said: &["`x.png` is not", "themes/harbour/theme.css:1:21", "`https://a.example/y.png` is on another server"],
    },
    Fault {
        files: &[("themes/harbour/theme.yaml", "accent: \"#2bb59b\"\n")],
        settings: HARBOUR,
        said: &["contrast-too-low", "`contrast: fix` uses the nearest colour"],
    },
    Fault { files: &[("themes/harbour/theme.yaml", "acent: 1\n")], settings: HARBOUR, said: &["unknown key `acent`"] },
    Fault {
        files: &[("themes/harbour/theme.yaml", COLOURS), ("themes/harbour/templates/home.html", "{% if x %}\n")],
        settings: HARBOUR,
        said: &["template-broken", "themes/harbour/templates/home.html:"],
    },
    Fault {
        files: &[("templates/home.html", "{{ 1 | nofilter }}\n"), ("templates/app.html", "\n{{ <nothing/> }}\n")],
        settings: "",
        said: &["templates/home.html:1:8", "nofilter", "templates/app.html:2:4"],
    },
    Fault {
        files: &[("templates/rule.html", "{{ rule.idd }}\n")],
        settings: "",
        said: &["no page has a variable `rule.idd`", "templates/rule.html:1:9", "did you mean `rule.id`?"],
    },
    Fault {
        files: &[("templates/home.html", "{% extends \"base.html\" %}{% block main %}{{ site.title + 1 }}{% endblock %}\n")],
        settings: "",
        said: &["requires both operands to be numbers", "templates/home.html:1:"],
    },
    Fault { files: &[("templates/share.svg", "<p>\n")], settings: "", said: &["templates/share.svg", "does not produce an image"] },
    Fault { files: &[], settings: "base_url: here\n", said: &["`here`", "content/catalogue.yaml:"] },
    Fault { files: &[], settings: "title: [\n", said: &["content/catalogue.yaml:"] },
    Fault {
        files: &[("themes/harbour/theme.css", "@import \"https://a.example/x.css\";\n@import url(//b.example/y.css);\n")],
        settings: HARBOUR,
        said: &[
            "`https://a.example/x.css` is on another server",
            "themes/harbour/theme.css:1:10",
            "`//b.example/y.css` is on another server",
            "themes/harbour/theme.css:2:13",
        ],
    },
];

fn write(scratch: &Path, fault: &Fault) {
    for (name, text) in fault.files {
        let place = scratch.join(name);
        fs::create_dir_all(place.parent().expect("a folder")).expect("a folder");
        fs::write(place, text).expect("a file");
    }
    let settings = scratch.join("content/catalogue.yaml");
    let key = fault.settings.split(':').next().unwrap_or_default();
    let text = fs::read_to_string(&settings).expect("the settings");
    let others = text.lines().filter(|line| key.is_empty() || !line.starts_with(&format!("{key}:"))).map(|line| format!("{line}\n"));
    fs::write(settings, others.collect::<String>() + fault.settings).expect("a file");
}

#[test]
fn whatever_stops_a_build_is_found_by_check() {
    for fault in FAULTS {
        let (scratch, _) = demo_copy();
        write(scratch.path(), &fault);
        for command in ["check", "build"] {
            let output = pressmark(scratch.path(), &[command]);
            let text = printed(&output);
            let is_settings = fault.settings.starts_with("base_url") || fault.settings.starts_with("title");
            assert_eq!(output.status.code(), Some(if command == "build" && is_settings { 2 } else { 1 }), "{:?}\n{text}", fault.files);
            for part in fault.said {
                assert!(text.contains(part), "{command} does not say {part}:\n{text}");
            }
        }
        assert!(!scratch.path().join("public").exists(), "nothing is written");
    }
}

#[test]
fn everything_that_stops_a_build_is_in_one_report() {
    let (scratch, content) = demo_copy();
    write(scratch.path(), &FAULTS[2]);
    write(scratch.path(), &FAULTS[7]);
    fs::write(content.join("listings/slack-messages/listing.yaml"), "naem: x\n").expect("a file");
    let output = pressmark(scratch.path(), &["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("one JSON document");
    let paths: Vec<&str> = report["findings"].as_array().expect("a list").iter().filter_map(|found| found["path"].as_str()).collect();
    for path in ["themes/harbour/theme.yaml", "templates/home.html", "templates/app.html", "content/listings/slack-messages/listing.yaml"] {
        assert!(paths.contains(&path), "{path} is missing in {paths:?}");
    }
}

#[test]
fn theme_check_and_build_agree_about_contrast() {
    let (scratch, content) = demo_copy();
    let settings = content.join("catalogue.yaml");
    fs::write(&settings, fs::read_to_string(&settings).expect("settings") + HARBOUR).expect("a file");
    let file = scratch.path().join("themes/harbour/theme.yaml");
    fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
    for (theme, code) in [
        ("accent: \"#08705e\"\n", 1),
        ("accent: \"#08705e\"\ncontrast: aa\n", 0),
        ("accent: \"#2bb59b\"\ncontrast: aa\n", 1),
        ("accent: \"#2bb59b\"\ncontrast: fix\n", 0),
    ] {
        fs::write(&file, theme).expect("a file");
        for args in [&["check"][..], &["build"], &["theme", "check"]] {
            let output = pressmark(scratch.path(), args);
            assert_eq!(output.status.code(), Some(code), "{args:?} {theme}\n{}", printed(&output));
        }
    }
}
