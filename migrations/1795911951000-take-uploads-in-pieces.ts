import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Resumable uploads of the public, in chunks, for slow networks. */
export class TakeUploadsInPieces1795911951000 implements MigrationInterface {
  name = 'TakeUploadsInPieces1795911951000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE public_upload_piece; DROP TABLE public_upload;');
  }
}

const UP = `
CREATE TABLE public_upload (
  id uuid PRIMARY KEY,
  -- the form that the file belongs to
  form text NOT NULL,
  -- keyed digest of the network address, used only to limit concurrent uploads
  sender bytea NOT NULL,
  name text NOT NULL,
  size integer NOT NULL CHECK (size > 0),
  received integer NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
  -- lease of the process that completes the upload
  judged_until timestamptz,
  -- result: {file} or {refusal}; its chunks are deleted then
  outcome jsonb,
  created_at timestamptz NOT NULL,
  touched_at timestamptz NOT NULL
);
CREATE INDEX public_upload_on_its_way ON public_upload (sender) WHERE outcome IS NULL;
CREATE INDEX public_upload_of_form ON public_upload (form);
CREATE INDEX public_upload_age ON public_upload (touched_at);
CREATE TABLE public_upload_piece (
  upload_id uuid NOT NULL REFERENCES public_upload ON DELETE CASCADE,
  begins integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (upload_id, begins)
);
-- Photographs are already compressed.
ALTER TABLE public_upload_piece ALTER COLUMN content SET STORAGE EXTERNAL;`;
