import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const ALL = {
  S3_ENDPOINT: 'https://s3.me-south-1.amazonaws.com',
  S3_REGION: 'me-south-1',
  S3_BUCKET: 'wasl-files',
  S3_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  S3_SECRET_ACCESS_KEY: 'not to be shown to anybody',
};

describe('S3 settings', () => {
  it('may all be missing or empty', () => {
    const empty = Object.fromEntries(Object.keys(ALL).map((name) => [name, '']));
    expect(readSettings({ ...empty, S3_PREFIX: '', S3_FORCE_PATH_STYLE: '' }).S3_BUCKET).toBeUndefined();
  });

  it('are accepted when complete', () => {
    const settings = readSettings({ ...ALL, S3_PREFIX: 'wasl/files/', S3_FORCE_PATH_STYLE: '1' });
    expect(settings).toMatchObject({ ...ALL, S3_PREFIX: 'wasl/files/', S3_FORCE_PATH_STYLE: true });
    for (const endpoint of ['http://minio:9000', 'http://10.0.0.7:9000/', 'https://[::1]:9000'])
      expect(readSettings({ ...ALL, S3_ENDPOINT: endpoint }).S3_ENDPOINT).toBe(endpoint);
  });

  it.each(Object.keys(ALL))('need all the others: without %s one line says what to do', (name) => {
    expect(() => readSettings({ ...ALL, [name]: undefined })).toThrow(
      new RegExp(
        `^Setting ${name} is missing: set S3_ENDPOINT, .* or no S3 setting to keep them in DATA_DIR$`,
      ),
    );
  });

  it.each([
    ['S3_ENDPOINT', 's3.example.com'],
    ['S3_ENDPOINT', 'https://s3.example.com/bucket'],
    ['S3_ENDPOINT', 'https://user:password@s3.example.com'],
    ['S3_ENDPOINT', 'ftp://s3.example.com'],
    ['S3_REGION', 'Bahrain!'],
    ['S3_BUCKET', 'Not_A_Bucket'],
    ['S3_ACCESS_KEY_ID', 'with space'],
    ['S3_SECRET_ACCESS_KEY', 'short'],
    ['S3_PREFIX', '../elsewhere'],
    ['S3_PREFIX', '/wasl'],
    ['S3_FORCE_PATH_STYLE', 'yes'],
  ])('are checked: %s cannot be "%s"', (name, value) => {
    expect(() => readSettings({ ...ALL, [name]: value })).toThrow(new RegExp(`^Setting ${name} is wrong`));
  });

  it.each([{ S3_SECRET_ACCESS_KEY: 'pass' }, { S3_ENDPOINT: 'https://user:pass@s3.example.com' }])(
    'do not appear in error messages when they are secret',
    (wrong) => {
      // The whole message is one line without the secret.
      expect(() => readSettings({ ...ALL, ...wrong })).toThrow(/^Setting (?:(?!pass)[^\n])*$/);
    },
  );
});
