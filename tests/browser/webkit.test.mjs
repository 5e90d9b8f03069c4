// The site in WebKit: WebKitGTK's small browser on a screen of its own, through WebDriver.
import { spawn } from "node:child_process";
import { readdirSync, existsSync } from "node:fs";
import { createServer } from "node:net";
import { Builder, By, Capabilities, Key } from "selenium-webdriver";
import { journeys } from "./journeys.mjs";
import { until } from "./support.mjs";

const KEYS = { ArrowDown: Key.ARROW_DOWN, ArrowUp: Key.ARROW_UP, Enter: Key.ENTER, Escape: Key.ESCAPE };

/** Where Debian keeps the browser, in a folder of the processor and of the library's version. */
function miniBrowser() {
  const folders = readdirSync("/usr/lib").flatMap((processor) => ["4.1", "4.0", "6.0"].map((version) => `/usr/lib/${processor}/webkit2gtk-${version}/MiniBrowser`));
  return folders.find((path) => existsSync(path));
}

/** A port that is free now; drivers cannot be told to take any. */
const freePort = () =>
  new Promise((found) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });

/** A window of the browser, through the driver at `address`. */
async function connect(address) {
  await until(() => fetch(`${address}/status`).then(({ ok }) => ok, () => false), "WebKitWebDriver");
  const capabilities = new Capabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } });
  const driver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  await driver.manage().window().setRect({ x: 0, y: 0, width: 1280, height: 1000 });
  return driver;
}

journeys("WebKit", async () => {
  const screen = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const display = await new Promise((found) => screen.stdout.once("data", (line) => found(`:${String(line).trim()}`)));
  const port = await freePort();
  // Its sandbox needs rights that containers do not give; it opens no pages but ours.
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" };
  const server = spawn("WebKitWebDriver", [`--port=${port}`], { env, stdio: "ignore" });
  const stop = () => [server, screen].forEach((child) => child.kill());
  const driver = await connect(`http://127.0.0.1:${port}`).catch((error) => {
    stop();
    throw error;
  });
  return {
    go: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    back: () => driver.navigate().back(),
    forward: () => driver.navigate().forward(),
    run: (use, ...given) => driver.executeScript(use, ...given),
    click: (selector) => driver.findElement(By.css(selector)).click(),
    type: (text) => driver.actions().sendKeys(text).perform(),
    press: (key) => driver.actions().sendKeys(KEYS[key] ?? key).perform(),
    quit: async () => {
      await driver.quit();
      stop();
    },
  };
});
