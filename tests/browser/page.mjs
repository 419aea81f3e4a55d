// Opens each page of a folder and asks: does anything run that should not, does axe-core object, does it fit the screen?
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const folder = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const SIZES = { phone: { width: 390, height: 844 }, laptop: { width: 1280, height: 800 } };
const faults = [];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const file of readdirSync(folder).filter((it) => it.endsWith(".html"))) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [size, viewport] of Object.entries(SIZES)) await look(file, colorScheme, size, viewport);
  }
  await print(file);
  await read(file);
}
await browser.close();
for (const fault of faults) console.error(fault);
process.exit(faults.length ? 1 : 0);

async function open(file, options) {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  page.on("dialog", (dialog) => { faults.push(`${file}: a dialog opened: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => { if (!request.url().startsWith("file:")) faults.push(`${file}: asked for ${request.url()}`); });
  page.on("pageerror", (error) => faults.push(`${file}: ${error.message}`));
  page.on("console", (line) => { if (line.type() === "error") faults.push(`${file}: ${line.text()}`); });
  await page.goto(pathToFileURL(join(folder, file)).href);
  return page;
}

async function look(file, colorScheme, size, viewport) {
  const page = await open(file, { viewport, colorScheme });
  const where = `${file}, ${colorScheme}, ${size}`;
  await page.evaluate(() => document.querySelectorAll("details").forEach((it, at) => (it.open = at < 2)));
  await page.screenshot({ path: join(folder, `${file}.${size}.${colorScheme}.png`), fullPage: true });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) faults.push(`${where}: ${wide} px wider than the screen`);
  await page.evaluate(() => document.querySelectorAll("details").forEach((it) => (it.open = true)));
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((values) => axe.run(document, { runOnly: { type: "tag", values } }), WCAG);
  if (passes.length < 10) faults.push(`${where}: axe-core looked at next to nothing`);
  for (const it of violations) {
    faults.push(`${where}: ${it.id}: ${it.help}\n  ${it.nodes.slice(0, 3).map((node) => node.html.slice(0, 200) + " " + node.failureSummary).join("\n  ")}`);
  }
  await page.context().close();
}

async function print(file) {
  const page = await open(file, { viewport: { width: 794, height: 1123 } });
  await page.pdf({ path: join(folder, `${file}.pdf`), format: "A4", preferCSSPageSize: true });
  await page.emulateMedia({ media: "print" });
  await page.screenshot({ path: join(folder, `${file}.print.png`), fullPage: true });
  await page.context().close();
}

// Nothing of the essay became an element, every link within the page arrives, and the page reads without its script.
async function read(file) {
  const page = await open(file, {});
  const told = await page.evaluate(() => {
    const faults = [];
    if (window.pwned) faults.push("a script of the essay ran");
    if (document.scripts.length !== 1) faults.push(`${document.scripts.length} scripts`);
    for (const it of document.querySelectorAll("img, iframe, object, embed, link, base, meta[http-equiv=refresh]")) faults.push(`an element <${it.localName}>`);
    for (const it of document.querySelectorAll("*")) {
      for (const name of it.getAttributeNames()) if (name.startsWith("on")) faults.push(`an event handler ${name}`);
    }
    const ids = [...document.querySelectorAll("[id]")].map((it) => it.id);
    if (new Set(ids).size !== ids.length) faults.push("an id stands twice");
    for (const it of document.querySelectorAll("a[href]")) {
      const href = it.getAttribute("href");
      if (!href.startsWith("#") || !document.getElementById(href.slice(1))) faults.push(`a link to ${href}`);
    }
    if (/[\u202a-\u202e\u2066-\u2069\u001b]/.test(document.documentElement.textContent)) faults.push("a control character is left");
    const form = document.querySelector("form[data-filters]");
    if (form.hidden) faults.push("the filters do not show");
    form.querySelector("[value=descriptive]").click();
    if (!document.querySelector(".essay.no-descriptive")) faults.push("the filter does nothing");
    return faults;
  });
  faults.push(...told.map((it) => `${file}: ${it}`));
  await page.context().close();
  const plain = await open(file, { javaScriptEnabled: false });
  if (!(await plain.locator("h2", { hasText: "Assessor" }).first().isVisible())) faults.push(`${file}: unreadable without its script`);
  await plain.context().close();
}
