/** What stands in the place of a text that a mail does not have. */
const NO_TEXT: Record<string, { empty: string; encrypted: string }> = {
  ar: {
    empty: '(لا نص في هذه الرسالة)',
    encrypted: '(هذه الرسالة مشفّرة، ولا يمكن قراءة نصها)',
  },
  en: {
    empty: '(This mail has no text)',
    encrypted: '(This mail is encrypted; its text cannot be read)',
  },
  fr: {
    empty: '(Ce message n’a pas de texte)',
    encrypted: '(Ce message est chiffré ; son texte ne peut pas être lu)',
  },
  ms: {
    empty: '(Mel ini tiada teks)',
    encrypted: '(Mel ini disulitkan; teksnya tidak dapat dibaca)',
  },
};

/** Says that a mail has no text, so that nobody takes its subject, or nothing, for what was written. */
export function noTextOf(language: string, { faults }: { faults: readonly string[] }): string {
  const texts = NO_TEXT[language] ?? NO_TEXT.en!;
  return faults.includes('content.encrypted') ? texts.encrypted : texts.empty;
}
