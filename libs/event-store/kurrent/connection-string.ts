const millisecondsToWait = 20;

/**
 * The client's native part waits before it connects at all, by default half a second, and every new client does so again.
 * Who says otherwise in the connection string is heard.
 */
export function connectingSoon(connectionString: string): string {
  if (/[?&]discoveryInterval=/i.test(connectionString)) return connectionString;
  const separator = !connectionString.includes('?') ? '?' : /[?&]$/.test(connectionString) ? '' : '&';
  return `${connectionString}${separator}discoveryInterval=${millisecondsToWait}`;
}
