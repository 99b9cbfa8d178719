/** What of a received mail its checks depend on, beside its bytes. */
export interface CheckRequest {
  /** of the envelope */
  sender: string;
  /** of the system that delivered it to us; null when a system of our own relayed it */
  client: { ip: string; helo: string } | null;
  /** our name in the results */
  mta: string;
}

export interface CheckJob extends CheckRequest {
  raw: Uint8Array;
}

/** The sandbox asks our process for DNS. */
export interface DnsQuestion {
  name: string;
  type: string;
}
export type DnsRecords = string[] | string[][];
