import type { UiLanguage } from '#wasl/kernel';
import { assetUrl } from '../http/assets.js';

/** The HTML head of every page: title, styles, icons. The script is optional; no page depends on it. */
export function Head({
  language,
  title,
  scripts = [],
  styles = [],
  shared = false,
}: {
  language: UiLanguage;
  title: string;
  scripts?: string[];
  styles?: string[];
  /** a kiosk shared by many people: no scripts run and no app can be installed */
  shared?: boolean;
}) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="theme-color" media="(prefers-color-scheme: light)" content="#0b5048" />
      <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#0d1f1d" />
      <title>{title}</title>
      <link rel="stylesheet" href={assetUrl('fonts.css')} />
      <link rel="stylesheet" href={assetUrl('portal.css')} />
      {styles.map((name) => (
        <link key={name} rel="stylesheet" href={assetUrl(name)} />
      ))}
      <link rel="icon" type="image/svg+xml" href={assetUrl('icon.svg')} />
      <link rel="apple-touch-icon" href={assetUrl('icon-192.png')} />
      {!shared && <link rel="manifest" href={`/${language}/manifest.webmanifest`} />}
      {!shared && <script src={assetUrl('portal.js')} defer />}
      {scripts.map((name) => (
        <script key={name} type="module" src={assetUrl(name)} />
      ))}
    </head>
  );
}
