import { Inject, Injectable } from '@nestjs/common';
import { COUNTRY_PROFILE, type CountryProfile } from '#wasl/country';

/** Formats dates and times for people: in the country's time zone and their language. */
@Injectable()
export class LocalTimes {
  /** cached, because creating one costs as much as the rest of a notice */
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  constructor(@Inject(COUNTRY_PROFILE) private readonly country: CountryProfile) {}

  format(at: Date, language: string): string {
    let format = this.formats.get(language);
    if (!format) this.formats.set(language, (format = this.formatFor(language)));
    return format.format(at);
  }

  private formatFor(language: string): Intl.DateTimeFormat {
    const region = this.country.code.toUpperCase();
    const digits = language === 'ar' && !this.country.latinDigits ? 'arab' : 'latn';
    const locale = language === 'en' ? 'en-GB' : `${language}-${region}-u-nu-${digits}`;
    return new Intl.DateTimeFormat(locale, {
      dateStyle: 'full',
      timeStyle: 'short',
      timeZone: this.country.zones[0]!,
    });
  }
}
