import { Controller, Get, Inject, NotFoundException, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createElement } from 'react';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';
import { isUiLanguage, UI_LANGUAGES, type UiLanguage } from '#wasl/kernel';
import { preferredLanguage, Public } from '#wasl/platform';
import { assetOf, assetUrl } from '../http/assets.js';
import { sendCompressed } from '../http/compressed.js';
import { serviceWorker } from '../http/service-worker.js';
import { chosenLanguage } from '../http/page-language.js';
import { sendPage } from '../http/send-page.js';
import { TEXTS } from '../texts/index.js';
import { pageContextOf } from '../views/page-context.js';
import { OfflinePage } from '../views/offline-page.js';
import { ChooseLanguagePage } from '../views/choose-language-page.js';

const IMMUTABLE = 'public, max-age=31536000, immutable';

/** The language choice and static files. */
@Public('the same for everyone')
@Controller()
export class StartController {
  constructor(@Inject(COUNTRY_PROFILE) private readonly country: CountryProfile) {}

  /** Redirects visitors who chose a language before; shows the choice to others. */
  @Get()
  start(@Req() request: Request, @Res() response: Response): void {
    response.setHeader('Vary', 'Accept-Language, Cookie');
    const chosen = chosenLanguage(request);
    if (chosen) {
      response.setHeader('Cache-Control', 'no-store').redirect(302, `/${chosen}`);
      return;
    }
    const fallback = this.country.languages.find((one): one is UiLanguage => isUiLanguage(one)) ?? 'en';
    const likely = preferredLanguage(request.headers['accept-language'], fallback);
    const page = createElement(ChooseLanguagePage, { likely, country: this.country });
    sendPage(request, response, page, { language: likely, languageNotChosen: true });
  }

  @Get('assets/:name')
  asset(@Param('name') name: string, @Req() request: Request, @Res() response: Response): void {
    const asset = assetOf(name);
    if (!asset) throw new NotFoundException();
    response.setHeader('Cache-Control', IMMUTABLE).setHeader('Content-Type', asset.type);
    if (isCompressible(asset.type))
      sendCompressed(request, response, asset.content, `${name} ${asset.version}`);
    else response.send(asset.content);
  }

  /** At the root, so that its scope covers all pages. Its file list changes when a file does. */
  @Get('sw.js')
  serviceWorker(@Res() response: Response): void {
    response
      .setHeader('Cache-Control', 'no-cache')
      .type('text/javascript; charset=utf-8')
      .send(serviceWorker());
  }

  @Get(UI_LANGUAGES.map((language) => `${language}/offline`))
  offline(@Req() request: Request, @Res() response: Response): void {
    const language = request.path.startsWith('/ar/') ? 'ar' : 'en';
    const page = createElement(OfflinePage, { pageContext: pageContextOf(language, this.country) });
    sendPage(request, response, page, { language, cacheable: true, languageNotChosen: true });
  }

  @Get('favicon.ico')
  favicon(@Res() response: Response): void {
    response.redirect(301, assetUrl('icon.svg'));
  }

  @Get(UI_LANGUAGES.map((language) => `${language}/manifest.webmanifest`))
  manifest(@Req() request: Request, @Res() response: Response): void {
    const language = request.path.startsWith('/ar/') ? 'ar' : 'en';
    const { site } = TEXTS[language];
    response
      .setHeader('Cache-Control', 'public, max-age=86400')
      .type('application/manifest+json')
      .send(
        JSON.stringify({
          id: '/',
          name: `${site.name} – ${site.of}`,
          short_name: site.name,
          lang: language,
          dir: language === 'ar' ? 'rtl' : 'ltr',
          start_url: `/${language}`,
          scope: '/',
          display: 'standalone',
          background_color: '#ffffff',
          theme_color: '#0b5048',
          icons: [
            { src: assetUrl('icon.svg'), type: 'image/svg+xml', sizes: 'any' },
            { src: assetUrl('icon-192.png'), type: 'image/png', sizes: '192x192' },
            { src: assetUrl('icon-512.png'), type: 'image/png', sizes: '512x512' },
            {
              src: assetUrl('icon-maskable-512.png'),
              type: 'image/png',
              sizes: '512x512',
              purpose: 'maskable',
            },
          ],
        }),
      );
  }
}

/** Fonts and photographs are compressed already. */
const isCompressible = (type: string) => /^text\/|svg/.test(type);
