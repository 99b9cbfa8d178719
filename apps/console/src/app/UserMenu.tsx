import { Button, Menu, Modal, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../i18n/format.js';
import { switchLanguage } from '../i18n/i18n.js';
import { LANGUAGE_NAMES } from '../i18n/languages.js';
import { beep } from '../offers/offer-sound.js';
import { useCurrentUser } from '../session/session.js';
import { signOut } from '../session/sign-out.js';
import { deleteDrafts, hasDrafts } from '../tickets/drafts.js';
import { Icon } from '../ui/icons.js';
import { notifyError } from '../ui/notify.js';
import { useProblemText } from '../ui/use-problem-text.js';
import { usePreferences } from './preferences.js';
import classes from './Shell.module.css';

export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const me = useCurrentUser();
  const { language } = useFormats();
  const other = language === 'ar' ? 'en' : 'ar';
  const { setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const dark = useComputedColorScheme('light') === 'dark';
  const { sound, set } = usePreferences();
  const leave = useSignOut();
  const toggleSound = () => {
    set({ sound: !sound });
    if (!sound) beep();
  };
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            variant="subtle"
            color="gray"
            leftSection={<Icon name="person" />}
            rightSection={<Icon name="down" size={14} />}
          >
            <span className={classes.word}>{me.name}</span>
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>{t(`role.${me.role}`)}</Menu.Label>
          <Menu.Item
            leftSection={<Icon name="web" />}
            lang={other}
            onClick={() => void switchLanguage(other)}
          >
            {LANGUAGE_NAMES[other]}
          </Menu.Item>
          <Menu.Item
            leftSection={<Icon name="sun" />}
            onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          >
            {dark ? t('menu.light') : t('menu.dark')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name={sound ? 'check' : 'close'} />} onClick={toggleSound}>
            {sound ? t('menu.soundOn') : t('menu.soundOff')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="help" />} onClick={onHelp}>
            {t('help.title')}
          </Menu.Item>
          <Menu.Item leftSection={<Icon name="person" />} component={Link} to="/account">
            {t('account.title')}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<Icon name="out" />} onClick={leave.ask}>
            {t('menu.signOut')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={leave.asking} onClose={leave.stay} title={t('menu.draftsTitle')}>
        <p>{t('menu.draftsText')}</p>
        <Button.Group>
          <Button variant="default" onClick={leave.stay}>
            {t('action.cancel')}
          </Button>
          <Button color="red" onClick={leave.go}>
            {t('menu.draftsLeave')}
          </Button>
        </Button.Group>
      </Modal>
    </>
  );
}

/** Drafts contain requesters' data, so they are deleted on sign-out, but only after a confirmation. */
function useSignOut() {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const me = useCurrentUser();
  const [asking, { open, close }] = useDisclosure(false);
  const out = useMutation({
    mutationFn: signOut,
    onSuccess: () => deleteDrafts(me.id),
    onError: (error) => notifyError(t('menu.signOut'), problemText(error)),
  });
  return {
    asking,
    stay: close,
    ask: () => (hasDrafts(me.id) ? open() : out.mutate()),
    go: () => {
      close();
      out.mutate();
    },
  };
}
