// The site in Firefox, through WebDriver BiDi.
import puppeteer from "puppeteer-core";
import { journeys } from "./journeys.mjs";

journeys("Firefox", async () => {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: process.env.FIREFOX || "/usr/bin/firefox-esr", defaultViewport: { width: 1280, height: 900 } });
  const page = await browser.newPage().catch(async (error) => {
    await browser.close();
    throw error;
  });
  return {
    go: (url) => page.goto(url),
    reload: () => page.reload(),
    back: () => page.goBack(),
    forward: () => page.goForward(),
    run: (use, ...given) => page.evaluate(use, ...given),
    click: (selector) => page.click(selector),
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(key),
    quit: () => browser.close(),
  };
});
