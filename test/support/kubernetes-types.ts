import { join } from 'node:path';
import ts from 'typescript';

const ROOT = join(import.meta.dirname, '../..');
const FILE = join(ROOT, 'test/rendered-objects.ts');

export interface KubernetesObject {
  apiVersion: string;
  kind: string;
  metadata: { name: string };
}

const moduleOf = (apiVersion: string) => `kubernetes-models/${apiVersion}`;

/**
 * Type errors of objects checked against the Kubernetes types: unknown fields, missing ones, wrong
 * types. An API server in strict mode refuses the same.
 */
export function typeFaults(objects: KubernetesObject[]): string[] {
  const text = objects
    .map(
      (object, i) =>
        `import type { I${object.kind} as T${i} } from '${moduleOf(object.apiVersion)}/${object.kind}';\n` +
        `export const object${i}: T${i} = ${JSON.stringify(object)};\n`,
    )
    .join('');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    types: [],
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (name) => name === FILE || fileExists(name);
  host.readFile = (name) => (name === FILE ? text : readFile(name));
  host.getSourceFile = (name, version, ...rest) =>
    name === FILE
      ? ts.createSourceFile(name, text, version)
      : getSourceFile.call(host, name, version, ...rest);
  const program = ts.createProgram([FILE], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
}
