//! Contributed images on the way to a visitor: small, upright, without what they tell about their author; and hostile ones that stop no one.

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use image::codecs::gif::GifEncoder;
use image::{DynamicImage, Frame, ImageFormat, Rgba, RgbaImage};

use crate::support::{pressmark, printed};

const SECRET: &[u8] = b"52.5200N 13.4050E";

/// Something like a photograph: no two neighbours alike.
fn photograph(width: u32, height: u32) -> RgbaImage {
    RgbaImage::from_fn(width, height, |x, y| {
        let noise = ((x / 3).wrapping_mul(2_654_435_761) ^ (y / 3).wrapping_mul(40_503)).wrapping_mul(2_246_822_519) >> 29;
        let at = |of: u32| u8::try_from((of * 255 / (width + height) + noise).min(255)).expect("a byte");
        Rgba([at(x), at(y), at(x + y), 255])
    })
}

fn encoded(image: &RgbaImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let image = DynamicImage::ImageRgba8(image.clone());
    let image = if format == ImageFormat::Jpeg { DynamicImage::ImageRgb8(image.into_rgb8()) } else { image };
    image.write_to(&mut bytes, format).expect("an encoded image");
    bytes.into_inner()
}

/// A JPEG that a camera held on its side has written, with the place in it.
fn camera(image: &RgbaImage) -> Vec<u8> {
    let mut exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    exif.extend(SECRET);
    let length = u16::try_from(exif.len() + 2).expect("a short segment").to_be_bytes();
    let jpeg = encoded(image, ImageFormat::Jpeg);
    [&jpeg[..2], &[0xff, 0xe1], &length, &exif, &jpeg[2..]].concat()
}

/// A PNG with a chunk after its header.
fn with_chunk(png: &[u8], name: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let body = [name.as_slice(), data].concat();
    let length = u32::try_from(data.len()).expect("a length").to_be_bytes();
    [&png[..33], &length, &body, &crc(&body).to_be_bytes(), &png[33..]].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    })
}

/// A PNG of these sides whose pixels are `data`, whatever that is; 16 bits a channel with alpha.
fn png_of(width: u32, height: u32, data: &[u8]) -> Vec<u8> {
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[16, 6, 0, 0, 0]].concat();
    for (name, data) in [(b"IHDR", &header[..]), (b"IDAT", data), (b"IEND", &[])] {
        let body = [name.as_slice(), data].concat();
        png.extend(u32::try_from(data.len()).expect("a length").to_be_bytes());
        png.extend(&body);
        png.extend(crc(&body).to_be_bytes());
    }
    png
}

fn film() -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = GifEncoder::new(&mut bytes);
    for shade in [0, 255] {
        encoder.encode_frame(Frame::new(RgbaImage::from_pixel(64, 48, Rgba([shade, shade, shade, 255])))).expect("a frame");
    }
    drop(encoder);
    bytes
}

fn put(content: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = content.join(path);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

fn listing(content: &Path, slug: &str, more: &str) {
    let name: String = slug.split('-').map(|word| word[..1].to_uppercase() + &word[1..] + " ").collect();
    let text = format!(
        "name: {}\napp: Slack\nsummary: Does {slug} for you.\npublisher: acme\ntags: [chat]\ninstall: {{url: https://acme.example/{slug}}}\n\
         support: {{email: help@acme.example}}\n{more}",
        name.trim()
    );
    put(content, &format!("listings/{slug}/listing.yaml"), text);
}

/// A catalogue to put images into.
fn catalogue() -> tempfile::TempDir {
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let content = scratch.path().join("content");
    put(&content, "catalogue.yaml", "title: Test\nbase_url: https://test.example/base/\n");
    put(&content, "tags.yaml", "- {id: chat, label: Chat}\n");
    put(&content, "apps/slack.yaml", "name: Slack\n");
    put(&content, "publishers/acme.yaml", "name: Acme\n");
    scratch
}

/// Builds into `out` with the cache that is beside it.
fn build(scratch: &Path, out: &str, more: &[&str]) -> (BTreeMap<String, Vec<u8>>, String) {
    let mut args = vec!["build", "--today", "2026-12-01", "--out", out];
    args.extend(if more.is_empty() { &["--cache", "cache"] } else { more });
    let output = pressmark(scratch, &args);
    let said = printed(&output);
    assert!(matches!(output.status.code(), Some(0 | 1)), "{said}");
    assert!(scratch.join(out).join("listings/sound-waves/index.html").exists(), "the sound listing is left out\n{said}");
    let mut files = BTreeMap::new();
    collect(&scratch.join(out), "", &mut files);
    (files, said)
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let entry = entry.expect("an entry");
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("a file"));
        }
    }
}

