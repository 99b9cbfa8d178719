import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse, parseAllDocuments } from 'yaml';
import { SETTING_NAMES } from '#wasl/platform';
import { render } from './support/helm-template.js';
import { type KubernetesObject, typeFaults } from './support/kubernetes-types.js';

const CHART = join(import.meta.dirname, '../docker/helm/wasl');
const read = (name: string) => readFileSync(join(CHART, name), 'utf8');
interface Values {
  [name: string]: unknown;
  data: object;
  network: object;
}
const values = parse(read('values.yaml')) as Values;
const isValid = new Ajv({ strict: false }).compile(JSON.parse(read('values.schema.json')) as object);

interface PodSpec {
  [field: string]: unknown;
  containers: { [field: string]: unknown; env: { name: string; value: string }[]; envFrom: object[] }[];
  volumes: { name: string; secret?: { items: { key: string; path: string }[] } }[];
}
interface Workload extends KubernetesObject {
  spec: { template: { metadata: { labels: object }; spec: PodSpec } };
}

function rendered(given: Values = values): KubernetesObject[] {
  const context = { Values: given, Release: { Name: 'wasl' }, Chart: parse(read('Chart.yaml')) as object };
  return readdirSync(join(CHART, 'templates')).flatMap((name) =>
    parseAllDocuments(render(read(`templates/${name}`), context)).flatMap((document) => {
      expect([name, document.errors]).toEqual([name, []]);
      return (document.toJS() as KubernetesObject | null) ?? [];
    }),
  );
}
const objects = rendered();
const ofKind = <T extends KubernetesObject>(kind: string) =>
  objects.filter((object) => object.kind === kind) as T[];
const workloads = [...ofKind<Workload>('Deployment'), ...ofKind<Workload>('Job')];
const podOf = (name: string) =>
  workloads.find(({ metadata }) => metadata.name === `wasl-${name}`)!.spec.template.spec;

