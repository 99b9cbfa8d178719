import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** docker/compose.yaml and related files, parsed like Docker does. */
export const dockerFolder = join(import.meta.dirname, '../../docker');
export const readDockerFile = (name: string) => readFileSync(join(dockerFolder, name), 'utf8');

export interface Service {
  image?: string;
  build?: { dockerfile: string; target: string };
  environment?: Record<string, string | number>;
  secrets?: string[];
  networks?: string[];
  ports?: string[];
  depends_on?: Record<string, { condition: string }>;
  healthcheck?: { test: string[] };
  command?: string[];
  cap_add?: string[];
  privileged?: boolean;
}

export const compose = parse(readDockerFile('compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  networks: Record<string, { internal?: boolean } | null>;
  secrets: Record<string, { file: string }>;
};
export const services = Object.entries(compose.services);
export const builtServices = services.filter(([, service]) => service.build);
export const environmentOf = (name: string) => compose.services[name]!.environment ?? {};
export const networksOf = (name: string) => [...(compose.services[name]!.networks ?? [])];

export const dockerfile = readDockerFile('Dockerfile');
export const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)$/gm)].map((match) => match[1]);

export const exampleEnvironment = Object.fromEntries(
  readDockerFile('.env.example')
    .split('\n')
    .filter((line) => /^[A-Z0-9_]+=/.test(line))
    .map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]),
);
