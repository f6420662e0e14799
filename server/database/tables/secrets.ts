/** What the installation alone knows. */
export interface SecretTables {
  secrets: SecretTable;
}

interface SecretTable {
  /** What it is for. */
  name: string;
  /** Random bits, 128 or 256, in hexadecimal digits. */
  value: string;
}
