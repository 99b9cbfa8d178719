export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;

/** Common passwords of at least twelve characters, normalised; shorter ones are refused by their length. */
const COMMON = new Set(
  `123456789012 1234567890123 12345678901234 123456789123 123123123123 121212121212 112233445566 111222333444
  098765432109 987654321098 0123456789012 qwertyuiop12 qwertyuiop123 qwerty123456 qwerty1234567 qwertyqwerty
  qwertyuiopas qwertyuiopasdfghjkl qazwsxedcrfv 1qaz2wsx3edc 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1qazxsw23edc zaq12wsxcde3
  asdfghjkl123 asdfghjklzxc zxcvbnm12345 poiuytrewq12 password1234 password12345 password123456 passwordpassword
  password2024 password2025 password2026 passw0rd1234 p@ssw0rd1234 p@ssword1234 p@ssw0rd123! password123! password1234!
  mypassword12 mypassword123 changeme1234 changemenow1 changeme12345 letmein12345 letmeinletmein welcome12345
  welcome123456 welcome1234! administrator administrator1 admin1234567 admin12345678 adminadmin12 adminadminadmin
  iloveyou1234 iloveyou12345 iloveyouiloveyou trustno1trustno1 monkey123456 dragon123456 football1234 baseball1234
  superman1234 princess1234 sunshine1234 master123456 abc123abc123 abcdefghijkl abcdefghijklm abcd12345678
  abcdefgh1234 a1b2c3d4e5f6 aa1234567890 secret123456 supersecret1 testtesttest test12345678 test1234test
  contactcentre contactcenter government12 ministry1234 bahrain12345 palestine1234 lebanon12345 brunei123456
  callcentre12 callcenter12 correcthorsebatterystaple`.split(/\s+/),
);

export type PasswordFault = 'too_short' | 'too_long' | 'common_password' | 'personal_password';

/**
 * Checks a password: long enough, not a common one, not the name or address of its owner. No composition rules, because
 * they make passwords worse (NIST SP 800-63B, 3.1.1).
 * @param known public facts about the owner: address and name
 */
export function passwordFault(password: string, known: string[] = []): PasswordFault | null {
  const length = [...password].length;
  if (length < PASSWORD_MIN_LENGTH) return 'too_short';
  if (length > PASSWORD_MAX_LENGTH) return 'too_long';
  const normalized = normalize(password);
  if (COMMON.has(normalized) || isRepetitive(normalized)) return 'common_password';
  return known.some((one) => normalize(one) === normalized) ? 'personal_password' : null;
}

const normalize = (text: string) => text.normalize('NFKC').toLowerCase().trim();

/** Whether one, two or three characters are repeated throughout. */
function isRepetitive(text: string): boolean {
  return [1, 2, 3].some((period) => [...text].every((character, i, all) => character === all[i % period]));
}
