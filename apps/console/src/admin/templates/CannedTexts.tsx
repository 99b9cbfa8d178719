import { Stack, Tabs } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { cannedApi, type CannedText, type Placeholder } from '../../api/templates-api.js';
import { useFormats } from '../../i18n/format.js';
import { Textarea } from '../../ui/fields.js';
import { languageName, languageDirection } from './language-name.js';
import { PlaceholderList } from './PlaceholderList.js';
import { PreviewPane } from './PreviewPane.js';
import classes from './Templates.module.css';
import { useInsert } from './use-insert.js';
import { type Preview, usePreview } from './use-preview.js';

interface Props {
  texts: CannedText[];
  languages: string[];
  placeholders: Placeholder[];
  change: (texts: CannedText[]) => void;
}

/** The texts of a canned reply, one tab for each language of the country. */
export function CannedTexts({ texts, languages, placeholders, change }: Props) {
  const { language: reader } = useFormats();
  const first = texts[0]?.language ?? languages[0] ?? reader;
  const set = (language: string) => (text: string) =>
    change([...texts.filter((one) => one.language !== language), { language, text }]);
  return (
    <Tabs defaultValue={first} keepMounted={false}>
      <Tabs.List mb="sm">
        {languages.map((language) => (
          <Tabs.Tab key={language} value={language}>
            {languageName(language, reader)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {languages.map((language) => (
        <Tabs.Panel key={language} value={language}>
          <OneText
            language={language}
            text={texts.find((one) => one.language === language)?.text ?? ''}
            placeholders={placeholders}
            change={set(language)}
          />
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}

interface OneTextProps extends CannedText {
  placeholders: Placeholder[];
  change: (text: string) => void;
}

function OneText({ language, text, placeholders, change }: OneTextProps) {
  const { t } = useTranslation();
  const { heed, insert } = useInsert();
  const direction = languageDirection(language);
  // An empty text is neither previewed nor reported as faulty.
  const ask = (words: CannedText): Promise<Preview> =>
    words.text.trim() === '' ? Promise.resolve({ text: '', direction }) : cannedApi.preview(words);
  const preview = usePreview('canned', { language, text }, ask);
  return (
    <div className={classes.columns}>
      <Stack>
        <Textarea
          {...heed(change)}
          label={t('canned.text')}
          description={t('template.bodyHint')}
          lang={language}
          dir={direction}
          autosize
          minRows={6}
          maxRows={16}
          error={preview.faultsAt('text')}
          value={text}
          onChange={({ currentTarget }) => change(currentTarget.value)}
        />
        <PlaceholderList
          placeholders={placeholders}
          insert={(name) => insert(name, (place) => change(text + place))}
        />
      </Stack>
      <PreviewPane shown={preview.shown} error={preview.error} language={language} />
    </div>
  );
}
