import type { Experiment, Finding } from './experiments.js';

const WORDS = {
  en: {
    dir: 'ltr',
    title: 'Routing quality in simulation',
    about:
      'The decisions are those of the live router: its own functions, driven by a simulated clock. Figures are means of independent replications with 95 % confidence; the same seeds give the same figures.',
    figure: 'figure',
    measured: 'simulated',
    reference: 'reference',
    ratio: 'ratio',
    toReach: 'to reach',
    seeds: 'seeds',
    yes: 'reached',
    no: 'missed',
    checked: 'after every event it was checked that no eligible agent idles while eligible work waits',
  },
  ar: {
    dir: 'rtl',
    title: 'جودة التوجيه في المحاكاة',
    about:
      'القرارات هي قرارات الموجّه العامل نفسه: دوالّه ذاتها تقودها ساعة محاكاة. الأرقام متوسطات تكرارات مستقلة بثقة 95٪، والبذور نفسها تعطي الأرقام نفسها.',
    figure: 'المقياس',
    measured: 'المحاكاة',
    reference: 'المرجع',
    ratio: 'النسبة',
    toReach: 'المطلوب',
    seeds: 'البذور',
    yes: 'تحقق',
    no: 'لم يتحقق',
    checked: 'بعد كل حدث جرى التحقق من أنه لا موظف مؤهلًا بلا عمل وهناك عمل يناسبه ينتظر',
  },
} as const;
export type PageLanguage = keyof typeof WORDS;

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-inline-size: 60rem; margin: 0 auto; padding: 1.5rem; }
table { border-collapse: collapse; inline-size: 100%; margin-block: .75rem; }
th, td { text-align: start; padding: .3rem .6rem; border-block-end: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
td.number { text-align: end; font-variant-numeric: tabular-nums; direction: ltr; }
figure { margin: 1rem 0; } figcaption { opacity: .8; }
svg { inline-size: 100%; block-size: auto; direction: ltr; }
.no { font-weight: 700; }`;

/** A self-contained page without scripts. Charts run from left to right in both languages, like their axes. */
export function page(experiments: readonly Experiment[], language: PageLanguage, machine: string): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}" dir="${words.dir}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escape(words.title)}</title><style>${STYLE}</style>
<body><h1>${escape(words.title)}</h1><p>${escape(words.about)}</p><p>✓ ${escape(words.checked)}.</p><p dir="ltr">${escape(machine)}</p>
${experiments.map((one) => section(one, language)).join('\n')}
</body></html>
`;
}

function section(experiment: Experiment, language: PageLanguage): string {
  const words = WORDS[language];
  const head = [words.figure, words.measured, words.reference, words.ratio, words.toReach];
  return `<section><h2>${escape(experiment.title[language])}</h2>
<p dir="ltr">${escape(experiment.setting)}; <bdi>${escape(words.seeds)}</bdi> <bdi>${escape(experiment.seeds)}</bdi></p>
<table><thead><tr>${head.map((name) => `<th scope="col">${escape(name)}</th>`).join('')}</tr></thead>
<tbody>${experiment.findings.map((finding) => row(finding, language)).join('')}</tbody></table>
${(experiment.charts ?? []).map(chart).join('')}</section>`;
}

function row({ figure, measured, reference, toReach, reached }: Finding, language: PageLanguage): string {
  const words = WORDS[language];
  const number = (text: string) => `<td class="number">${escape(text)}</td>`;
  const verdict = toReach
    ? `<td class="${reached ? 'yes' : 'no'}"><bdi>${escape(toReach)}</bdi> — ${reached ? `✓ ${words.yes}` : `✗ ${words.no}`}</td>`
    : '<td></td>';
  return `<tr><th scope="row"><bdi>${escape(figure)}</bdi></th>${number(
    `${measured.mean.toPrecision(4)} ± ${measured.halfWidth.toPrecision(2)}`,
  )}${number(reference === undefined ? '' : reference.toPrecision(4))}${number(
    reference === undefined ? '' : (measured.mean / reference).toFixed(3),
  )}${verdict}</tr>`;
}

const WIDTH = 640;
const HEIGHT = 260;
const PAD = { left: 54, right: 12, top: 12, bottom: 34 };
/** Lines differ by dash as well as by colour. */
const LINES = [
  { colour: '#1864ab', dash: '' },
  { colour: '#c2410c', dash: '6 4' },
  { colour: '#2b8a3e', dash: '2 4' },
];

function chart({ title, unit, series }: NonNullable<Experiment['charts']>[number]): string {
  const all = series.flatMap(({ points }) => points);
  const [x0, x1] = [Math.min(...all.map(([x]) => x)), Math.max(...all.map(([x]) => x))];
  const y1 = Math.max(...all.map(([, y]) => y)) * 1.05 || 1;
  const x = (value: number) => PAD.left + ((value - x0) / (x1 - x0 || 1)) * (WIDTH - PAD.left - PAD.right);
  const y = (value: number) => HEIGHT - PAD.bottom - (value / y1) * (HEIGHT - PAD.top - PAD.bottom);
  const ticks = (low: number, high: number) =>
    Array.from({ length: 6 }, (_, n) => low + ((high - low) * n) / 5);
  const text = (at: [number, number], anchor: string, value: string) =>
    `<text x="${at[0].toFixed(1)}" y="${at[1].toFixed(1)}" text-anchor="${anchor}" font-size="12" fill="currentColor">${escape(value)}</text>`;
  const grid = [
    ...ticks(0, y1).map(
      (value) =>
        `<line x1="${PAD.left}" x2="${WIDTH - PAD.right}" y1="${y(value)}" y2="${y(value)}" stroke="currentColor" opacity=".15"/>` +
        text([PAD.left - 6, y(value) + 4], 'end', `${Number(value.toPrecision(3))} ${unit}`),
    ),
    ...ticks(x0, x1).map((value) =>
      text([x(value), HEIGHT - PAD.bottom + 18], 'middle', String(Number(value.toPrecision(3)))),
    ),
  ].join('');
  const lines = series
    .map(({ points }, n) => {
      const { colour, dash } = LINES[n % LINES.length]!;
      const path = points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(' ');
      return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>`;
    })
    .join('');
  const legend = series
    .map(({ name }, n) => {
      const { colour, dash } = LINES[n % LINES.length]!;
      const at = PAD.left + 12 + n * 190;
      return (
        `<line x1="${at}" x2="${at + 26}" y1="${HEIGHT - 6}" y2="${HEIGHT - 6}" stroke="${colour}" stroke-width="2" stroke-dasharray="${dash}"/>` +
        text([at + 32, HEIGHT - 2], 'start', name)
      );
    })
    .join('');
  return `<figure><svg viewBox="0 0 ${WIDTH} ${HEIGHT + 6}" role="img" aria-label="${escape(title)}">${grid}${lines}${legend}</svg><figcaption dir="ltr">${escape(title)}</figcaption></figure>`;
}

const escape = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!);
