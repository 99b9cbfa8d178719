import type { NestExpressApplication } from '@nestjs/platform-express';
import supertest from 'supertest';
import { FormTokens } from '../../apps/portal/src/forms/form-tokens.js';
import { FormThrottle } from '../../apps/portal/src/forms/form-throttle.js';

/** Starts a chat like a browser with scripts; an agent must be available. @returns the visitor token of the page's socket */
export async function startChat(
  portal: NestExpressApplication,
  question: string,
): Promise<{ number: string; token: string }> {
  const url = await portal.getUrl();
  portal.get(FormThrottle).delayIfTooFast = async () => undefined;
  const answer = await supertest(url)
    .post('/en/chat')
    .type('form')
    .send({ token: portal.get(FormTokens).issue(), live: '1', go: 'next', message: question });
  const number = /^\/en\/chat\/([\d-]+)$/.exec(answer.headers['location'] as string)?.[1];
  if (!number) throw new Error(`no chat was begun: ${answer.status} ${answer.headers['location']}`);
  const cookie = (answer.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]);
  const page = await supertest(url).get(`/en/chat/${number}`).set('Cookie', cookie.join('; '));
  return { number, token: /data-token="([^"]+)"/.exec(page.text)![1]! };
}
