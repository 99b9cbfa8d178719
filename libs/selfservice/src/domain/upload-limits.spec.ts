import { describe, expect, it } from '@jest/globals';
import { exceedsUploadLimits } from './upload-limits.js';

const MEGABYTE = 1024 * 1024;
const nothing = { ofForm: 0, ofSender: 0, ofAll: 0 };

describe('unfinished uploads', () => {
  it('should be limited for a form, for an address, and in total', () => {
    expect(exceedsUploadLimits(nothing, 10 * MEGABYTE)).toBe(false);
    expect(exceedsUploadLimits({ ...nothing, ofForm: 19 }, 1)).toBe(false);
    expect(exceedsUploadLimits({ ...nothing, ofForm: 20 }, 1)).toBe(true);
    expect(exceedsUploadLimits({ ...nothing, ofSender: 140 * MEGABYTE }, 10 * MEGABYTE)).toBe(false);
    expect(exceedsUploadLimits({ ...nothing, ofSender: 140 * MEGABYTE }, 10 * MEGABYTE + 1)).toBe(true);
    expect(exceedsUploadLimits({ ...nothing, ofAll: 2_047 * MEGABYTE }, 2 * MEGABYTE)).toBe(true);
  });
});
