import { beginIntake, changeIntake, choose, matterOf, useIntake } from './intake-store.js';

const PERSON = {
  id: '0196',
  name: 'Noor',
  audience: 'citizen' as const,
  language: 'ar',
  phone: null,
  email: null,
  identityEnding: null,
  by: ['phone' as const],
};
const sent = () => matterOf(useIntake.getState());

describe('what is taken down at a desk', () => {
  beforeEach(() => {
    useIntake.setState({ visitId: null });
    beginIntake('one');
    changeIntake({ subject: ' Meter ', description: 'It stands still', language: 'en' });
  });

  it('is sent without what was left empty', () => {
    choose({ is: 'new' });
    changeIntake({ phone: ' 36001234 ', identityNumber: '080112345' });
    expect(sent()).toEqual({
      subject: 'Meter',
      description: 'It stands still',
      language: 'en',
      identityNumber: '080112345',
      requester: { phone: '36001234', audience: 'citizen' },
    });
  });

  it('tells nothing of who wants to stay nameless, whatever was typed to find them', () => {
    changeIntake({ phone: '36001234', email: 'noor@example.com', identityNumber: '1', name: 'Noor' });
    choose({ is: 'nameless' });
    expect(sent().requester).toEqual({ audience: 'anonymous' });
    expect(sent()).not.toHaveProperty('identityNumber');
  });

  it('takes over the language of who is known', () => {
    choose({ is: 'known', requester: PERSON });
    expect(sent()).toMatchObject({ requesterId: PERSON.id, language: 'ar' });
  });

  it('is kept for its visit, and gone with the next', () => {
    beginIntake('one');
    expect(sent().subject).toBe('Meter');
    beginIntake('two');
    expect(sent().subject).toBe('');
  });

  it('has another key once it is changed', () => {
    const { key } = useIntake.getState();
    changeIntake({ subject: 'Another' });
    expect(useIntake.getState().key).not.toBe(key);
  });
});
