/**
 * How the subjects of automatic replies begin. They are followed by a colon and the subject that is replied to, or by
 * nothing; a sentence of a person goes on.
 */
const BEGINNINGS = [
  // English
  'auto(?:matic|mated)?[- ]?(?:reply|response|answer)',
  'out of (?:the )?office(?: (?:auto[- ]?)?(?:reply|response|message|notification|autoreply))?',
  'vacation (?:reply|response|message|notice)',
  'away from (?:my )?(?:mail|the office)',
  // Arabic, Persian, Urdu
  '(?:ال)?رد (?:ال)?(?:تلقائي|آلي|الي)',
  '(?:ال)?(?:إجابة|اجابة|رسالة) (?:ال)?(?:تلقائية|آلية)',
  'خارج المكتب',
  'پاسخ خودکار',
  'خودکار جواب',
  // French
  '(?:réponse|reponse) automatique',
  "absen(?:ce|te?) du bureau|message d['’]absence|avis d['’]absence",
  // German
  'automatische (?:antwort|rückantwort|rueckantwort|email-?antwort)',
  'abwesenheits(?:notiz|nachricht|meldung|assistent)|autoantwort',
  // Spanish, Portuguese, Italian, Romanian
  'respuesta autom(?:á|a)tica|fuera de (?:la )?oficina',
  'resposta autom(?:á|a)tica|fora do escrit(?:ó|o)rio|aus(?:ê|e)ncia tempor(?:á|a)ria',
  'risposta automatica|fuori (?:sede|ufficio)',
  'r(?:ă|a)spuns automat',
  // Dutch, Scandinavian, Finnish
  'automatisch(?:e)? (?:antwoord|beantwoording)|afwezigheidsbericht',
  'autosvar|automatisk[t]? svar|fr(?:å|a)nvaromeddelande|frav(?:æ|ae)rsmelding',
  'automaattinen vastaus',
  // Polish, Czech, Hungarian, Turkish, Russian, Greek
  'odpowied(?:ź|z) automatyczna|automatyczna odpowied(?:ź|z)',
  'automatick(?:á|a) odpov(?:ě|e)(?:ď|d)',
  'automatikus v(?:á|a)lasz',
  'otomatik (?:yanıt|yanit|cevap)',
  'автоматический ответ|автоответ',
  'αυτόματη απάντηση',
  // Indonesian, Malay, Hindi, Chinese, Japanese, Korean
  'balasan (?:otomatis|automatik)|jawaban otomatis',
  'स्वचालित उत्तर',
  '自动回复|自動回覆|自动答复|自動回复',
  '自動(?:応答|返信)|不在通知',
  '자동 ?(?:회신|응답|답장)',
];

/** After marks that gateways put in front: `[EXTERNAL] …`. A reply to an automatic reply begins with `Re:`. */
const AUTOMATIC = new RegExp(
  `^(?:\\[[^\\][]{1,40}\\] ?)?(?:${BEGINNINGS.join('|')}) ?(?:[:：]|[.!]?$)`,
  'iu',
);
/** Domino: `AUTO: Layla Hasan is out of the office (returning 09/06/2026)` */
const DOMINO = /^auto: .{1,120} is out of (?:the )?office/i;

export function isAutomaticSubject(subject: string): boolean {
  const line = subject.normalize('NFC').slice(0, 300).trim();
  return AUTOMATIC.test(line) || DOMINO.test(line);
}
