//! A fault of this program is caught at the edge of what it was looking at, so that everything else goes on. Knows no file and no rule.

use std::cell::{Cell, RefCell};
use std::fmt;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use crate::text::single_line;

/// A panic of this program, for its developers: the message, and the line of the source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault(String);

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

thread_local! {
    /// How many calls of [`caught`] this thread is within.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// The message of the last panic on this thread.
    static WORDS: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs `work`; returns an error if it panics. Nothing is printed: the caller reports it.
///
/// # Errors
/// When `work` panics.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Fault> {
    quieten();
    DEPTH.set(DEPTH.get() + 1);
    // What `work` had in hand is dropped with it: it hands out nothing but its result.
    let result = catch_unwind(AssertUnwindSafe(work));
    DEPTH.set(DEPTH.get() - 1);
    result.map_err(|_| Fault(WORDS.take()))
}

/// Has faults that are caught remembered, and all others printed as before.
fn quieten() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let print = take_hook();
        set_hook(Box::new(move |info| {
            if DEPTH.get() > 0 {
                WORDS.replace(words(info));
            } else {
                print(info);
            }
        }));
    });
}

fn words(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let said = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let said = said.unwrap_or("it stopped without a message");
    let place = info.location().map(|place| format!(" ({}:{})", place.file(), place.line())).unwrap_or_default();
    format!("{}{place}", single_line(said))
}

#[cfg(test)]
mod tests {
    use super::caught;

    #[test]
    fn a_fault_says_where_it_is() {
        let fault = caught(|| panic!("a value\nis missing")).map(|()| 0).expect_err("it stumbles");
        assert!(fault.to_string().starts_with("a value is missing (src/fault.rs:"), "{fault}");
        assert_eq!(caught(|| 1), Ok(1));
    }
}
