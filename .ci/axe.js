// Opens each page the way different readers do, and tells what would keep one of them out: what axe finds against
// WCAG 2.2 AA and good practice, scrolling to the side, focus hidden by the status, requests, errors, and a printed
// page without the status.
'use strict';
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { pathToFileURL } = require('node:url');
const { chromium } = require('playwright-core');

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const wide = { viewport: { width: 1280, height: 1024 } };
const narrow = { viewport: { width: 320, height: 640 } };
const readers = {
  'light, 1280 px': wide,
  'light, 320 px': narrow,
  'dark, 1280 px': { ...wide, colorScheme: 'dark' },
  'dark, 320 px': { ...narrow, colorScheme: 'dark' },
  'more contrast, 1280 px': { ...wide, contrast: 'more' },
  'forced colours, 1280 px': { ...wide, forcedColors: 'active' },
  'forced dark colours, 320 px': { ...narrow, forcedColors: 'active', colorScheme: 'dark' },
  '1280 px at 400 %': { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
};

async function found(browser, file, reader) {
  const context = await browser.newContext(reader);
  const page = await context.newPage();
  const url = pathToFileURL(file).href;
  const faults = [];
  page.on('console', (message) => faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => request.url() === url || faults.push(`request: ${request.url()}`));
  await page.goto(url);
  await page.evaluate(axe);
  const { violations, passes } = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), tags);
  for (const { id, help, nodes } of violations) {
    for (const { target, failureSummary } of nodes) {
      faults.push(`${id}: ${target.join(' ')}: ${help}. ${failureSummary.replace(/\s+/g, ' ')}`);
    }
  }
  if (passes.length < 20) faults.push(`axe judged by ${passes.length} rules only`);
  faults.push(...(await page.evaluate(sideways)), ...(await page.evaluate(hidden)));
  await context.close();
  return faults;
}

/** WCAG 1.4.10: the page itself never scrolls to the side. */
function sideways() {
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [`the page is ${scrollWidth} px wide in a window of ${innerWidth} px`] : [];
}

/** WCAG 2.4.11: what has the focus is not behind the status. */
function hidden() {
  const status = document.querySelector('.status');
  const reached = [...document.querySelectorAll('a[href], [tabindex="0"]')];
  const behind = reached.filter((element) => {
    element.focus();
    const { top, bottom, height } = element.getBoundingClientRect();
    const lid = status && !element.matches('.skip') ? status.getBoundingClientRect().bottom : 0;
    return document.activeElement !== element || height === 0 || bottom <= lid + 1 || top >= innerHeight - 1;
  });
  return behind.map((element) => `the focus cannot be seen on ${element.outerHTML.slice(0, 80)}`);
}

/** The status stands on every page that is printed. */
async function printed(browser, file) {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const status = await page.evaluate(() => document.querySelector('.status')?.textContent);
  if (!status) return [];
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'axe-'));
  const pdf = path.join(folder, 'page.pdf');
  await page.pdf({ path: pdf, preferCSSPageSize: true });
  await page.close();
  const pages = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 28 }).split('\f').slice(0, -1);
  fs.rmSync(folder, { recursive: true });
  const bare = pages.flatMap((words, index) => (squeezed(words).includes(squeezed(status)) ? [] : [index + 1]));
  return bare.length ? [`printed pages without the status: ${bare.join(', ')} of ${pages.length}`] : [];
}

const squeezed = (words) => words.replace(/\s+/g, '');

async function main(files) {
  if (!files.length) throw new Error('name the pages to open');
  const quiet = ['--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', ...quiet];
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
  let total = 0;
  for (const file of files) {
    const told = (how, faults) => {
      faults.forEach((fault) => console.log(`${file}: ${how}: ${fault}`));
      total += faults.length;
    };
    for (const [how, reader] of Object.entries(readers)) told(how, await found(browser, file, reader));
    told('printed', await printed(browser, file));
  }
  await browser.close();
  console.log(`${files.length} pages as ${Object.keys(readers).length} readers see them and printed: ${total} faults`);
  process.exitCode = total ? 1 : 0;
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
