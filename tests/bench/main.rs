//! The programs that a build is measured with: one writes a synthetic catalogue, one writes the bytes of a built site and nothing else, and one
//! makes the search index alone.
#![allow(clippy::disallowed_methods, clippy::print_stdout, clippy::expect_used, reason = "a benchmark touches files and prints")]

mod floor;
mod index;
mod synthetic;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["generate", n, folder] => synthetic::write(n.parse().expect("a number"), folder.as_ref()),
        ["floor", from, to] => println!("{:.3}", floor::write(from.as_ref(), to.as_ref()).as_secs_f64()),
        ["index", content] => {
            let (time, n_parts, n_bytes) = index::make(content.as_ref());
            println!("{:.3} s, {n_parts} parts, {n_bytes} bytes", time.as_secs_f64());
        }
        // `cargo test --benches` and `cargo bench` come without arguments: the numbers are made by tests/bench/run.
        _ => println!("usage: bench generate N FOLDER | bench floor FROM TO | bench index CONTENT"),
    }
}
