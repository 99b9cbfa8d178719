import { useTranslation } from 'react-i18next';

/** The text for a code of the api that may be newer than this console; undefined when there is none. */
export function useExists(): (key: string) => string | undefined {
  const { i18n } = useTranslation();
  return (key) => {
    const text: unknown = i18n.getResource(i18n.language, 'translation', key);
    return typeof text === 'string' ? text : undefined;
  };
}
