#!/usr/bin/env node
// Starts the program. npm has installed the package of this platform, and none of the others.
"use strict";
const { spawn } = require("node:child_process");

const platform = `${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "pressmark.exe" : "pressmark";
let program;
try {
  program = require.resolve(`@pressmark/${platform}/${file}`);
} catch {
  console.error(`error: the package @pressmark/${platform} is not installed
  = help: it is an optional dependency of pressmark: install without --omit=optional and --no-optional
  = help: if npm finds no such package, there is no program for ${platform} yet: \`cargo install pressmark\` compiles one`);
  process.exit(2);
}
const child = spawn(program, process.argv.slice(2), { stdio: "inherit" });
// A terminal sends its signals to both: the program decides what they mean, and this process ends with it. Other senders reach only this one.
process.on("SIGINT", () => {});
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
  console.error(`error: cannot start ${program}: ${error.message}`);
  process.exit(2);
});
child.on("exit", (code, signal) => {
  if (signal === null) process.exit(code);
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
