import { beginIntake, changeIntake, chooseRequester, visitTicketRequest, useIntake } from './intake-store.js';

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
const sent = () => visitTicketRequest(useIntake.getState());

describe('the intake form of a visit', () => {
  beforeEach(() => {
    useIntake.setState({ visitId: null });
    beginIntake('one');
    changeIntake({ subject: ' Meter ', description: 'It stands still', language: 'en' });
  });

  it('is sent without empty fields', () => {
    chooseRequester({ is: 'new' });
    changeIntake({ phone: ' 36001234 ', identityNumber: '080112345' });
    expect(sent()).toEqual({
      subject: 'Meter',
      description: 'It stands still',
      language: 'en',
      identityNumber: '080112345',
      requester: { phone: '36001234', audience: 'citizen' },
    });
  });

  it('sends no personal data of an anonymous requester, whatever was typed in the search', () => {
    changeIntake({ phone: '36001234', email: 'noor@example.com', identityNumber: '1', name: 'Noor' });
    chooseRequester({ is: 'nameless' });
    expect(sent().requester).toEqual({ audience: 'anonymous' });
    expect(sent()).not.toHaveProperty('identityNumber');
  });

  it('takes the language of a known requester', () => {
    chooseRequester({ is: 'known', requester: PERSON });
    expect(sent()).toMatchObject({ requesterId: PERSON.id, language: 'ar' });
  });

  it('is kept for its visit and reset for the next', () => {
    beginIntake('one');
    expect(sent().subject).toBe('Meter');
    beginIntake('two');
    expect(sent().subject).toBe('');
  });

  it('gets a new idempotency key after a change', () => {
    const { key } = useIntake.getState();
    changeIntake({ subject: 'Another' });
    expect(useIntake.getState().key).not.toBe(key);
  });
});
