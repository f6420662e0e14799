/** A reference to a record with only its ID and name. */
export interface Named {
  id: string;
  name: string;
}
