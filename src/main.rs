//! Arguments in, exit code out.

fn main() -> std::process::ExitCode {
    pressmark::cli::main()
}
