//! Names for plain texts in the document type of a drawing, such as `<!ENTITY ns_svg "http://www.w3.org/2000/svg">`: Adobe Illustrator declares one for
//! each namespace. Knows no element.

/// Most names of a drawing.
const MOST: usize = 64;
/// Longest text of a name, in bytes.
const LONGEST: usize = 256;
/// Bytes that the texts may add to the drawing, at most.
const MOST_GROWTH: usize = 64 * 1024;

/// `text` without its document type and with its names replaced by their texts. `None` when it declares none, or anything that is more than a name for a
/// plain text: then it is for the reader to refuse.
pub(super) fn resolved(text: &str) -> Option<String> {
    let start = text.find("<!DOCTYPE")?;
    let (before, rest) = text.split_at_checked(start)?;
    let (head, rest) = rest.split_once('[')?;
    let (subset, after) = rest.split_once(']')?;
    let body = after.trim_start().strip_prefix('>')?;
    // A bracket that is none of the document type's.
    if head.contains('>') {
        return None;
    }
    let names = declarations(subset)?;
    let mut out = before.to_owned();
    let mut rest = body;
    while let Some((plain, reference)) = rest.split_once('&') {
        out.push_str(plain);
        let known = reference.split_once(';').and_then(|(name, after)| Some((text_of(&names, name)?, after)));
        match known {
            Some((text, after)) => {
                out.push_str(text);
                rest = after;
            }
            None => {
                out.push('&');
                rest = reference;
            }
        }
        if out.len() > text.len() + MOST_GROWTH {
            return None;
        }
    }
    out.push_str(rest);
    Some(out)
}

/// The texts by their names; the first declaration of a name counts.
fn declarations(subset: &str) -> Option<Vec<(&str, &str)>> {
    let mut names = Vec::new();
    let mut rest = subset.trim_start();
    while !rest.is_empty() {
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->")?.1.trim_start();
            continue;
        }
        let declaration = rest.strip_prefix("<!ENTITY")?;
        let (name, value) = declaration.trim_start().split_once(char::is_whitespace)?;
        let value = value.trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (text, after) = value.get(1..)?.split_once(quote)?;
        let is_valid = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '-'));
        if !is_valid || text.len() > LONGEST || text.contains(['&', '<', '>', '%', '"', '\'']) || names.len() == MOST {
            return None;
        }
        names.push((name, text));
        rest = after.trim_start().strip_prefix('>')?.trim_start();
    }
    Some(names)
}

fn text_of<'text>(names: &[(&str, &'text str)], name: &str) -> Option<&'text str> {
    let is_of_xml = matches!(name, "lt" | "gt" | "amp" | "quot" | "apos");
    names.iter().find(|(known, _)| *known == name && !is_of_xml).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::resolved;

    fn of(subset: &str, body: &str) -> Option<String> {
        resolved(&format!(
            "<?xml version=\"1.0\"?>\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://a.example/svg11.dtd\" [\n{subset}\n]>\n{body}"
        ))
    }

    #[test]
    fn a_name_for_an_address_is_replaced() {
        let subset = "\t<!-- names --><!ENTITY ns_svg \"http://www.w3.org/2000/svg\">\n\t<!ENTITY ns_x 'http://x.example/'>";
        let drawing = of(subset, "<svg xmlns=\"&ns_svg;\" xmlns:x=\"&ns_x;\"><title>A &amp; B &other;</title></svg>").expect("a drawing");
        assert!(
            drawing.contains("<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:x=\"http://x.example/\"><title>A &amp; B &other;</title>")
        );
        assert!(!drawing.contains("DOCTYPE"));
    }

    #[test]
    fn entities_that_expand_or_nest_are_not_replaced() {
        for subset in [
            "<!ENTITY a \"&b;\">",
            "<!ENTITY a SYSTEM \"file:///etc/passwd\">",
            "<!ENTITY % a \"x\">",
            "<!ENTITY a \"<script/>\">",
            "<!ELEMENT svg ANY>",
            "<!ATTLIST svg onload CDATA 'alert(1)'>",
            "<!ENTITY a \"x",
            "<!ENTITY",
            "%a;",
        ] {
            assert_eq!(of(subset, "<svg>&a;</svg>"), None, "{subset}");
        }
        assert_eq!(of(&format!("<!ENTITY a \"{}\">", "x".repeat(300)), "<svg/>"), None);
        assert_eq!(of(&format!("<!ENTITY a \"{}\">", "x".repeat(200)), &"&a;".repeat(1000)), None);
        assert_eq!(resolved("<svg/>"), None);
    }
}
