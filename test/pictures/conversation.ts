import { expectStatus, Http } from '../simulate/http.js';
import type { SignedIn } from '../simulate/sign-in.js';
import type { Target } from '../simulate/target.js';

export interface Filed {
  number: string;
  trackingCode: string;
  /** as the requester wrote it */
  lastMessage: string;
}

const QUESTION = {
  kind: 'complaint',
  subject: 'مصباح الشارع لا يعمل منذ أسبوع',
  description:
    'السلام عليكم، عمود الإنارة أمام مدرسة الحي مطفأ منذ أسبوع، والشارع مظلم ليلاً ويمر به الأطفال. أرجو إصلاحه قبل بداية الأسبوع.',
  language: 'ar',
  requester: { name: 'خالد يوسف', email: 'khalid@home.example', audience: 'citizen' },
};
const REPLY =
  'وعليكم السلام أستاذ خالد، وصل بلاغك إلى فريق الإنارة. هل يمكنك أن تذكر رقم العمود المكتوب على اللوحة الصغيرة؟';
const ANSWER = 'رقم العمود A-1187، وهو على يمين بوابة المدرسة.';

const OTHERS = [
  [
    'request',
    'New bin for house 214',
    'Our bin is broken, the lid is missing. Please bring a new one.',
    'en',
  ],
  ['enquiry', 'موعد تجديد السجل التجاري', 'متى ينتهي أجل تجديد السجل التجاري هذا العام؟', 'ar'],
  [
    'complaint',
    'Water leaks from the pavement',
    'Water has been running since this morning at road 33.',
    'en',
  ],
  ['suggestion', 'مظلات لمحطات الحافلات', 'أقترح تركيب مظلات في محطات الحافلات على الشارع العام.', 'ar'],
] as const;

/** One ticket of a citizen, taken and answered by the agent, to which the citizen has written again. */
export async function conversation(target: Target, agent: SignedIn): Promise<Filed> {
  const anonymous = new Http(target.api);
  const { number, trackingCode } = await file(target, QUESTION);
  await agent.http.post(`/api/v1/tickets/${number}/assign`, { json: { assignee: 'me' } });
  expectStatus(
    await agent.http.post(`/api/v1/tickets/${number}/messages`, {
      json: { kind: 'public_reply', body: REPLY },
    }),
    201,
    'reply',
  );
  expectStatus(
    await anonymous.post('/api/v1/public/track/messages', { json: { number, trackingCode, body: ANSWER } }),
    201,
    'answer of the requester',
  );
  return { number, trackingCode, lastMessage: ANSWER };
}

export async function otherMatters(target: Target): Promise<void> {
  for (const [kind, subject, description, language] of OTHERS) {
    const requester = { name: language === 'ar' ? 'مريم علي' : 'Sara Haddad', audience: 'resident' };
    const email = `${language}-${kind}@home.example`;
    await file(target, { kind, subject, description, language, requester: { ...requester, email } });
  }
}

async function file(target: Target, json: object): Promise<{ number: string; trackingCode: string }> {
  const answer = await new Http(target.api).post<{ number: string; trackingCode: string }>(
    '/api/v1/public/tickets',
    { json },
  );
  return expectStatus(answer, 201, 'filing').body;
}
