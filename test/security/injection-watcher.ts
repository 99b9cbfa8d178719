import type { Page } from 'playwright-core';

/** Reports signs of code injection: dialogs, requests to other hosts, unexpected elements. */
export async function watchForInjection(page: Page) {
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
