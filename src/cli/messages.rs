//! `pressmark messages`

use super::{Outcome, say};
use crate::diagnostic::nearest;
use crate::language::{shipped, shipped_text};

pub(super) const EXAMPLES: &str = "Example:\n  pressmark messages > templates/messages/fr.ftl";

#[derive(Debug, clap::Args)]
pub(super) struct MessagesArgs {
    /// A built-in language
    #[arg(default_value = "en")]
    language: String,
}

/// Prints a shipped message file.
pub(super) fn run(args: &MessagesArgs) -> Outcome {
    let Some(text) = shipped_text(&args.language) else {
        let known = shipped().collect::<Vec<_>>().join(", ");
        let near = nearest(&args.language, shipped()).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        return Err(format!("no built-in messages for `{}`; {near}available: {known}", args.language).into());
    };
    say::document(text)?;
    Ok(true)
}
