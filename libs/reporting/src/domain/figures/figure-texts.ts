import type { ServiceLevelVariant } from '#wasl/contracts';
import type { Localized } from '#wasl/kernel';
import type { FigureName } from './figures.js';

export type FigureUnit = 'count' | 'percent' | 'seconds' | 'agents';

/** Name and formula of a figure, for people. */
export interface FigureText {
  unit: FigureUnit;
  name: Localized;
  formula: Localized;
}

const text = (
  unit: FigureUnit,
  name: [ar: string, en: string],
  formula: [ar: string, en: string],
): FigureText => ({
  unit,
  name: { ar: name[0], en: name[1] },
  formula: { ar: formula[0], en: formula[1] },
});

/** All figures of a report, in column order. The formula of the service level depends on the variant. */
export function figureTexts(
  variant: ServiceLevelVariant,
  shortSeconds: number,
): Record<FigureName, FigureText> {
  return {
    offered: text(
      'count',
      ['الوارد', 'Offered'],
      ['كل ما وصل إلى قائمة الانتظار في الفترة', 'Everything that arrived in the queue in the interval'],
    ),
    answered: text(
      'count',
      ['المُجاب', 'Answered'],
      [
        'ما تسلّمه موظف، محسوبًا في فترة وصوله ولو أُجيب بعدها',
        'Taken by an agent; counted in the interval of its arrival, even when answered later',
      ],
    ),
    abandoned: text('count', ['المتروك', 'Abandoned'], ['من غادر قبل الإجابة', 'Left before the answer']),
    shortAbandoned: text(
      'count',
      ['المتروك سريعًا', 'Short abandoned'],
      [
        `من غادر قبل الإجابة خلال ${shortSeconds} ث من وصوله`,
        `Left before the answer, within ${shortSeconds} s of arriving`,
      ],
    ),
    withinThreshold: text(
      'count',
      ['المُجاب ضمن الحد', 'Within threshold'],
      ['المُجاب خلال الحد الزمني لقائمة الانتظار', 'Answered within the queue’s threshold'],
    ),
    serviceLevel: text('percent', ['مستوى الخدمة', 'Service level'], SERVICE_LEVEL[variant]),
    asaSeconds: text(
      'seconds',
      ['متوسط سرعة الإجابة', 'ASA'],
      ['مجموع انتظار المُجاب ÷ المُجاب', 'Σ wait of answered ÷ answered'],
    ),
    handled: text(
      'count',
      ['المُعالَج', 'Handled'],
      ['المُجاب الذي انتهى أو حُوِّل', 'Answered, and over or handed over'],
    ),
    ahtSeconds: text(
      'seconds',
      ['متوسط زمن المعالجة', 'AHT'],
      [
        '(المحادثة + التعليق + ما بعد المحادثة + العمل الكتابي) ÷ المُعالَج المعروف زمنه',
        '(talk + hold + after-call work + written work) ÷ handled with known times',
      ],
    ),
    talkSeconds: text(
      'seconds',
      ['المحادثة', 'Talk'],
      ['مجموع زمن المحادثة ÷ المُعالَج المعروف زمنه', 'Σ talk ÷ handled with known times'],
    ),
    holdSeconds: text(
      'seconds',
      ['التعليق', 'Hold'],
      ['مجموع زمن التعليق ÷ المُعالَج المعروف زمنه', 'Σ hold ÷ handled with known times'],
    ),
    acwSeconds: text(
      'seconds',
      ['ما بعد المحادثة', 'ACW'],
      ['مجموع زمن ما بعد المحادثة ÷ المُعالَج المعروف زمنه', 'Σ after-call work ÷ handled with known times'],
    ),
    workSeconds: text(
      'seconds',
      ['العمل الكتابي', 'Written work'],
      [
        'زمن إتاحة الموظف مقسومًا بالتساوي على ما لديه من عمل كتابي غير معلّق ÷ المُعالَج المعروف زمنه',
        'available time, shared equally between the written items that an agent has and that are not pending ÷ handled with known times',
      ],
    ),
    occupancy: text(
      'percent',
      ['الإشغال', 'Occupancy'],
      [
        'زمن المعالجة ÷ (زمن المعالجة + زمن الإتاحة بلا عمل) لموظفي قائمة الانتظار؛ والمعالجة محادثات وما بعدها وعمل كتابي غير معلّق',
        'handling ÷ (handling + available with nothing to do), of the queue’s agents; handling is conversations, wrap-up and written work that is not pending',
      ],
    ),
    abandonment: text(
      'percent',
      ['نسبة الترك', 'Abandonment'],
      [
        'المتروك عدا السريع ÷ (المُعالَج + المتروك عدا السريع)',
        'abandoned ÷ (handled + abandoned), short ones left out',
      ],
    ),
    transferred: text(
      'count',
      ['المُحوَّل', 'Transferred'],
      ['ما حُوِّل إلى قائمة انتظار أخرى بعد الإجابة', 'Handed to another queue after it was answered'],
    ),
    transferRate: text(
      'percent',
      ['نسبة التحويل', 'Transfer rate'],
      ['المُحوَّل ÷ المُعالَج', 'transferred ÷ handled'],
    ),
    settled: text(
      'count',
      ['المُنجَز', 'Closed'],
      ['التذاكر التي حُلّت أو أُغلقت في الفترة', 'Tickets resolved or closed in the interval'],
    ),
    reopened: text(
      'count',
      ['المُعاد فتحه', 'Reopened'],
      [
        'ما أُعيد فتحه من مُنجَز الفترة ضمن الأيام المحددة للدولة',
        'Of those closed in the interval, taken up again within the country’s days',
      ],
    ),
    reopenRate: text(
      'percent',
      ['نسبة إعادة الفتح', 'Reopen rate'],
      ['المُعاد فتحه ÷ المُنجَز', 'reopened ÷ closed'],
    ),
    ratings: text(
      'count',
      ['التقييمات', 'Ratings'],
      ['تقييمات مُنجَز الفترة', 'Ratings of tickets closed in the interval'],
    ),
    csat: text(
      'percent',
      ['الرضا', 'CSAT'],
      ['التقييمات بدرجة 4 أو 5 ÷ التقييمات', 'scores of 4 and 5 ÷ answers'],
    ),
    responseRate: text(
      'percent',
      ['نسبة الاستجابة للتقييم', 'Response rate'],
      ['التقييمات ÷ المُنجَز', 'answers ÷ closed'],
    ),
    present: text(
      'agents',
      ['الحاضرون', 'Present'],
      ['(زمن المعالجة + زمن الإتاحة) ÷ طول الفترة', '(handling + available) ÷ length of the interval'],
    ),
    rostered: text(
      'agents',
      ['المجدولون', 'Rostered'],
      ['الزمن المجدول للإتاحة ÷ طول الفترة', 'time rostered as available ÷ length of the interval'],
    ),
    adherence: text(
      'percent',
      ['الالتزام بالجدول', 'Adherence'],
      ['الزمن في الحالة المجدولة ÷ الزمن المجدول', 'time in the scheduled state ÷ scheduled time'],
    ),
  };
}

const SERVICE_LEVEL: Record<ServiceLevelVariant, [ar: string, en: string]> = {
  late_abandons_count: [
    'المُجاب ضمن الحد ÷ (المُجاب + المتروك بعد الحد)',
    'answered in time ÷ (answered + abandoned after that time)',
  ],
  of_all: ['المُجاب ضمن الحد ÷ (المُجاب + المتروك)', 'answered in time ÷ (answered + abandoned)'],
  of_answered: ['المُجاب ضمن الحد ÷ المُجاب', 'answered in time ÷ answered'],
  abandons_in_time_credited: [
    '(المُجاب ضمن الحد + المتروك ضمن الحد) ÷ (المُجاب + المتروك)',
    '(answered in time + abandoned in that time) ÷ (answered + abandoned)',
  ],
  short_abandons_credited: [
    '(المُجاب ضمن الحد + المتروك سريعًا) ÷ (المُجاب + المتروك)',
    '(answered in time + short abandoned) ÷ (answered + abandoned)',
  ],
  short_abandons_left_out: [
    'المُجاب ضمن الحد ÷ (المُجاب + المتروك عدا السريع)',
    'answered in time ÷ (answered + abandoned, short ones left out)',
  ],
};
