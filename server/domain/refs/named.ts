/** A record that another one names, where its id and its name are all that matters. */
export interface Named {
  id: string;
  name: string;
}
