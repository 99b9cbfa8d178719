import { proofFault } from './proof.js';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('the proof of a completion', () => {
  it('should be wanted only for what is said to be fixed', () => {
    expect(proofFault('photo', 'answered', [])).toBeNull();
    expect(proofFault('none', 'fixed', [])).toBeNull();
    expect(proofFault('photo', 'fixed', [])).toBe('required');
  });

  it('should be of the kind that the service names', () => {
    expect(proofFault('photo', 'fixed', ['image/jpeg', 'image/png'])).toBeNull();
    expect(proofFault('photo', 'fixed', ['image/jpeg', 'application/pdf'])).toBe('proof_photo');
    for (const type of ['application/pdf', WORD, 'image/png'])
      expect(proofFault('document', 'fixed', [type])).toBeNull();
    expect(proofFault('document', 'fixed', ['application/zip'])).toBe('proof_document');
    expect(proofFault('reading', 'fixed', ['application/octet-stream'])).toBeNull();
  });
});
