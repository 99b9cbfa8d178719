import type { ReactNode } from 'react';
import type { Fault } from '../forms/validate-draft.js';
import type { Texts } from '../texts/index.js';

interface Common {
  name: Fault['field'];
  label: string;
  hint?: string;
  texts: Texts;
  faults: Fault[];
  optional?: boolean;
}

const faultOf = (faults: Fault[], name: string) => faults.find((fault) => fault.field === name);
const described = (name: string, hint: unknown, fault: unknown) =>
  [hint ? `${name}-hint` : '', fault ? `${name}-error` : ''].filter(Boolean).join(' ') || undefined;

/** A field with label, hint and error, linked for screen readers. */
function Field({ name, label, hint, texts, faults, optional, children }: Common & { children: ReactNode }) {
  const fault = faultOf(faults, name);
  return (
    <div className={fault ? 'field faulty' : 'field'}>
      <label htmlFor={name}>
        {label} {optional && <span className="optional">{texts.form.optional}</span>}
      </label>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && <FaultText name={name} fault={fault} texts={texts} />}
      {children}
    </div>
  );
}

function FaultText({ name, fault, texts }: { name: string; fault: Fault; texts: Texts }) {
  return (
    <p className="fault" id={`${name}-error`}>
      <span className="unseen">{texts.form.errorPrefix}</span>
      {fault.text}
    </p>
  );
}

interface InputProps extends Common {
  value: string;
  type?: 'text' | 'email' | 'tel';
  inputMode?: 'text' | 'email' | 'tel' | 'numeric';
  autoComplete?: string;
  maxLength?: number;
  /** codes, numbers and addresses are written from left to right in every language */
  ltr?: boolean;
}

export function Input({
  value,
  type = 'text',
  inputMode,
  autoComplete,
  maxLength,
  ltr,
  ...common
}: InputProps) {
  const { name, hint, faults } = common;
  const fault = faultOf(faults, name);
  return (
    <Field {...common}>
      <input
        id={name}
        name={name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete ?? 'off'}
        defaultValue={value}
        maxLength={maxLength}
        dir={ltr ? 'ltr' : 'auto'}
        className={ltr ? 'code' : undefined}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(name, hint, fault)}
      />
    </Field>
  );
}

export function TextArea({
  value,
  rows = 8,
  maxLength,
  ...common
}: Common & { value: string; rows?: number; maxLength?: number }) {
  const { name, hint, faults } = common;
  const fault = faultOf(faults, name);
  return (
    <Field {...common}>
      {/* a parser drops the first line break after the tag */}
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxLength={maxLength}
        dir="auto"
        defaultValue={value.startsWith('\n') ? `\n${value}` : value}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described(name, hint, fault)}
      />
    </Field>
  );
}

interface Option {
  value: string;
  label: string;
  note?: string;
}

export function RadioGroup({
  value,
  options,
  inline,
  ...common
}: Common & { value: string; options: Option[]; inline?: boolean }) {
  const { name, label, hint, texts, faults, optional } = common;
  const fault = faultOf(faults, name);
  return (
    <fieldset className={`field ${fault ? 'faulty' : ''}`} aria-describedby={described(name, hint, fault)}>
      <legend>
        {label} {optional && <span className="optional">{texts.form.optional}</span>}
      </legend>
      {hint && (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && <FaultText name={name} fault={fault} texts={texts} />}
      <div className={inline ? 'choices inline' : 'choices'}>
        {options.map((option, index) => (
          <label key={option.value} className="choice">
            {/* the first one carries the group's id, so that a link from the summary lands on it */}
            <input
              type="radio"
              id={index === 0 ? name : undefined}
              name={name}
              value={option.value}
              defaultChecked={option.value === value}
            />
            <span>
              {option.label}
              {option.note && <small>{option.note}</small>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Two fields may have the same error text; the field's label tells them apart. */
function labelled({ field, text }: Fault, texts: Texts): string {
  const labels: Partial<Record<Fault['field'], string>> = {
    kind: texts.file.kind,
    subject: texts.file.subject,
    description: texts.file.description,
    audience: texts.file.audience,
    message: texts.ticket.message,
    score: texts.ticket.score,
    number: texts.track.number,
    code: texts.track.code,
    contact: texts.track.contact,
  };
  const short = text === texts.errors.required || text === texts.errors.choose;
  return short && labels[field] ? `${labels[field]} – ${text}` : text;
}

/** All errors, above the page title; it receives the focus. */
export function ErrorSummary({ faults, texts }: { faults: Fault[]; texts: Texts }) {
  if (faults.length === 0) return null;
  return (
    <div className="summary" id="errors" role="alert" tabIndex={-1} autoFocus aria-labelledby="errors-title">
      <h2 id="errors-title">{texts.form.errorTitle(faults.length)}</h2>
      <ul>
        {faults.map((fault) => (
          <li key={`${fault.field} ${fault.text}`}>
            <a href={`#${fault.field}`}>{labelled(fault, texts)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
