# The formula for a tap of Homebrew. packaging/pack.py fills in what is in capitals, and the addresses and checksums.
class Pressmark < Formula
  desc "DESCRIPTION"
  homepage "REPOSITORY"
  version "VERSION"
  license any_of: ["MIT", "Apache-2.0"]

  on_macos do
    on_arm do
      archive "aarch64-apple-darwin"
    end
    on_intel do
      archive "x86_64-apple-darwin"
    end
  end
  on_linux do
    on_arm do
      archive "aarch64-unknown-linux-musl"
    end
    on_intel do
      archive "x86_64-unknown-linux-musl"
    end
  end

  def install
    bin.install "pressmark"
    bash_completion.install "completions/pressmark.bash" => "pressmark"
    zsh_completion.install "completions/_pressmark"
    fish_completion.install "completions/pressmark.fish"
  end

  test do
    system bin/"pressmark", "init", "catalogue"
    cd("catalogue") { system bin/"pressmark", "build" }
    assert_path_exists testpath/"catalogue/public/index.html"
  end
end
