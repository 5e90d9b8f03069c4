//! A catalogue of any size, the same for the same size: about 1.5 KB of YAML and 2.7 KB of Markdown a listing.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const WORDS: [&str; 48] = [
    "order",
    "invoice",
    "refund",
    "customer",
    "ledger",
    "ticket",
    "message",
    "row",
    "table",
    "batch",
    "field",
    "event",
    "stream",
    "report",
    "price",
    "stock",
    "shipment",
    "payment",
    "contact",
    "deal",
    "note",
    "file",
    "folder",
    "user",
    "group",
    "queue",
    "webhook",
    "schedule",
    "region",
    "mapping",
    "export",
    "import",
    "archive",
    "alert",
    "digest",
    "summary",
    "draft",
    "approval",
    "label",
    "channel",
    "quote",
    "budget",
    "project",
    "task",
    "form",
    "record",
    "catalogue",
    "warehouse",
];

/// xorshift64* (Vigna 2016): small, and the same everywhere.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).expect("31 bits") % n
    }

    fn words(&mut self, n: usize) -> String {
        (0..n).map(|_| WORDS[self.roll(WORDS.len())]).collect::<Vec<_>>().join(" ")
    }

    fn sentence(&mut self, n: usize) -> String {
        let words = self.words(n);
        words[..1].to_uppercase() + &words[1..]
    }
}

/// Writes `n` listings with their vocabulary below `folder`.
pub fn write(n: usize, folder: &Path) {
    let put = |path: String, text: String| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
    };
    let (n_apps, n_publishers) = (n / 40 + 1, n / 25 + 1);
    put("catalogue.yaml".into(), "title: Synthetic\nbase_url: https://synthetic.example/\ninstall: {url_template: \"https://app.example/{slug}\"}\nregions: [{id: us, label: United States}, {id: eu, label: Europe}]\nagreement: {current: \"1\"}\n".into());
    put("agreements/1.md".into(), "## Terms\n\nBe fair.\n".into());
    put(
        "tags.yaml".into(),
        (0..24).map(|tag| format!("- {{id: tag-{tag}, label: Tag {tag}, description: Listings of kind {tag}.}}\n")).collect(),
    );
    for app in 0..n_apps {
        put(
            format!("apps/app-{app}.yaml"),
            format!("name: App {app}\nwebsite: https://app{app}.example/\ndescription: The app of number {app}.\n"),
        );
    }
    for publisher in 0..n_publishers {
        put(
            format!("publishers/publisher-{publisher}.yaml"),
            format!("name: Publisher {publisher}\nurl: https://publisher{publisher}.example/\n"),
        );
    }
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for number in 0..n {
        put(format!("listings/listing-{number}/listing.yaml"), listing(number, n_apps, n_publishers, &mut dice));
        put(format!("listings/listing-{number}/README.md"), readme(&mut dice));
    }
}

fn listing(number: usize, n_apps: usize, n_publishers: usize, dice: &mut Dice) -> String {
    let tag = dice.roll(24);
    let mut text = format!(
        "name: {} {number}\napp: App {}\nsummary: {}.\npublisher: publisher-{}\ntags: [tag-{tag}, tag-{}]\nsource: open\nsource_url: https://git.example/listing-{number}\nsupport:\n  email: help@publisher.example\nversions:\n",
        dice.sentence(2),
        dice.roll(n_apps),
        dice.sentence(12),
        dice.roll(n_publishers),
        (tag + 1 + dice.roll(23)) % 24,
    );
    let n_versions = 3 + dice.roll(6);
    let (year, month) = (2018 + dice.roll(8), 1 + dice.roll(3));
    for version in (0..n_versions).rev() {
        let notes = dice.sentence(9);
        write!(text, "  - version: 1.{version}.0\n    date: {year}-{:02}-{:02}\n    notes: {notes}.\n", month + version, 1 + dice.roll(28))
            .expect("memory");
    }
    text.push_str("regions: [us, eu]\noperations:\n");
    for kind in ["triggers", "actions"] {
        writeln!(text, "  {kind}:").expect("memory");
        for _ in 0..3 {
            writeln!(text, "    - {{name: {}, summary: {}}}", dice.sentence(2), dice.sentence(7)).expect("memory");
        }
    }
    text.push_str("license: MIT\nagreement: {version: \"1\", accepted_by: Publisher, accepted_on: 2026-01-10}\n");
    text
}

fn readme(dice: &mut Dice) -> String {
    let mut text = format!("{}.\n", dice.sentence(40));
    for heading in ["What it does", "Setup", "Limits", "Troubleshooting"] {
        write!(text, "\n## {heading}\n\n{}.\n\n- {}\n- {}\n", dice.sentence(45), dice.words(6), dice.words(6)).expect("memory");
    }
    write!(
        text,
        "\n| Field | Meaning |\n| --- | --- |\n| {} | {} |\n| {} | {} |\n",
        dice.words(1),
        dice.words(5),
        dice.words(1),
        dice.words(5)
    )
    .expect("memory");
    write!(text, "\n> [!NOTE]\n> {}.\n\n```yaml\nkey: {}\n```\n\n{}.\n", dice.sentence(20), dice.words(1), dice.sentence(60))
        .expect("memory");
    text
}
