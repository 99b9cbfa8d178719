import type { operations } from './schema.generated.js';

/** The id of an operation in the OpenAPI document. */
export type OperationId = keyof operations;

type Or<T, Otherwise> = [T] extends [never] ? Otherwise : T;
type Json = 'application/json';
/** JSON where there is some; otherwise what the file is read as. */
type BodyOf<Content> = Content extends { [K in Json]: infer T } ? T : Content[keyof Content];
type ContentOf<R> = R extends { content: infer C } ? BodyOf<C> : never;
type SuccessOf<R> = { [S in keyof R]: S extends 200 | 201 | 202 ? ContentOf<R[S]> : never }[keyof R];

/** What an operation answers; undefined where the answer has no body. */
export type Answer<O extends OperationId> = Or<SuccessOf<operations[O]['responses']>, undefined>;

/** One of the things in a list. */
export type Item<O extends OperationId> = Answer<O> extends { data: (infer T)[] } ? T : never;

/** What has a version, or the ETag itself as it came. */
export type Version = { readonly version: number } | string;

type Parameters<O extends OperationId> = operations[O]['parameters'];
type PathOf<O extends OperationId> = Parameters<O> extends { path: infer P } ? { path: P } : unknown;
type QueryOf<O extends OperationId> =
  Parameters<O> extends { query: infer Q extends object }
    ? { query: Q }
    : Parameters<O> extends { query?: infer Q }
      ? [Or<Exclude<Q, undefined>, undefined>] extends [undefined]
        ? unknown
        : { query?: Q }
      : unknown;
type Body<O extends OperationId> = operations[O] extends { requestBody: { content: infer C } }
  ? { body: C[keyof C] }
  : operations[O] extends { requestBody?: { content: infer C } }
    ? { body?: C[keyof C] }
    : unknown;
type IfMatch<O extends OperationId> =
  Parameters<O> extends { header: { 'If-Match': string } }
    ? {
        /** The version that is changed: what was read, its ETag, or `*` for whatever is there. */
        ifMatch: Version;
      }
    : unknown;
/** An operation without headers has `header?: never`. */
type HeadersOf<O extends OperationId> = Or<Exclude<Parameters<O>['header'], undefined>, object>;
type Key<O extends OperationId> = 'Idempotency-Key' extends keyof HeadersOf<O>
  ? {
      /** Made for each call when left out. Give one to repeat a creation after the program itself was restarted. */
      idempotencyKey?: string;
    }
  : unknown;

/** What an operation is called with. */
export type Input<O extends OperationId> = PathOf<O> & QueryOf<O> & Body<O> & IfMatch<O> & Key<O>;

export interface CallOptions {
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** Most tries after the first. */
  retries?: number;
}

/** The answer's body, and by {@link withResponse} also its status and headers. */
export interface Call<T> extends Promise<T> {
  withResponse(): Promise<{ data: T; response: Response }>;
}

type Args<O extends OperationId> =
  // Nothing is required: the input may be left out.
  Record<never, never> extends Input<O>
    ? [input?: Input<O>, options?: CallOptions]
    : [input: Input<O>, options?: CallOptions];

export interface Operation<O extends OperationId> {
  (...args: Args<O>): Call<Answer<O>>;
}

/** An operation that answers a page of a list. */
export interface PagedOperation<O extends OperationId> extends Operation<O> {
  /** Everything in the list, read a page at a time while it is iterated over. */
  each(...args: Args<O>): AsyncGenerator<Item<O>, void, undefined>;
  /** The same by pages. */
  pages(...args: Args<O>): AsyncGenerator<Answer<O>, void, undefined>;
}

/** What the document says of an operation, as far as a call needs it. */
export interface OperationFacts {
  readonly method: string;
  readonly path: string;
  /** media type of the body, where it is not JSON */
  readonly sends?: string;
  /** takes an Idempotency-Key */
  readonly keyed?: true;
  /** may answer with a redirect */
  readonly redirects?: true;
}
