/* Lighthouse's judgement of a page, as on a phone: npm run lighthouse -- http://localhost:8080/r#TOKEN */
import { writeFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const WANTED = ['performance', 'accessibility', 'best-practices'];
const [address, report = 'lighthouse.html'] = process.argv.slice(2);

const chrome = await launch({
  chromePath: process.env.CHROME_PATH || '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
try {
  const { lhr, report: html } = await lighthouse(address, {
    port: chrome.port,
    output: 'html',
    onlyCategories: WANTED,
  });
  writeFileSync(report, html);
  WANTED.forEach((name) => console.log(`${name}: ${Math.round(lhr.categories[name].score * 100)}`));
  const short = Object.values(lhr.audits).filter(({ score }) => score !== null && score < 0.9);
  short.forEach(({ id, title, displayValue }) => console.log(`  ${id}: ${title} ${displayValue || ''}`));
} finally {
  await chrome.kill();
}
