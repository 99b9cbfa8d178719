/** An SMTP error response; smtp-server sends the code and the text. */
export class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

export class TooMuchAtOnce extends SmtpRefusal {
  constructor() {
    super(452, 'Too much mail at once, try again later');
  }
}
