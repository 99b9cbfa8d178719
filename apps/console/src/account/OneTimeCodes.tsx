import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { passwordApi } from '../api/admin-api.js';
import classes from '../admin/Admin.module.css';
import { keys } from '../api/keys.js';
import { Failed } from '../ui/Failed.js';
import { tellDone } from '../ui/tell.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { Waiting } from '../ui/Waiting.js';

/** Sets up one-time codes: the password, a picture for the app, a first code, recovery codes to keep. */
export function OneTimeCodes() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const status = useQuery({ queryKey: keys.otp, queryFn: () => passwordApi.otp() });
  const enrol = useMutation({ mutationFn: (password: string) => passwordApi.enrol(password) });
  const confirm = useMutation({
    mutationFn: (code: string) => passwordApi.confirm(code),
    onSuccess: () => void queries.invalidateQueries({ queryKey: keys.otp }),
  });
  const disable = useMutation({
    mutationFn: (password: string) => passwordApi.disable(password),
    onSuccess: () => {
      enrol.reset();
      confirm.reset();
      tellDone(t('account.otpOff'));
      void queries.invalidateQueries({ queryKey: keys.otp });
    },
  });
  if (status.isError) return <Failed error={status.error} again={() => void status.refetch()} />;
  if (!status.data) return <Waiting />;
  if (confirm.data) return <Recovery codes={confirm.data.recoveryCodes} />;
  if (status.data.enabled) {
    return (
      <>
        <p>{t('account.otpOn', { count: status.data.recoveryCodesLeft })}</p>
        <Ask label={t('account.current')} submit={t('account.otpDisable')} deed={disable} secret />
      </>
    );
  }
  if (!enrol.data) {
    return (
      <>
        <p>{t('account.otpLead')}</p>
        <Ask label={t('account.current')} submit={t('account.otpSetUp')} deed={enrol} secret />
      </>
    );
  }
  return (
    <Stack maw="26rem">
      <p>{t('account.otpScan')}</p>
      <img src={enrol.data.image} alt={t('account.otpPicture')} width={200} height={200} />
      <p>{t('account.otpType')}</p>
      <bdi dir="ltr" className={classes.secret}>
        {enrol.data.secret}
      </bdi>
      <Ask label={t('account.otpFirst')} submit={t('account.otpConfirm')} deed={confirm} />
    </Stack>
  );
}

function Recovery({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <Alert color="green" role="status" title={t('account.otpDone')}>
      <p>{t('account.recovery')}</p>
      <bdi dir="ltr" className={classes.secret}>
        {codes.join('\n')}
      </bdi>
    </Alert>
  );
}

interface AskProps {
  label: string;
  submit: string;
  secret?: boolean;
  deed: { mutate: (text: string) => void; isPending: boolean; error: unknown };
}

/** One field and one button. */
function Ask({ label, submit, deed, secret = false }: AskProps) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [text, setText] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    deed.mutate(text);
    setText('');
  };
  const common = {
    label,
    dir: 'ltr',
    required: true,
    value: text,
    error: deed.error ? problemText(deed.error) : undefined,
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => setText(currentTarget.value),
  } as const;
  return (
    <form onSubmit={send}>
      <Stack maw="26rem">
        {secret ? (
          <PasswordInput
            {...common}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword'), tabIndex: 0 }}
          />
        ) : (
          <TextInput {...common} inputMode="numeric" autoComplete="one-time-code" maxLength={10} />
        )}
        <Button type="submit" loading={deed.isPending}>
          {submit}
        </Button>
      </Stack>
    </form>
  );
}
