import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Thumbnails. The index also finds files stored meanwhile by the previous version. */
export class AddThumbnails1795894553747 implements MigrationInterface {
  name = 'AddThumbnails1795894553747';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE attachment
  ADD COLUMN thumbnail_sha256 bytea,
  ADD COLUMN thumbnail_width smallint,
  ADD COLUMN thumbnail_height smallint,
  ADD COLUMN thumbnail_tries smallint NOT NULL DEFAULT 0,
  ADD COLUMN thumbnail_due_at timestamptz,
  ADD CONSTRAINT attachment_thumbnail_whole
    CHECK (num_nulls(thumbnail_sha256, thumbnail_width, thumbnail_height) IN (0, 3));
CREATE INDEX attachment_to_draw ON attachment (created_at DESC, id DESC)
  WHERE state = 'clean' AND thumbnail_sha256 IS NULL AND thumbnail_tries < 3
    AND type IN ('image/png', 'image/apng', 'image/jpeg', 'image/webp', 'image/gif');`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
ALTER TABLE attachment DROP COLUMN thumbnail_sha256, DROP COLUMN thumbnail_width, DROP COLUMN thumbnail_height,
  DROP COLUMN thumbnail_tries, DROP COLUMN thumbnail_due_at;`);
  }
}