/// The addresses of images that a page names, below the root.
fn images(page: &[u8]) -> Vec<String> {
    let page = String::from_utf8_lossy(page);
    page.split("/base/images/").skip(1).map(|rest| format!("images/{}", rest.split(['"', ' ']).next().unwrap_or_default())).collect()
}

/// A catalogue with one listing that shows pictures of every kind, the largest of them `width` pixels wide.
fn gallery(width: u32) -> tempfile::TempDir {
    let scratch = catalogue();
    let content = scratch.path().join("content");
    listing(
        &content,
        "sound-waves",
        "screenshots:\n- {file: screenshots/wide.png, alt: A wide table}\n- {file: screenshots/upright.jpg, alt: A room}\n",
    );
    let of = |name: &str| format!("listings/sound-waves/{name}");
    let logo = RgbaImage::from_fn(512, 512, |x, y| Rgba([200, 30, 60, if (x / 40 + y / 40) % 2 == 0 { 255 } else { 0 }]));
    put(&content, &of("icon.png"), with_chunk(&encoded(&logo, ImageFormat::Png), b"tEXt", &[b"Author\0", SECRET].concat()));
    put(&content, &of("screenshots/wide.png"), encoded(&photograph(width, width / 2), ImageFormat::Png));
    put(&content, &of("screenshots/upright.jpg"), camera(&photograph(600, 300)));
    put(&content, &of("film.gif"), film());
    put(&content, &of("dot.png"), encoded(&RgbaImage::from_pixel(2, 2, Rgba([1, 2, 3, 255])), ImageFormat::Png));
    put(
        &content,
        &of("drawing.svg"),
        [b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'><!-- ", SECRET, b" --><path d='M0 0h8v8z'/></svg>"].concat(),
    );
    put(
        &content,
        &of("README.md"),
        "# What\n\n![A film](film.gif) ![A dot](dot.png) ![A drawing](drawing.svg) [see](screenshots/wide.png)\n",
    );
    scratch
}

#[test]
fn images_are_small_upright_and_without_metadata() {
    let scratch = gallery(2400);
    let (files, said) = build(scratch.path(), "public", &[]);
    let page = String::from_utf8_lossy(&files["listings/sound-waves/index.html"]).into_owned();
    let shown = images(page.as_bytes());
    for path in &shown {
        assert!(files.contains_key(path), "{path} is named and not there\n{said}");
    }
    for (path, bytes) in &files {
        assert!(!bytes.windows(SECRET.len()).any(|part| part == SECRET), "{path} tells where its author was");
    }
    // What was contributed is not published beside what was made of it; only what moves is.
    let given: Vec<_> = files
        .keys()
        .filter(|path| path.starts_with("listings/") && !path.ends_with("html") && !path.ends_with("json") && !path.ends_with("/badge.svg"))
        .collect();
    assert_eq!(given, ["listings/sound-waves/film.gif"]);
    assert!(
        page.contains("<a href=\"/base/listings/sound-waves/film.gif\"><img src=\"/base/images/") || page.contains("film.gif\"><picture>"),
        "{page}"
    );
    // Every picture has its size; the one from the camera stands upright.
    for image in page.split("<img ").skip(1).map(|rest| rest.split('>').next().unwrap_or_default()) {
        assert!(image.contains(" width=\"") && image.contains(" height=\"") && image.contains(" alt=\""), "{image}");
    }
    assert!(page.contains("width=\"640\" height=\"320\"") && page.contains("width=\"300\" height=\"600\""), "{page}");
    assert!(page.contains("<source type=\"image/webp\" srcset=\"/base/images/"), "{page}");
    for (path, bytes) in files.iter().filter(|(path, _)| path.starts_with("images/")) {
        let most = if path.contains("-96.") {
            10_000
        } else if path.contains("-640.webp") {
            80_000
        } else {
            500_000
        };
        assert!(bytes.len() <= most, "{path} has {} bytes", bytes.len());
    }
}

#[test]
fn nothing_is_made_larger_than_it_was() {
    let scratch = catalogue();
    let content = scratch.path().join("content");
    listing(&content, "sound-waves", "");
    let flat = |width, height| encoded(&RgbaImage::from_pixel(width, height, Rgba([9, 99, 199, 255])), ImageFormat::Png);
    let given: Vec<(&str, Vec<u8>)> = vec![
        ("dot.png", flat(2, 2)),
        ("flat.png", flat(1_500, 900)),
        ("photo.jpg", encoded(&photograph(300, 200), ImageFormat::Jpeg)),
        ("photo.webp", encoded(&photograph(64, 64), ImageFormat::WebP)),
        ("still.gif", encoded(&photograph(32, 32), ImageFormat::Gif)),
    ];
    for (number, (name, bytes)) in given.iter().enumerate() {
        let slug = format!("one-{}", ["a", "b", "c", "d", "e"][number]);
        listing(&content, &slug, "");
        put(&content, &format!("listings/{slug}/{name}"), bytes);
        put(&content, &format!("listings/{slug}/README.md"), format!("# What\n\n![It]({name})\n"));
    }
    let (files, said) = build(scratch.path(), "public", &[]);
    for (number, (name, bytes)) in given.iter().enumerate() {
        let page = &files[&format!("listings/one-{}/index.html", ["a", "b", "c", "d", "e"][number])];
        let shown = images(page).into_iter().filter(|path| !path.contains("/share/")).collect::<Vec<_>>();
        assert!(!shown.is_empty(), "{name} is shown\n{said}");
        for path in shown {
            assert!(files[&path].len() <= bytes.len(), "{name} had {} bytes, {path} has {}", bytes.len(), files[&path].len());
        }
    }
}

#[test]
fn the_cache_changes_nothing_but_the_time() {
    let scratch = gallery(800);
    let (cold, _) = build(scratch.path(), "cold", &[]);
    let (warm, _) = build(scratch.path(), "warm", &[]);
    let mut entries = BTreeMap::new();
    collect(&scratch.path().join("cache"), "", &mut entries);
    assert!(entries.len() >= 6, "an entry for each image and each card: {:?}", entries.keys());
    for (number, path) in entries.keys().enumerate() {
        let damaged: &[u8] = [b"".as_slice(), b"nonsense", &[0; 100]][number % 3];
        put(&scratch.path().join("cache"), path, damaged);
    }
    let (damaged, _) = build(scratch.path(), "damaged", &[]);
    let mut mended = BTreeMap::new();
    collect(&scratch.path().join("cache"), "", &mut mended);
    let (without, _) = build(scratch.path(), "without", &["--no-cache"]);
    assert!(cold == warm && cold == damaged && cold == without);
    // What a build knows of the files of its site is kept for the next build of the same folder alone. It is a list.
    let results: Vec<_> = entries.iter().filter(|(_, bytes)| !bytes[blake3::OUT_LEN..].starts_with(b"[[")).collect();
    assert!(results.len() >= 6, "{}", results.len());
    for (path, bytes) in results {
        assert!(mended.get(path) == Some(bytes), "{path}");
    }
    put(scratch.path(), "in-the-way", "a file where the cache should be");
    let (blocked, _) = build(scratch.path(), "blocked", &["--cache", "in-the-way"]);
    assert!(cold == blocked, "a cache that cannot be written is no reason to fail");
}

#[test]
fn hostile_images_are_reported_and_left_out_and_the_rest_is_built() {
    let photo = encoded(&photograph(200, 200), ImageFormat::Png);
    let frame = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00";
    let long_film = [b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff".to_vec(), frame.repeat(100_000), vec![0x3b]].concat();
    let mut uses = "<g id=\"a0\"><path d=\"M0 0h1\"/></g>".to_owned();
    for level in 1..30 {
        uses.push_str(&format!("<g id=\"a{level}\">{}</g>", format!("<use href=\"#a{}\"/>", level - 1).repeat(10)));
    }
    let nested = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\">{uses}</svg>");
    let jpeg = encoded(&photograph(200, 200), ImageFormat::Jpeg);
    // What it is, its file, its bytes, and the rule that speaks; none for what can be shown safely.
    let hostile: Vec<(&str, &str, Vec<u8>, Option<&str>)> = vec![
        ("a-bomb-by-its-header", "icon.png", png_of(60_000, 60_000, b"\x78\x9c\x03\x00"), Some("image-too-large")),
        ("too-much-memory", "icon.png", png_of(6_400, 6_200, b"\x78\x9c\x03\x00\x00\x00\x00\x01"), Some("image-unreadable")),
        ("no-pixels-behind-the-header", "icon.png", png_of(64, 64, b"garbage"), Some("image-unreadable")),
        ("half-an-upload", "icon.png", photo[..photo.len() / 2].to_vec(), Some("image-unreadable")),
        ("half-a-photograph", "icon.jpg", jpeg[..jpeg.len() / 2].to_vec(), Some("image-unreadable")),
        ("a-program", "icon.png", b"\x7fELF".repeat(64), Some("image-unreadable")),
        ("a-page", "icon.svg", b"<html><script>alert(1)</script></html>".to_vec(), Some("image-unreadable")),
        ("a-script", "icon.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>".to_vec(), Some("svg-unsafe")),
        ("nested-uses", "icon.svg", nested.into_bytes(), Some("svg-unsafe")),
        ("endless-text", "icon.png", with_chunk(&photo, b"zTXt", &[b"a\0\0".to_vec(), vec![0x78, 0xda]].concat()), None),
        ("a-long-film", "icon.gif", long_film, None),
    ];
    let scratch = catalogue();
    let content = scratch.path().join("content");
    listing(&content, "sound-waves", "");
    for (slug, file, bytes, _) in &hostile {
        listing(&content, slug, "");
        put(&content, &format!("listings/{slug}/{file}"), bytes);
        put(&content, &format!("listings/{slug}/README.md"), format!("# What\n\n![Its picture]({file})\n"));
    }
    let (files, said) = build(scratch.path(), "public", &[]);
    assert!(files.contains_key("listings/sound-waves/index.html"), "{said}");
    for (slug, file, bytes, rule) in &hostile {
        let path = format!("listings/{slug}/{file}");
        let spoken = |rule: &str| said.split("\n\n").any(|finding| finding.contains(rule) && finding.contains(&path));
        assert!(rule.is_none_or(spoken), "{slug}: {rule:?} is silent\n{said}");
        if rule.is_some() {
            assert!(files.values().all(|published| published != bytes), "{slug} is published");
        }
    }
    assert!(files.contains_key("listings/no-pixels-behind-the-header/index.html"), "a listing stays without the picture\n{said}");
    let page = String::from_utf8_lossy(&files["listings/no-pixels-behind-the-header/index.html"]).into_owned();
    assert!(page.contains("monogram") && !page.contains("icon.png"), "{page}");
}

#[test]
fn a_card_is_named_by_its_subject_and_can_be_switched_off() {
    let scratch = gallery(800);
    let (files, _) = build(scratch.path(), "public", &[]);
    let page = String::from_utf8_lossy(&files["listings/sound-waves/index.html"]).into_owned();
    let card = images(page.as_bytes()).into_iter().find(|path| path.contains("/share/listing/sound-waves.")).expect("a card");
    assert_eq!(&files[&card][16..24], &[0, 0, 0x04, 0xb0, 0, 0, 0x02, 0x76], "1200 × 630");
    assert!(page.contains("og:image:width\" content=\"1200\"") && page.contains("summary_large_image"), "{page}");
    put(&scratch.path().join("content"), "catalogue.yaml", "title: Test\nbase_url: https://test.example/base/\nshare_cards: app\n");
    let (of_apps, _) = build(scratch.path(), "public", &[]);
    let page = String::from_utf8_lossy(&of_apps["listings/sound-waves/index.html"]).into_owned();
    assert!(page.contains("/images/share/app/slack.") && !of_apps.contains_key(&card));
    put(&scratch.path().join("content"), "catalogue.yaml", "title: Test\nbase_url: https://test.example/base/\nshare_cards: none\n");
    let (without, _) = build(scratch.path(), "public", &[]);
    assert!(without.keys().all(|path| !path.contains("/share/")));
    let page = String::from_utf8_lossy(&without["listings/sound-waves/index.html"]).into_owned();
    assert!(!page.contains("og:image") && page.contains("content=\"summary\""));
}
