import type { Page } from 'playwright-core';

/** Notes whatever of a text was taken for more than text: dialogs, requests elsewhere, elements that we do not make. */
export async function watched(page: Page) {
  const seen: string[] = [];
  page.on('dialog', (dialog) => {
    seen.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!/^(?:http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)[:/]|ws:|data:|blob:)/.test(request.url()))
      seen.push(`request ${request.url()}`);
  });
  const done = async () => {
    await page.waitForLoadState('load');
    const foreign = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'script:not([src^="/"]), iframe, object, embed, [onerror], [onload], [onclick], [onmouseover], img[src="x"], a[href^="javascript" i]',
        ),
      ].map((element) => element.outerHTML.slice(0, 100)),
    );
    return [...seen, ...foreign];
  };
  return { page, done };
}
