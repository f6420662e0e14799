/** What the installation alone knows. */
export interface SecretTables {
  secrets: SecretTable;
}

interface SecretTable {
  /** What it is for. */
  name: string;
  /** 128 random bits, in hexadecimal digits. */
  value: string;
}