/** All optional features of the values file turned on. */
const EVERYTHING: Values = {
  ...values,
  image: { ...(values.image as object), pullSecrets: ['registry'] },
  ingress: { className: 'nginx', annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
  staffSettings: { SMTP_IN_PORT: '2525' },
  data: { existingClaim: 'wasl-data' },
  network: {
    ...values.network,
    monitoringNamespace: { 'kubernetes.io/metadata.name': 'monitoring' },
    portalOutside: [{ cidr: '192.0.2.0/24', ports: [443] }],
  },
};

describe('the Helm chart', () => {
  it('has values that its own schema accepts', () => {
    for (const given of [values, EVERYTHING]) {
      isValid(given);
      expect(isValid.errors ?? []).toEqual([]);
    }
  });

  it.each([
    ['a secret among the settings', { settings: { SMTP_OUT_URL: 'smtp://user:secret@mail' } }],
    ['a token among the settings', { settings: { CTI_TOKEN: 'x' } }],
    ['a number where a string belongs', { settings: { TRUST_PROXY: 1 } }],
    ['an unknown value', { replicas: 3 }],
    ['an image without a version', { image: { repository: 'x', tag: 'latest', pullPolicy: 'Always' } }],
    ['a network that is none', { network: { ...values.network, mailFrom: 'everybody' } }],
    ['a program without a limit', { api: { ...(values.api as object), resources: { requests: {} } } }],
  ])('refuses %s', (_, wrong) => {
    expect(isValid({ ...values, ...wrong })).toBe(false);
  });

  it.each([
    ['as it is', values],
    ['with everything turned on', EVERYTHING],
  ])('renders what Kubernetes knows, field by field, %s', (_, given) => {
    expect(typeFaults(rendered(given))).toEqual([]);
  });

  it('is rejected when it has unknown fields', () => {
    const [deployment] = ofKind<Workload>('Deployment');
    const wrong = { ...deployment!, spec: { ...deployment!.spec, replicaz: 2 } };
    expect(typeFaults([wrong])).toEqual([expect.stringContaining('replicaz')]);
  });

  it('names every object once, with all programs and their parts', () => {
    const names = objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
    expect(new Set(names).size).toBe(names.length);
    for (const program of ['api', 'portal', 'worker'])
      for (const kind of ['Deployment', 'Service', 'PodDisruptionBudget', 'HorizontalPodAutoscaler'])
        expect(names).toContain(`${kind} wasl-${program}`);
    expect(names).toEqual(
      expect.arrayContaining(['Job wasl-prepare', 'Ingress wasl-staff', 'Ingress wasl-public']),
    );
  });

  it.each(['api', 'portal', 'worker', 'prepare'])(
    'runs %s as the restricted pod security standard asks',
    (name) => {
      const pod = podOf(name);
      expect(pod).toMatchObject({
        automountServiceAccountToken: false,
        securityContext: { runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } },
      });
      expect(pod.hostNetwork ?? pod.hostPID ?? pod.hostIPC).toBeUndefined();
      for (const container of pod.containers)
        expect(container).toMatchObject({
          securityContext: {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            capabilities: { drop: ['ALL'] },
          },
          resources: { requests: expect.anything(), limits: expect.anything() },
        });
    },
  );

  it('has probes for every program', () => {
    for (const name of ['api', 'portal', 'worker'])
      for (const container of podOf(name).containers)
        expect(Object.keys(container)).toEqual(
          expect.arrayContaining(['startupProbe', 'livenessProbe', 'readinessProbe']),
        );
  });

  it('probes the worker at the port that its image listens on, and not by its mail server', () => {
    const dockerfile = readFileSync(join(CHART, '../../Dockerfile'), 'utf8');
    const port = Number(/^ENV WORKER_PORT=(\d+)$/m.exec(dockerfile)![1]);
    const [container] = podOf('worker').containers;
    expect(container!.ports).toEqual([
      { name: 'main', containerPort: 2525 },
      { name: 'health', containerPort: port },
    ]);
    for (const [probe, path] of [
      ['startupProbe', '/health/live'],
      ['livenessProbe', '/health/live'],
      ['readinessProbe', '/health/ready'],
    ] as const)
      expect(container![probe]).toMatchObject({ httpGet: { path, port: 'health' } });
    expect(podOf('api').containers[0]!.readinessProbe).toMatchObject({
      httpGet: { path: '/health/ready', port: 'main' },
    });
  });

  it('opens the ports of metrics to the namespace of monitoring, when there is one', () => {
    const policy = (given: Values) =>
      rendered(given).find(({ metadata }) => metadata.name === 'wasl-monitoring');
    expect(policy(values)).toBeUndefined();
    expect(policy(EVERYTHING)).toMatchObject({
      spec: {
        ingress: [
          {
            from: [
              {
                namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' } },
              },
            ],
            ports: [3000, 3001, 3002].map((port) => ({ protocol: 'TCP', port })),
          },
        ],
      },
    });
  });

  it('sets only known settings, and mounts every secret as a file', () => {
    for (const { spec } of workloads) {
      const { containers, volumes } = spec.template.spec;
      const mounted = volumes.flatMap(({ secret }) => secret?.items.map(({ path }) => path) ?? []);
      const given = containers.flatMap(({ env }) => env);
      expect(given.map(({ value }) => value.replace('/run/secrets/wasl/', '')).sort()).toEqual(
        mounted.sort(),
      );
      for (const { name } of given) expect(SETTING_NAMES).toContain(name.replace(/_FILE$/, ''));
    }
    const settings = ofKind<KubernetesObject & { data: object }>('ConfigMap').flatMap(({ data }) =>
      Object.keys(data ?? {}),
    );
    for (const name of settings) expect(SETTING_NAMES).toContain(name);
  });

  it('gives the owner’s database account to the migration only, and the portal its own role', () => {
    const keysOf = (name: string) =>
      podOf(name).volumes.flatMap(({ secret }) => secret?.items.map(({ key }) => key) ?? []);
    for (const name of ['api', 'portal', 'worker'])
      expect(keysOf(name)).not.toContain('MIGRATION_DATABASE_URL');
    expect(keysOf('prepare')).toContain('MIGRATION_DATABASE_URL');
    expect(keysOf('portal').sort()).toEqual(['PORTAL_DATABASE_URL', 'REDIS_URL', 'SECRET_KEY']);
    expect(JSON.stringify(podOf('portal').containers[0]!.envFrom)).not.toContain('staff-settings');
  });

  it('denies network traffic by default, and allows what is needed', () => {
    const policies = ofKind<
      KubernetesObject & { spec: { policyTypes: string[]; ingress?: object[]; egress?: object[] } }
    >('NetworkPolicy');
    const closed = policies.find(({ metadata }) => metadata.name === 'wasl-closed')!;
    expect(closed.spec).toEqual({
      podSelector: { matchLabels: { 'app.kubernetes.io/instance': 'wasl' } },
      policyTypes: ['Ingress', 'Egress'],
    });
    for (const { spec } of policies)
      for (const rule of [...(spec.ingress ?? []), ...(spec.egress ?? [])])
        expect(rule).toMatchObject({ ports: expect.any(Array) });
    for (const { spec } of workloads)
      expect(spec.template.metadata.labels).toMatchObject({ 'app.kubernetes.io/instance': 'wasl' });
  });

  it('uses separate hosts for staff and the public', () => {
    interface Ingress extends KubernetesObject {
      spec: {
        tls: { hosts: string[] }[];
        rules: {
          host: string;
          http: { paths: { path: string; backend: { service: { name: string } } }[] };
        }[];
      };
    }
    const [pub, staff] = ofKind<Ingress>('Ingress')
      .sort((a, b) => a.metadata.name.localeCompare(b.metadata.name))
      .map(({ spec }) => ({
        hosts: [spec.rules[0]!.host, ...spec.tls.flatMap(({ hosts }) => hosts)],
        paths: Object.fromEntries(
          spec.rules[0]!.http.paths.map(({ path, backend }) => [path, backend.service.name]),
        ),
      }));
    expect(staff).toEqual({ hosts: Array(2).fill('staff.contact.example'), paths: { '/': 'wasl-api' } });
    expect(pub).toEqual({
      hosts: Array(2).fill('contact.example'),
      paths: { '/api/v1/public': 'wasl-api', '/open311': 'wasl-api', '/': 'wasl-portal' },
    });
  });
});

describe('the renderer of the chart', () => {
  it.each([
    ['{{ .Values.a | default "x" }}', 'default'],
    ['{{ include "name" . }}', 'include'],
    ['{{ if .Values.a }}', 'not closed'],
    ['{{ .Values.missing }}', 'nothing to print'],
  ])('refuses %s, which it does not know or cannot print', (template, fault) => {
    expect(() => render(template, { Values: {} })).toThrow(fault);
  });

  it('trims, loops, branches and indents like Helm', () => {
    const template =
      'a:\n  {{- range $k, $v := .Values.m }}\n  {{ $k }}: {{ $v | quote }}\n  {{- end }}\n{{- if eq .Values.x "y" }}\nb: 1\n{{- else }}\nb: 2\n{{- end }}\nc:\n  {{- toYaml .Values.m | nindent 2 }}';
    expect(render(template, { Values: { m: { q: 1, p: 2 }, x: 'z' } })).toBe(
      'a:\n  p: "2"\n  q: "1"\nb: 2\nc:\n  q: 1\n  p: 2',
    );
  });
});
