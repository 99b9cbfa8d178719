export interface MetricValue {
  name: string;
  labels: Record<string, string>;
  value: number;
}

/** The values in a text of Prometheus' exposition format. */
export function valuesOf(text: string): MetricValue[] {
  return text.split('\n').flatMap((line) => {
    const [, name, labels, value] = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (!name) return [];
    const pairs = [...(labels ?? '').matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)];
    return [
      { name, labels: Object.fromEntries(pairs.map((pair) => [pair[1], pair[2]])), value: Number(value) },
    ];
  });
}
