/** Secrets of this installation. */
export interface SecretTables {
  secrets: SecretTable;
}

interface SecretTable {
  /** The purpose of the secret. */
  name: string;
  /** Random bits, 128 or 256, in hexadecimal digits. */
  value: string;
}
