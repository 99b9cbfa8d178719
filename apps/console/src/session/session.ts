import type { Permission } from '#wasl/contracts';
import { useQuery } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { sessionApi } from '../api/api.js';
import { queryKeys } from '../api/query-keys.js';
import { hasStatus } from '../api/problem.js';
import type { SessionAnswer, User } from '../api/types.js';
import { bindUser } from './bind-user.js';

export type { SessionAnswer };

/** The signed-in user, and whether they must enrol a second factor first. */
export type SignedInUser = User & { mustEnrol: boolean };

export const userOf = ({ user, mustEnrol = false }: SessionAnswer): SignedInUser => ({ ...user, mustEnrol });

/** The current session; null when signed out. */
export const useSession = () =>
  useQuery<SignedInUser | null>({
    queryKey: queryKeys.session,
    queryFn: () =>
      sessionApi.read().then(
        (answer) => {
          bindUser(answer.user.id);
          return userOf(answer);
        },
        (error: unknown) => {
          if (hasStatus(error, 401)) return null;
          throw error;
        },
      ),
    staleTime: Infinity,
  });

const Me = createContext<User | undefined>(undefined);
export const CurrentUserProvider = Me.Provider;

export function useCurrentUser(): User {
  const user = use(Me);
  if (!user) throw new Error('useCurrentUser requires a signed-in user');
  return user;
}

export function usePermission(permission: Permission): boolean {
  return useCurrentUser().permissions.includes(permission);
}
