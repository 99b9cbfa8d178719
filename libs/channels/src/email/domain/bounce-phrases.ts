/**
 * Phrases of mail systems, in the languages and products that write bounces as free text. Tested on the subject and on
 * the text, and only when a mail system wrote them.
 */
const FAILED: readonly RegExp[] = [
  // qmail, Exim, Postfix, sendmail, Courier, OpenSMTPD, Gmail, Exchange, Domino, McAfee, IMail, MDaemon and others
  /this is the qmail-send program/i,
  /(?:could|can) ?not be delivered/i,
  /couldn['’]?t be delivered/i,
  /sorry to have to inform you that your message could not/i,
  /(?:did not|didn['’]t) reach the following recipient/i,
  /delivery has failed to these recipients/i,
  /(?:was not|wasn['’]t|were not|has not been) (?:successfully )?delivered/i,
  /delivery to the following recipients? (?:has )?failed/i,
  /the following address(?:es)? (?:failed|had (?:permanent fatal errors|delivery problems))/i,
  /following addresses had (?:permanent|delivery)/i,
  /(?:mail|message|delivery) (?:delivery|system|subsystem)?:? ?(?:failed|failure|error)/i,
  /delivery status notification ?(?:\(failure\)|: error)/i,
  /an error has occurred while attempting to deliver/i,
  /undeliver(?:able|ed)/i,
  /non[- ]?delivery (?:notification|report)/i,
  /unable to deliver/i,
  /(?:failed to|cannot|can't|could not) deliver/i,
  /^(?:failure notice|returned mail|mail could not be delivered|delivery fail)/i,
  /(?:user|recipient|mailbox|address|account) (?:is )?(?:unknown|not found|unavailable|does not exist|doesn't exist|not listed)/i,
  /(?:unknown|no such) (?:user|recipient|mailbox|local part|address)/i,
  /not listed in (?:domino directory|public name & address book)/i,
  /(?:mailbox|inbox|account|quota) (?:is |of the user is )?(?:full|over ?quota|exceeded)/i,
  /(?:over|exceed\w{0,5}) (?:the |its |his |her )?(?:storage |disk |mail )?quota/i,
  /address (?:was )?not found/i,
  // German
  /unzustellbar/i,
  /nicht zugestellt werden/i,
  /konnte nicht (?:aus|zu)geliefert/i,
  /(?:unbekannter empf(?:ä|ae)nger|empf(?:ä|ae)nger unbekannt|postfach (?:ist )?voll)/i,
  // French
  /non (?:remis|distribu(?:é|e)|d(?:é|e)livr(?:é|e))/i,
  /n['’]a (?:pas )?pu (?:ê|e)tre (?:remis|distribu|d(?:é|e)livr|livr)/i,
  /n['’]a pas (?:été|ete) (?:remis|distribu|d(?:é|e)livr)/i,
  /(?:é|e)chec de (?:la )?(?:remise|distribution|livraison|transmission)/i,
  /(?:bo(?:î|i)te (?:aux lettres )?pleine|utilisateur inconnu|destinataire inconnu)/i,
  // Spanish, Portuguese, Italian
  /no se (?:pudo|ha podido|puede) entregar/i,
  /(?:mensaje|correo) (?:no entregado|devuelto)/i,
  /(?:n(?:ã|a)o (?:foi|p(?:ô|o)de ser) entregue|falha na entrega|caixa de (?:correio|entrada) cheia)/i,
  /(?:impossibile (?:consegnare|recapitare)|mancata consegna|non (?:è|e'|e) stato (?:consegnato|possibile))/i,
  /(?:usuario desconocido|usu(?:á|a)rio desconhecido|utente sconosciuto|buz(?:ó|o)n lleno|casella piena)/i,
  // Dutch, Swedish, Polish, Turkish, Indonesian and Malay
  /(?:kon niet worden (?:bezorgd|afgeleverd)|onbestelbaar|kunde inte levereras|nie można dostarczyć)/i,
  /(?:teslim edilemedi|iletilemedi|tidak dapat dikirim|tidak dapat dihantar|gagal dikirim)/i,
  // Russian, Chinese, Japanese, Korean
  /(?:не (?:может быть|было|удалось) достав|недоставленное|не доставлено|ящик переполнен)/i,
  /(?:无法投递|無法投遞|无法送达|退信|投递失败|邮箱已满|配信不能|配信できません|届けることができません|전송 ?실패|배달되지)/,
  // Arabic, Persian, Urdu
  /(?:تعذ(?:ّ)?ر (?:تسليم|توصيل|إرسال)|لم يت(?:م)?(?: )?(?:تسليم|توصيل)|فشل (?:في )?(?:تسليم|توصيل|التسليم|إرسال)|غير قابلة? للتسليم)/,
  /(?:المستخدم غير (?:موجود|معروف)|(?:صندوق البريد|صندوق الوارد) ممتلئ|العنوان غير موجود)/,
  /(?:تحویل داده نشد|ارسال نشد|پہنچایا نہیں جا سکا)/,
];

const DELAYED: readonly RegExp[] = [
  /delivery status notification ?(?:\(delay\)|: warning)/i,
  /(?:message|mail|delivery)[^.\n]{0,60}(?:has been|is|was) delayed/i,
  /^(?:delayed mail|delivery delay|warning: (?:message|could not send))/i,
  /delivery (?:is )?delayed/i,
  /(?:will|we'll) (?:keep trying|be retried|retry|continue to (?:try|attempt))/i,
  /delivery attempts will continue/i,
  /(?:this is a warning (?:message )?only|you do not need to resend)/i,
  /(?:still being retried|temporary (?:failure|problem), (?:will|still))/i,
  /(?:zustellung (?:ist )?verz(?:ö|oe)gert|zugestellt werden konnte bisher nicht)/i,
  /(?:retard de (?:remise|distribution|livraison)|remise (?:est )?(?:différée|retardée))/i,
  /(?:entrega (?:retrasada|demorada|atrasada)|consegna (?:in ritardo|ritardata))/i,
  /(?:تأخ(?:ّ)?ر (?:تسليم|توصيل|التسليم)|доставка (?:задержана|отложена)|投递延迟|配信遅延)/i,
];

/** The text says that it gave up, whatever else it says about delays. */
const FINAL = /permanent|fatal|gave up|giving up|given up|could not be delivered for \d|endg(?:ü|ue)ltig/i;
/** An SMTP reply or an enhanced status code of a permanent failure. */
const PERMANENT_CODE = /(?:^|[^\d.])5(?:\d\d[ -]|\.\d{1,3}\.\d{1,3})/;

export type BounceOutcome = 'failed' | 'delayed' | null;

/** What a mail system says about the delivery. @returns null when that cannot be told */
export function outcomeIn(subject: string, text: string): BounceOutcome {
  const says = (patterns: readonly RegExp[], where: string) => patterns.some((one) => one.test(where));
  if (says(DELAYED, subject)) return 'delayed';
  if (says(DELAYED, text) && !FINAL.test(text)) return 'delayed';
  return says(FAILED, subject) || says(FAILED, text) ? 'failed' : null;
}

/** The subject alone says that a mail was not delivered. */
export const isFailureSubject = (subject: string): boolean => FAILED.some((one) => one.test(subject));

export const hasPermanentCode = (text: string): boolean => PERMANENT_CODE.test(text);
