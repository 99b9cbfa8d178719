import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { oidcApi } from '../api/oidc-api.js';
import { queryKeys } from '../api/query-keys.js';
import { useFormats } from '../i18n/format.js';

/** How staff sign in here, and what the button of the identity provider says. */
export function useSignInMethods() {
  const { t } = useTranslation();
  const { language } = useFormats();
  const methods = useQuery({
    queryKey: queryKeys.signInMethods,
    queryFn: () => oidcApi.methods(),
    staleTime: Infinity,
  });
  const { data } = methods;
  return {
    isPending: methods.isPending,
    // Without an answer the password form is shown; the api decides in any case.
    password: data?.password ?? true,
    oidc: data?.oidc ?? false,
    label: data?.label?.[language] ?? t('signIn.oidc'),
  };
}
