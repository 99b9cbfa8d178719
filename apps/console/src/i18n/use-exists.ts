import { useTranslation } from 'react-i18next';

/** The text of a key that comes from the api and may be newer than this page; undefined when there is none. */
export function useExists(): (key: string) => string | undefined {
  const { i18n } = useTranslation();
  return (key) => {
    const text: unknown = i18n.getResource(i18n.language, 'translation', key);
    return typeof text === 'string' ? text : undefined;
  };
}
